-- A partner's groups of customers, to which its users' rights can be narrowed.
create table customer_group (
    id uuid primary key,
    partner_id uuid not null references organization,
    name text not null,
    removed_at timestamptz,
    body jsonb not null,
    version bigint not null default 0
);
create unique index customer_group_name on customer_group (partner_id, name) where removed_at is null;

-- The groups in which a customer is, beside the relationship's state. Removed groups may be among them.
alter table relationship add column groups uuid[] not null default '{}';
create index relationship_by_group on relationship using gin (groups) with (fastupdate = off)
    where status = 'active' and groups <> '{}';

-- The groups to which a user is narrowed in an organization; null for a user who sees all customers.
alter table membership add column customer_groups uuid[] check (customer_groups <> '{}');

-- Groups have a history. Whatever kinds of objects there are by now, they stay.
do $$
declare
    kinds text;
begin
    select pg_get_constraintdef(oid) into strict kinds from pg_constraint
        where conrelid = 'event'::regclass and conname = 'event_object_check';
    alter table event drop constraint event_object_check;
    execute 'alter table event add constraint event_object_check '
        || replace(kinds, 'ARRAY[', 'ARRAY[''customer_group''::text, ');
end $$;

-- The reach of a user, once for all queries, as core has it (`tierline_core::reach`); a test compares the two. The groups
-- are those to which the user is narrowed, and null for a user who sees all.

-- Whether a customer of the partner is in it.
create function reaches_customer(of_partner uuid, of_groups uuid[], customer uuid) returns boolean
stable language sql as $$
    select of_groups is null or exists (select from relationship r
        where r.partner_id = of_partner and r.customer_id = customer and r.status = 'active' and r.groups && of_groups)
$$;

-- Whether a request of the partner is in it: those to resellers are about no customer.
create function reaches_request(of_groups uuid[], asks text, request jsonb) returns boolean
stable language sql as $$
    select of_groups is null or asks = 'partnership' or coalesce(request -> 'groups' ?| of_groups::text[], false)
$$;

-- Whether the object of an event in the partner's log is in it: about a customer in it, or about none.
create function reaches_object(of_partner uuid, of_groups uuid[], kind text, object uuid) returns boolean
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
        when 'invitation' then exists (select from invitation i where i.id = object
            and (i.organization_id = of_partner and reaches_request(of_groups, i.kind, i.body)
                or i.kind = 'partnership' or reaches_customer(of_partner, of_groups, i.addressee_id)))
        when 'customer_group' then false
        else true
    end
$$;
