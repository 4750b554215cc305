-- A passkey is a row of its own beside the app's. The library's own form of the credential is kept whole: its public
-- key, how often it was used by its own count, whether it is synchronized. No secret is in it.
alter table second_factor
    drop constraint second_factor_kind_check,
    add constraint second_factor_kind_check check (kind in ('app', 'passkey')),
    -- What its owner calls it.
    add column name text,
    -- By which browsers and authenticators know it. No two accounts have the same.
    add column credential_id bytea,
    add column credential jsonb,
    -- When it proved something last, by the portal's clock.
    add column used_at timestamptz,
    add constraint second_factor_passkey_check
        check (kind <> 'passkey' or (name is not null and credential_id is not null and credential is not null));
create unique index second_factor_credential on second_factor (credential_id);
create index second_factor_user on second_factor (user_id);

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

-- When this session's user proved last, by a second factor, to be it. Without that, a stolen session and the password
-- could add one of the thief's own to those there are. The database's own time, as for the rest of a session.
alter table session add column proved_at timestamptz;
