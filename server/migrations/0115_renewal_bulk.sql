-- Many renewals that are changed at once: chosen at the beginning, looked at in steps, and changed one by one when
-- whoever chose them has seen what comes of it. What breaks off goes on where it was.
create table renewal_bulk (
    id uuid primary key,
    organization_id uuid not null references organization,
    user_id uuid not null references app_user,
    what text collate "C" not null check (what in ('renew_now', 'auto_renew_on', 'auto_renew_off', 'fit_assigned')),
    -- Looked at, then shown, then run once its user says so.
    phase text collate "C" not null check (phase in ('looking', 'shown', 'running', 'done')),
    began_at timestamptz not null,
    ended_at timestamptz,
    -- Whoever began it may do it no more.
    is_stopped boolean not null default false
);
create index renewal_bulk_open on renewal_bulk (began_at, id) where phase in ('looking', 'running');
create index renewal_bulk_began on renewal_bulk (began_at);

create table renewal_bulk_item (
    bulk_id uuid not null references renewal_bulk on delete cascade,
    subscription_id uuid not null references subscription (id) on delete cascade,
    -- Not looked at yet; it can be changed, is so already, or cannot; it was changed, or refused when it was to be.
    state text collate "C" not null default 'waiting'
        check (state in ('waiting', 'can', 'same', 'cannot', 'done', 'failed')),
    -- What was foreseen, as core writes it: it is done only if the same is foreseen then.
    cost text not null default '',
    -- The licenses of the next term, and what it costs.
    licenses integer,
    minor bigint,
    currency text collate "C",
    -- Why not, in core's form; nothing where the subscription is not known any more.
    refusal jsonb,
    primary key (bulk_id, subscription_id)
);
create index renewal_bulk_item_next on renewal_bulk_item (bulk_id, state, subscription_id);
create index renewal_bulk_item_subscription on renewal_bulk_item (subscription_id);
