create table partnership (
    provider_id uuid not null references organization,
    reseller_id uuid not null references organization,
    id uuid not null unique,
    status text not null check (status in ('active', 'ending', 'ended')),
    since timestamptz not null,
    ends_at timestamptz,
    body jsonb not null,
    version bigint not null default 0,
    primary key (provider_id, id)
);
create unique index partnership_pair on partnership (provider_id, reseller_id) where status <> 'ended';
create index partnership_reseller on partnership (reseller_id);
