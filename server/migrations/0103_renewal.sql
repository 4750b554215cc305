-- When subscriptions end, for everybody who may know of them, and the reminders before.

-- When the term of a subscription ends and what becomes of it then, as core's `Subscription::ending` says without its
-- base. A test compares the two.
create function subscription_ending(s subscription) returns table (at timestamptz, outlook text) stable language sql as $$
    select
        case s.status when 'expired' then coalesce((s.body #>> '{state,at}')::timestamptz, s.ends_at) else s.ends_at end,
        case
            when s.kind = 'software' then null
            when s.status = 'expired' then 'expired'
            when s.status = 'suspended' then 'ends'
            when s.status <> 'active' then null
            when s.body #>> '{course,auto_renew}' = 'off'
                and (s.body #>> '{course,pending,renewed}') is distinct from 'true' then 'ends'
            when s.body #> '{course,pending,change}' <> jsonb_build_object(
                'sku', s.body -> 'sku', 'quantity', s.body -> 'quantity', 'plan', s.body -> 'plan') then 'changes'
            else 'renews'
        end
$$;

-- A subscription's end for one organization that knows of it: its customer, or a partner. All that the list is found,
-- filtered and sorted by stands here, so that a page is a walk along one index. A partner's row is a candidate: whether
-- it is known still, each query asks of the relationship.
create table renewal (
    organization_id uuid not null references organization,
    subscription_id uuid not null references subscription (id) on delete cascade,
    customer_id uuid not null references organization,
    -- Whether the organization has ordered it or is its partner of record, or is the customer itself; else it
    -- administers the customer's subscriptions.
    is_own boolean not null,
    at timestamptz not null,
    outlook text collate "C" not null check (outlook in ('renews', 'changes', 'ends', 'expired')),
    sku_id uuid not null references product,
    -- The partner of record.
    reseller_id uuid references organization,
    -- As in the relationship. The customer's own rows have none of it.
    groups uuid[] not null default '{}',
    customer_key text collate "C" not null default '',
    search text collate "C" not null default '',
    words tsvector not null default '',
    primary key (organization_id, subscription_id)
);
create index renewal_by_end on renewal (organization_id, at, subscription_id) include (search, customer_id, is_own);
create index renewal_by_name on renewal (organization_id, customer_key, subscription_id)
    include (search, at, customer_id, is_own);
create index renewal_by_outlook on renewal (organization_id, outlook, at, subscription_id);
create index renewal_by_product on renewal (organization_id, sku_id, at, subscription_id);
create index renewal_by_reseller on renewal (organization_id, reseller_id, at, subscription_id)
    where reseller_id is not null;
create index renewal_by_group on renewal using gin (groups) with (fastupdate = off) where groups <> '{}';
create index renewal_by_word on renewal using gin (words) with (gin_pending_list_limit = 512);
create index renewal_by_customer on renewal (customer_id, organization_id);
create index renewal_by_subscription on renewal (subscription_id);

-- The rows that there have to be. Who knows of a subscription, core says (`subscription::is_known`); an add-on ends with
-- its base if that comes first (`Subscription::ending`).
create view renewal_due as
    select known.organization_id, s.id as subscription_id, s.customer_id, known.is_own,
        case when with_base.it then of_base.at else own.at end as at,
        case when with_base.it then of_base.outlook else own.outlook end as outlook,
        s.sku_id, s.partner_of_record_id as reseller_id, known.groups, known.customer_key, known.search, known.words
    from subscription s
    cross join lateral subscription_ending(s) own
    left join subscription b on b.id = s.base_id
    left join lateral subscription_ending(b) of_base on b.id is not null
    cross join lateral (select coalesce(s.status in ('active', 'suspended') and of_base.outlook = 'ends'
        and of_base.at <= own.at, false) as it) with_base
    cross join lateral (
        select s.customer_id as organization_id, true as is_own, '{}'::uuid[] as groups, '' as customer_key,
            '' as search, ''::tsvector as words
        union all
        select r.partner_id, mine.it, r.groups, r.customer_key, r.search, r.words
        from relationship r
        cross join lateral (select r.partner_id = s.partner_id
            or r.partner_id is not distinct from s.partner_of_record_id as it) mine
        -- By the index of customers, whatever is known of the tables: that of pairs, of those in force, begins with
        -- the partner.
        where r.customer_id = s.customer_id and r.status || '' = 'active'
            and (mine.it or r.body #>> '{grants,administer,state}' = 'in_force')
    ) known
    where own.outlook is not null;

-- Brings the rows of these subscriptions and of their add-ons up to date, and has their reminders thought over. What
-- comes of a relationship is left as it is in rows that are there, and follows the relationship alone: so two changes at
-- once never write what the other has replaced.
create function follow_subscriptions(changed uuid[]) returns void language plpgsql as $$
declare
    concerned uuid[] := changed || array(select id from subscription where base_id = any(changed));
begin
    delete from renewal r where r.subscription_id = any(concerned) and not exists (select from renewal_due due
        where due.subscription_id = r.subscription_id and due.organization_id = r.organization_id);
    insert into renewal (organization_id, subscription_id, customer_id, is_own, at, outlook, sku_id, reseller_id, groups,
        customer_key, search, words)
    select organization_id, subscription_id, customer_id, is_own, at, outlook, sku_id, reseller_id, groups, customer_key,
        search, words
    from renewal_due where subscription_id = any(concerned)
    on conflict (organization_id, subscription_id) do update
        set is_own = excluded.is_own, at = excluded.at, outlook = excluded.outlook, sku_id = excluded.sku_id,
            reseller_id = excluded.reseller_id
        where (renewal.is_own, renewal.at, renewal.outlook, renewal.sku_id, renewal.reseller_id)
            is distinct from (excluded.is_own, excluded.at, excluded.outlook, excluded.sku_id, excluded.reseller_id);
    -- What was filled in for measuring has no history that could go on, and is told of to nobody.
    insert into renewal_reminder (subscription_id)
    select id from subscription where id = any(concerned) and version > 0
    on conflict (subscription_id) do update set look_at = '-infinity'
        where renewal_reminder.look_at is distinct from '-infinity';
end $$;

-- Reminders of a subscription: which was sent last, in the term that began when, and when to look again.
create table renewal_reminder (
    subscription_id uuid primary key references subscription (id) on delete cascade,
    term_starts_at timestamptz,
    days integer,
    -- Core says when (`Subscription::reminding`); at once after a change, never when there is nothing to come.
    look_at timestamptz default '-infinity',
    check ((term_starts_at is null) = (days is null))
);
create index renewal_reminder_at on renewal_reminder (look_at) where look_at is not null;

create function subscriptions_followed() returns trigger language plpgsql as $$
begin
    perform follow_subscriptions(array(select id from after_rows order by id));
    return null;
end $$;
create trigger renewal_inserted after insert on subscription
    referencing new table as after_rows for each statement execute function subscriptions_followed();
create trigger renewal_updated after update on subscription
    referencing new table as after_rows for each statement execute function subscriptions_followed();

-- The same for what comes of relationships.
create function relationships_followed() returns trigger language plpgsql as $$
begin
    delete from renewal r using after_rows changed
        where r.customer_id = changed.customer_id and r.organization_id = changed.partner_id
            and not exists (select from renewal_due due
                where due.subscription_id = r.subscription_id and due.organization_id = r.organization_id);
    insert into renewal (organization_id, subscription_id, customer_id, is_own, at, outlook, sku_id, reseller_id, groups,
        customer_key, search, words)
    select due.organization_id, due.subscription_id, due.customer_id, due.is_own, due.at, due.outlook, due.sku_id,
        due.reseller_id, due.groups, due.customer_key, due.search, due.words
    from after_rows changed
    join renewal_due due on due.customer_id = changed.customer_id and due.organization_id = changed.partner_id
    where changed.status = 'active'
    on conflict (organization_id, subscription_id) do update
        set groups = excluded.groups, customer_key = excluded.customer_key, search = excluded.search,
            words = excluded.words
        where (renewal.groups, renewal.customer_key, renewal.search, renewal.words)
            is distinct from (excluded.groups, excluded.customer_key, excluded.search, excluded.words);
    return null;
end $$;
create trigger renewal_inserted after insert on relationship
    referencing new table as after_rows for each statement execute function relationships_followed();
create trigger renewal_updated after update on relationship
    referencing new table as after_rows for each statement execute function relationships_followed();

-- backfill
insert into renewal (organization_id, subscription_id, customer_id, is_own, at, outlook, sku_id, reseller_id, groups,
    customer_key, search, words)
select organization_id, subscription_id, customer_id, is_own, at, outlook, sku_id, reseller_id, groups, customer_key,
    search, words
from renewal_due
on conflict (organization_id, subscription_id) do nothing;
insert into renewal_reminder (subscription_id)
select id from subscription where version > 0
on conflict (subscription_id) do nothing;
