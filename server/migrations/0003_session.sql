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
    browser text not null default '' check (length(browser) <= 100)
);
create index session_of_user on session (user_id);
create index session_expiry on session (expires_at);

-- The answer to a form that was posted without WASM and failed, until the page has shown it.
create table form_reply (
    id_hash bytea primary key check (length(id_hash) = 32),
    -- Path and query of the page that has the form.
    page text not null,
    reply jsonb not null,
    expires_at timestamptz not null
);
create index form_reply_expiry on form_reply (expires_at);
