-- Resellers' requests for orders, to the provider that orders for the customer.
create table order_request (
    id uuid primary key,
    reseller_id uuid not null references organization,
    provider_id uuid not null references organization,
    customer_id uuid not null references organization,
    -- None for new subscriptions.
    subscription_id uuid,
    what text not null check (what in ('new', 'more', 'fewer', 'upgrade', 'renew', 'cancel')),
    status text not null check (status in
        ('waiting_for_customer', 'waiting_for_provider', 'approved', 'declined', 'withdrawn', 'lapsed')),
    asks_customer boolean not null,
    asked_at timestamptz not null,
    lapses_at timestamptz not null,
    body jsonb not null,
    version bigint not null default 0
);
create index order_request_of_reseller on order_request (reseller_id, asked_at);
create index order_request_of_provider on order_request (provider_id, asked_at);
create index order_request_of_customer on order_request (customer_id, asked_at);
-- What waits: for the overview, and for what time ends.
create index order_request_waiting_provider on order_request (provider_id, asked_at) where status = 'waiting_for_provider';
create index order_request_waiting_customer on order_request (customer_id, asked_at) where status = 'waiting_for_customer';
create index order_request_lapsing on order_request (lapses_at)
    where status in ('waiting_for_customer', 'waiting_for_provider');
-- A reseller asks for one thing at a time with a subscription.
create unique index order_request_open on order_request (reseller_id, subscription_id)
    where status in ('waiting_for_customer', 'waiting_for_provider');

-- What is written about a request, by its number: read page by page.
create table order_request_message (
    request_id uuid not null references order_request,
    number integer not null check (number > 0),
    side text not null check (side in ('reseller', 'provider', 'customer')),
    organization_id uuid not null references organization,
    user_id uuid not null references app_user,
    said_at timestamptz not null,
    text text not null,
    primary key (request_id, number)
);

-- Requests have a history. Whatever kinds of objects there are by now, they stay.
do $$
declare
    kinds text;
begin
    select pg_get_constraintdef(oid) into strict kinds from pg_constraint
        where conrelid = 'event'::regclass and conname = 'event_object_check';
    alter table event drop constraint event_object_check;
    execute 'alter table event add constraint event_object_check '
        || replace(kinds, 'ARRAY[', 'ARRAY[''order_request''::text, ');
end $$;

-- Whether the object of an event in the partner's log is in a user's reach: about a customer in it, or about none.
create or replace function reaches_object(of_partner uuid, of_groups uuid[], kind text, object uuid) returns boolean
stable language sql as $$
    select of_groups is null or case kind
        when 'organization' then not exists (select from organization o
                where o.id = object and o.capabilities ->> 'customer' is not null)
            or reaches_customer(of_partner, of_groups, object)
        when 'user' then exists (select from membership m where m.user_id = object
            and (m.organization_id = of_partner or reaches_customer(of_partner, of_groups, m.organization_id)))
        when 'relationship' then exists (select from relationship r
            where r.id = object and reaches_customer(of_partner, of_groups, r.customer_id))
        when 'order' then exists (select from customer_order o
            where o.id = object and reaches_customer(of_partner, of_groups, o.customer_id))
        when 'subscription' then exists (select from subscription s
            where s.id = object and reaches_customer(of_partner, of_groups, s.customer_id))
        when 'assignment' then exists (select from assignment a
            where a.id = object and reaches_customer(of_partner, of_groups, a.customer_id))
        when 'order_request' then exists (select from order_request q
            where q.id = object and reaches_customer(of_partner, of_groups, q.customer_id))
        when 'invitation' then exists (select from invitation i where i.id = object
            and (i.organization_id = of_partner and reaches_request(of_groups, i.kind, i.body)
                or i.kind = 'partnership' or reaches_customer(of_partner, of_groups, i.addressee_id)))
        when 'customer_group' then false
        else true
    end
$$;
