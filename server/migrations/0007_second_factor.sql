-- What somebody proves with besides the password. One kind today, an authenticator app. A passkey is a row of another
-- kind, with columns of its own, and an account can have several of those.
create table second_factor (
    id uuid primary key,
    user_id uuid not null references app_user on delete cascade,
    kind text not null check (kind in ('app')),
    set_up_at timestamptz not null,
    -- Of an app: what it shares with the portal. In the clear, because codes are computed from it.
    secret bytea check (length(secret) = 20),
    -- Of an app: the step of 30 seconds whose code was used last. Neither that nor an older one is good again.
    last_step bigint,
    check (kind <> 'app' or (secret is not null and last_step is not null))
);
create unique index second_factor_app on second_factor (user_id) where kind = 'app';

-- Does signing in ask for more than the password? Kept by what writes the table above, in the row that whoever begins
-- a session has to look at anyhow.
alter table app_user add column has_second_factor boolean not null default false;

-- What helps whoever has lost the app: 83 random bits each, of which only the SHA-256 is kept. Gone once it was used.
create table recovery_code (
    user_id uuid not null references app_user on delete cascade,
    code_hash bytea not null check (length(code_hash) = 32),
    primary key (user_id, code_hash)
);

-- A secret that was shown and not confirmed yet: to one session, and gone with it.
create table second_factor_setup (
    user_id uuid primary key references app_user on delete cascade,
    session uuid not null references session (handle) on delete cascade,
    secret bytea not null check (length(secret) = 20),
    -- The database's own time, as for sessions.
    begun_at timestamptz not null default now()
);
create index second_factor_setup_session on second_factor_setup (session);

-- The password was right and the code is waited for. No session: nothing that looks for one can find this.
create table pending_sign_in (
    id_hash bytea primary key check (length(id_hash) = 32),
    user_id uuid not null references app_user on delete cascade,
    expires_at timestamptz not null
);
create index pending_sign_in_user on pending_sign_in (user_id);
create index pending_sign_in_expiry on pending_sign_in (expires_at);
