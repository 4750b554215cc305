-- Order history: every order, for everybody who may know of it.

-- What became of what an order bought, as core's `Standing::of` says. Its subscriptions are there a moment after it:
-- until then everything goes on. A test compares the two.
create function order_standing(o customer_order) returns text stable language sql as $$
    select case
        when count(s.id) = 0 or bool_and(s.status in ('active', 'suspended')) then 'running'
        when bool_or(s.status in ('active', 'suspended')) then 'partly'
        else 'over'
    end
    from jsonb_array_elements(o.body -> 'lines') line
    join subscription s on s.id = (line ->> 'subscription')::uuid
$$;

-- An order for one organization that knows of it: its customer, or a partner. All that the list is found, filtered and
-- sorted by stands here, so that a page is a walk along one index. A partner's row is a candidate: whether the order is
-- known still, each query asks of the relationship.
create table order_entry (
    organization_id uuid not null references organization,
    order_id uuid not null references customer_order (id) on delete cascade,
    customer_id uuid not null references organization,
    partner_id uuid not null references organization,
    -- The partner of record.
    reseller_id uuid references organization,
    -- Whether the organization has ordered it or is its partner of record, or is the customer itself; else it
    -- administers the customer's subscriptions.
    is_own boolean not null,
    at timestamptz not null,
    skus uuid[] not null,
    licenses bigint not null,
    standing text collate "C" not null check (standing in ('running', 'partly', 'over')),
    -- As in the relationship. The customer's own rows have none of it.
    groups uuid[] not null default '{}',
    customer_key text collate "C" not null default '',
    search text collate "C" not null default '',
    words tsvector not null default '',
    primary key (organization_id, order_id)
);
create index order_entry_by_time on order_entry (organization_id, at, order_id) include (search, customer_id, is_own);
create index order_entry_by_name on order_entry (organization_id, customer_key, order_id)
    include (search, at, customer_id, is_own);
create index order_entry_by_licenses on order_entry (organization_id, licenses, order_id);
create index order_entry_by_standing on order_entry (organization_id, standing, at, order_id);
create index order_entry_by_reseller on order_entry (organization_id, reseller_id, at, order_id)
    where reseller_id is not null;
create index order_entry_by_partner on order_entry (organization_id, partner_id, at, order_id);
create index order_entry_of_customer on order_entry (organization_id, customer_id, at, order_id);
create index order_entry_by_customer on order_entry (customer_id, organization_id);
create index order_entry_by_order on order_entry (order_id);
create index order_entry_by_product on order_entry using gin (skus) with (fastupdate = off);
create index order_entry_by_group on order_entry using gin (groups) with (fastupdate = off) where groups <> '{}';
create index order_entry_by_word on order_entry using gin (words) with (gin_pending_list_limit = 512);

-- The products that an organization's orders have, to filter by: a few hundred at most, however many orders there are.
create table order_product (
    organization_id uuid not null references organization,
    sku_id uuid not null references product,
    primary key (organization_id, sku_id)
);

