-- Browsers that have signed in to an account before. They get past the limit that counts attempts on the account from
-- everywhere, and so its owner is not locked out by strangers. The cookie holds a random secret; only its SHA-256 is
-- kept.
create table known_device (
    user_id uuid not null references app_user on delete cascade,
    id_hash bytea not null check (length(id_hash) = 32),
    -- The database's own time, as for sessions.
    seen_at timestamptz not null default now(),
    primary key (user_id, id_hash)
);
create index known_device_seen on known_device (seen_at);
