-- What all changes share: the first answer to a request, and what comes round.

-- The outcome of every changing request, so that a repeated one gets the first answer.
create table request_outcome (
    organization_id uuid not null,
    request_id uuid not null,
    fingerprint bytea not null,
    outcome jsonb not null,
    at timestamptz not null,
    primary key (organization_id, request_id)
);
create index request_outcome_at on request_outcome (at);

-- When each periodic job last began, so that several servers run it once a period between them.
create table periodic_job (
    name text primary key,
    last_begun_at timestamptz not null
);

-- The answer to a form that was posted without WASM and failed, until the page has shown it.
create table form_reply (
    id_hash bytea primary key check (length(id_hash) = 32),
    -- Path and query of the page that has the form.
    page text not null,
    reply jsonb not null,
    expires_at timestamptz not null
);
create index form_reply_expiry on form_reply (expires_at);