-- The rows that there have to be. Who knows of an order, core says (`order::is_shown_to`).
create view order_known as
    select known.organization_id, o.id as order_id, o.customer_id, o.partner_id,
        o.partner_of_record_id as reseller_id, known.is_own, o.at, line.skus, line.licenses,
        order_standing(o) as standing, known.groups, known.customer_key, known.search, known.words
    from customer_order o
    cross join lateral (
        select coalesce(array_agg((it ->> 'sku')::uuid), '{}') as skus,
            coalesce(sum((it ->> 'quantity')::bigint), 0)::bigint as licenses
        from jsonb_array_elements(o.body -> 'lines') it
    ) line
    cross join lateral (
        select o.customer_id as organization_id, true as is_own, '{}'::uuid[] as groups, '' as customer_key,
            '' as search, ''::tsvector as words
        union all
        select r.partner_id, mine.it, r.groups, r.customer_key, r.search, r.words
        from relationship r
        cross join lateral (select r.partner_id = o.partner_id
            or r.partner_id is not distinct from o.partner_of_record_id as it) mine
        -- By the index of customers, whatever is known of the tables: that of pairs, of those in force, begins with
        -- the partner.
        where r.customer_id = o.customer_id and r.status || '' = 'active'
            and (mine.it or r.body #>> '{grants,administer,state}' = 'in_force')
    ) known;

-- Writes the rows of these orders.
create function enter_orders(added uuid[]) returns void language plpgsql as $$
begin
    insert into order_entry (organization_id, order_id, customer_id, partner_id, reseller_id, is_own, at, skus, licenses,
        standing, groups, customer_key, search, words)
    select organization_id, order_id, customer_id, partner_id, reseller_id, is_own, at, skus, licenses, standing, groups,
        customer_key, search, words
    from order_known where order_id = any(added)
    on conflict (organization_id, order_id) do nothing;
    insert into order_product (organization_id, sku_id)
    select distinct e.organization_id, sku from order_entry e cross join lateral unnest(e.skus) sku
    join product p on p.sku_id = sku
    where e.order_id = any(added)
    order by 1, 2
    on conflict do nothing;
end $$;

create function orders_entered() returns trigger language plpgsql as $$
begin
    perform enter_orders(array(select id from after_rows order by id));
    return null;
end $$;
create trigger order_entered after insert on customer_order
    referencing new table as after_rows for each statement execute function orders_entered();

-- What begins or ends is what the standing of its order follows; a renewal or another number of licenses is not. Two
-- lines of an order may end in two transactions: the later one looks when it has the rows, and then sees the other's.
create function order_standing_followed() returns trigger language plpgsql as $$
declare
    concerned uuid[] := array(select a.order_id from after_rows a join before_rows b on b.id = a.id
        where (a.status in ('active', 'suspended')) is distinct from (b.status in ('active', 'suspended')));
begin
    if concerned = '{}' then
        return null;
    end if;
    perform from order_entry where order_id = any(concerned) order by order_id, organization_id for update;
    update order_entry e set standing = order_standing(o)
    from customer_order o
    where o.id = e.order_id and o.id = any(concerned) and e.standing is distinct from order_standing(o);
    return null;
end $$;
create trigger order_standing_followed after update on subscription
    referencing old table as before_rows new table as after_rows
    for each statement execute function order_standing_followed();

-- The same for what comes of relationships.
create function order_relationships_followed() returns trigger language plpgsql as $$
begin
    delete from order_entry e using after_rows changed
        where e.customer_id = changed.customer_id and e.organization_id = changed.partner_id
            and not exists (select from order_known known
                where known.order_id = e.order_id and known.organization_id = e.organization_id);
    insert into order_entry (organization_id, order_id, customer_id, partner_id, reseller_id, is_own, at, skus, licenses,
        standing, groups, customer_key, search, words)
    select known.organization_id, known.order_id, known.customer_id, known.partner_id, known.reseller_id, known.is_own,
        known.at, known.skus, known.licenses, known.standing, known.groups, known.customer_key, known.search, known.words
    from after_rows changed
    join order_known known on known.customer_id = changed.customer_id and known.organization_id = changed.partner_id
    where changed.status = 'active'
    on conflict (organization_id, order_id) do update
        set groups = excluded.groups, customer_key = excluded.customer_key, search = excluded.search,
            words = excluded.words
        where (order_entry.groups, order_entry.customer_key, order_entry.search, order_entry.words)
            is distinct from (excluded.groups, excluded.customer_key, excluded.search, excluded.words);
    insert into order_product (organization_id, sku_id)
    select distinct e.organization_id, sku from after_rows changed
    join order_entry e on e.customer_id = changed.customer_id and e.organization_id = changed.partner_id
    cross join lateral unnest(e.skus) sku
    join product p on p.sku_id = sku
    where changed.status = 'active'
    order by 1, 2
    on conflict do nothing;
    return null;
end $$;
create trigger order_entry_inserted after insert on relationship
    referencing new table as after_rows for each statement execute function order_relationships_followed();
create trigger order_entry_updated after update on relationship
    referencing new table as after_rows for each statement execute function order_relationships_followed();

-- backfill
insert into order_entry (organization_id, order_id, customer_id, partner_id, reseller_id, is_own, at, skus, licenses,
    standing, groups, customer_key, search, words)
select organization_id, order_id, customer_id, partner_id, reseller_id, is_own, at, skus, licenses, standing, groups,
    customer_key, search, words
from order_known
on conflict (organization_id, order_id) do nothing;
insert into order_product (organization_id, sku_id)
select distinct e.organization_id, sku from order_entry e cross join lateral unnest(e.skus) sku
join product p on p.sku_id = sku
on conflict do nothing;
