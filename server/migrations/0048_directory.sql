-- The directory of providers: what it shows of each, what is proposed, and the messages that ask to partner.
create table listing (
    id uuid primary key,
    provider_id uuid not null unique references organization,
    -- What is shown; none before a proposal was approved.
    published_at timestamptz,
    countries text[] not null default '{}',
    region text,
    services text[] not null default '{}',
    sort_key text collate "C" not null default '',
    -- Every word by which it is found (core's `text::search`), with a space before and after each.
    search text collate "C" not null default '',
    -- The latest proposal.
    proposal_state text check (proposal_state in ('submitted', 'approved', 'rejected', 'withdrawn', 'superseded')),
    proposed_at timestamptz,
    proposed_sort_key text collate "C" not null default '',
    proposed_search text collate "C" not null default '',
    body jsonb not null,
    version bigint not null default 0
);
create index listing_name on listing (sort_key, id) where published_at is not null;
create index listing_region on listing (region, sort_key, id) where published_at is not null;
create index listing_countries on listing using gin (countries) where published_at is not null;
create index listing_waiting on listing (proposed_at, id) where proposal_state = 'submitted';
create index listing_proposed on listing (proposed_at, id) where proposal_state is not null;

-- What the directory has shown, version by version.
create table listing_version (
    listing_id uuid not null references listing,
    number integer not null,
    body jsonb not null,
    primary key (listing_id, number)
);

create table partner_ask (
    id uuid primary key,
    reseller_id uuid not null references organization,
    provider_id uuid not null references organization,
    status text not null check (status in ('waiting', 'answered', 'declined', 'withdrawn')),
    asked_at timestamptz not null,
    body jsonb not null,
    version bigint not null default 0
);
-- One message of a reseller waits for each provider.
create unique index partner_ask_open on partner_ask (reseller_id, provider_id) where status = 'waiting';
create index partner_ask_received on partner_ask (provider_id, asked_at) where status = 'waiting';
create index partner_ask_sent on partner_ask (reseller_id, asked_at) where status = 'waiting';
create index partner_ask_between on partner_ask (reseller_id, provider_id, asked_at desc);

-- Every kind of object that core knows; events of some are not written yet.
alter table event drop constraint event_object_check;
alter table event add constraint event_object_check check (object in
    ('organization', 'user', 'member_invitation', 'invitation', 'partnership', 'relationship', 'order', 'subscription',
     'price_list', 'enrollment', 'member', 'agreement', 'listing', 'ask'));
