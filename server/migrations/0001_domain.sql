-- The state tables for reading, and the append-only event table for history.
--
-- Each object's core state is kept whole in `body`, in core's stable serialized form; the columns beside it are
-- what lists filter and sort by, written from the same value in the one place that saves the object. No rule
-- lives here: constraints only guard what core has decided.

create table organization (
    id uuid primary key,
    name text not null,
    domain text not null unique,
    country text not null check (length(country) = 2),
    capabilities jsonb not null,
    agreement jsonb,
    mpn text,
    contact text,
    address text[] not null default '{}',
    created_at timestamptz not null,
    version bigint not null default 0
);

create table app_user (
    id uuid primary key,
    -- In lower case: two addresses that differ only in case are one account.
    email text not null check (email = lower(email)),
    name text not null,
    -- None for accounts that nobody signs in to with a password.
    password_hash text,
    must_change_password boolean not null default false,
    language text not null default 'en',
    created_at timestamptz not null,
    signed_in_at timestamptz,
    blocked_at timestamptz
);
create unique index app_user_email on app_user (lower(email));

create table membership (
    organization_id uuid not null references organization,
    user_id uuid not null references app_user,
    roles text[] not null,
    primary key (organization_id, user_id)
);
create index membership_user on membership (user_id);

create table invitation (
    organization_id uuid not null references organization,
    id uuid not null unique,
    kind text not null,
    provider_id uuid references organization,
    addressee_id uuid references organization,
    recipient text not null,
    -- As stored; a sent one whose `expires_at` has passed is an expired one, whether or not a job wrote it down.
    status text not null,
    created_at timestamptz not null,
    created_by uuid not null references app_user,
    sent_at timestamptz,
    opened_at timestamptz,
    expires_at timestamptz,
    -- When the inviter was told that it will expire soon; anew after each sending.
    reminded_at timestamptz,
    body jsonb not null,
    version bigint not null default 0,
    primary key (organization_id, id)
);
create index invitation_list on invitation (organization_id, created_at desc, id desc);
create index invitation_addressee on invitation (addressee_id) where addressee_id is not null;
create index invitation_expiry on invitation (expires_at) where status in ('sent', 'opened');

-- Links are stored hashed: who reads this table cannot use one.
create table invitation_link (
    token_hash bytea primary key check (length(token_hash) = 32),
    organization_id uuid not null,
    invitation_id uuid not null,
    number integer not null,
    made_at timestamptz not null,
    unique (organization_id, invitation_id, number),
    foreign key (organization_id, invitation_id) references invitation (organization_id, id)
);

create table partnership (
    provider_id uuid not null references organization,
    reseller_id uuid not null references organization,
    id uuid not null unique,
    status text not null,
    since timestamptz not null,
    ends_at timestamptz,
    body jsonb not null,
    version bigint not null default 0,
    primary key (provider_id, id)
);
create unique index partnership_pair on partnership (provider_id, reseller_id) where status <> 'ended';
create index partnership_reseller on partnership (reseller_id);

create table relationship (
    partner_id uuid not null references organization,
    customer_id uuid not null references organization,
    id uuid not null unique,
    side text not null,
    -- The partner of the other side that serves this customer too, for the list's filter.
    other_partner_id uuid references organization,
    -- The customer's name as it is, so that the list can be sorted by it from one index.
    customer_name text not null,
    status text not null,
    since timestamptz not null,
    body jsonb not null,
    version bigint not null default 0,
    primary key (partner_id, id)
);
create unique index relationship_pair on relationship (partner_id, customer_id) where status = 'active';
create index relationship_customer on relationship (customer_id);
create index relationship_list on relationship (partner_id, customer_name, id) where status = 'active';
create index relationship_list_since on relationship (partner_id, since, id) where status = 'active';
create index relationship_filtered on relationship (partner_id, other_partner_id, customer_name, id) where status = 'active';

create table product (
    sku_id uuid primary key,
    part_number text not null,
    name text not null,
    sold boolean not null,
    minimum integer not null check (minimum >= 1),
    maximum integer not null check (maximum >= minimum),
    per_customer integer,
    one_per_customer boolean not null default false,
    -- Price and limits are made up for the demo, and shown as such.
    demo_figures boolean not null default false
);
create index product_name on product (name, sku_id);

create table product_price (
    sku_id uuid not null references product,
    currency text not null check (length(currency) = 3),
    minor bigint not null check (minor >= 0),
    primary key (sku_id, currency)
);

create table customer_order (
    customer_id uuid not null references organization,
    id uuid not null unique,
    partner_id uuid not null references organization,
    partner_of_record_id uuid references organization,
    at timestamptz not null,
    body jsonb not null,
    primary key (customer_id, id)
);
create index customer_order_partner on customer_order (partner_id, at desc);

create table subscription (
    customer_id uuid not null references organization,
    id uuid not null unique,
    order_id uuid not null,
    partner_id uuid not null references organization,
    partner_of_record_id uuid references organization,
    sku_id uuid not null references product,
    quantity integer not null check (quantity > 0),
    status text not null,
    since timestamptz not null,
    body jsonb not null,
    version bigint not null default 0,
    primary key (customer_id, id)
);
create index subscription_partner on subscription (partner_id);

-- The activity log. Nothing in it is ever changed.
create table event (
    id uuid primary key,
    at timestamptz not null,
    organization_id uuid references organization,
    user_id uuid references app_user,
    object text not null,
    object_id uuid not null,
    body jsonb not null
);
create index event_object on event (object_id, id desc);

-- Which organizations an event concerns: they see it in their log.
create table event_audience (
    organization_id uuid not null references organization,
    event_id uuid not null references event,
    primary key (organization_id, event_id)
);

create function event_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'the event table is append-only';
end $$;
create trigger event_is_final before update or delete on event for each row execute function event_is_final();

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

-- A new customer while it is being entered.
create table customer_draft (
    organization_id uuid not null references organization,
    id uuid not null,
    data jsonb not null,
    submitted jsonb,
    created_by uuid not null references app_user,
    updated_at timestamptz not null,
    primary key (organization_id, id)
);
create index customer_draft_at on customer_draft (updated_at);
