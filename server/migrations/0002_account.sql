create table app_user (
    id uuid primary key,
    -- In lower case: two addresses that differ only in case are one account.
    email text not null check (email = lower(email)),
    name text not null,
    -- None for accounts that nobody signs in to with a password.
    password_hash text,
    must_change_password boolean not null default false,
    -- Does signing in ask for more than the password? Kept by what writes `second_factor`, in the row that whoever begins
    -- a session has to look at anyhow.
    has_second_factor boolean not null default false,
    language text not null default 'en',
    created_at timestamptz not null,
    signed_in_at timestamptz,
    blocked_at timestamptz,
    version bigint not null default 0
);
create unique index app_user_email on app_user (lower(email));

create table membership (
    organization_id uuid not null references organization,
    user_id uuid not null references app_user,
    roles text[] not null,
    primary key (organization_id, user_id)
);
create index membership_user on membership (user_id);

-- Who is signed in where. The cookie holds a random secret; only its SHA-256 is kept.
-- Times here are the database's own, not the demo clock's: moving that one forward signs nobody out.
create table session (
    id_hash bytea primary key check (length(id_hash) = 32),
    -- Names the session to its user, in the list of own sessions; opens nothing.
    handle uuid not null unique default gen_random_uuid(),
    user_id uuid not null references app_user (id) on delete cascade,
    -- None until one of several has been chosen.
    organization_id uuid references organization (id) on delete cascade,
    -- The sign-in: kept when the secret is replaced, so that the absolute limit counts from it.
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    -- The earlier of the idle and the absolute limit.
    expires_at timestamptz not null,
    -- When this session's user proved last, by a second factor, to be it. Without that, a stolen session and the password
    -- could add one of the thief's own to those there are.
    proved_at timestamptz,
    browser text not null default '' check (length(browser) <= 100)
);
create index session_of_user on session (user_id);
create index session_expiry on session (expires_at);

-- The password was right and the code is waited for. No session: nothing that looks for one can find this.
create table pending_sign_in (
    id_hash bytea primary key check (length(id_hash) = 32),
    user_id uuid not null references app_user on delete cascade,
    expires_at timestamptz not null
);
create index pending_sign_in_user on pending_sign_in (user_id);
create index pending_sign_in_expiry on pending_sign_in (expires_at);

-- What somebody proves with besides the password: at most one authenticator app, any number of passkeys.
create table second_factor (
    id uuid primary key,
    user_id uuid not null references app_user on delete cascade,
    kind text not null check (kind in ('app', 'passkey')),
    set_up_at timestamptz not null,
    -- When it proved something last, by the portal's clock.
    used_at timestamptz,
    -- Of an app: what it shares with the portal. In the clear, because codes are computed from it.
    secret bytea check (length(secret) = 20),
    -- Of an app: the step of 30 seconds whose code was used last. Neither that nor an older one is good again.
    last_step bigint,
    -- Of a passkey: what its owner calls it.
    name text,
    -- Of a passkey: by which browsers and authenticators know it. No two accounts have the same.
    credential_id bytea,
    -- Of a passkey: the library's own form of it, whole. Its public key, how often it was used by its own count, whether
    -- it is synchronized. No secret is in it.
    credential jsonb,
    check (kind <> 'app' or (secret is not null and last_step is not null)),
    check (kind <> 'passkey' or (name is not null and credential_id is not null and credential is not null))
);
create unique index second_factor_app on second_factor (user_id) where kind = 'app';
create unique index second_factor_credential on second_factor (credential_id);
create index second_factor_user on second_factor (user_id);

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

-- What a browser was asked to sign: by a session, or by a sign-in that waits. Each has one at a time, and it is gone
-- once it was answered.
create table passkey_challenge (
    -- The stored name of the session or of the sign-in.
    asked_by bytea primary key check (length(asked_by) = 32),
    user_id uuid not null references app_user on delete cascade,
    challenge jsonb not null,
    -- The database's own time, as for sessions.
    expires_at timestamptz not null
);
create index passkey_challenge_user on passkey_challenge (user_id);
create index passkey_challenge_expiry on passkey_challenge (expires_at);
