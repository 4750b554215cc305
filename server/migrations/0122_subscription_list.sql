-- The list of all subscriptions, for everybody who may know of them.

-- A subscription for one organization that knows of it: its customer, or a partner. All that the list is found, filtered
-- and sorted by stands here, so that a page is a walk along one index. A partner's row is a candidate: whether the
-- subscription is known still, each query asks of the relationship. What every renewal changes, such as the end of the
-- term, is none of it: the rows stay as they are while a hundred thousand renew.
create table subscription_entry (
    organization_id uuid not null references organization,
    subscription_id uuid not null references subscription (id) on delete cascade,
    customer_id uuid not null references organization,
    -- Whether the organization has ordered it or is its partner of record, or is the customer itself.
    is_own boolean not null,
    -- Whether it is the support contact, which knows of it by the right to support. All others administer the customer's
    -- subscriptions.
    is_contact boolean not null,
    since timestamptz not null,
    -- As it is stored: time may have changed it meanwhile.
    status text collate "C" not null check (status in ('active', 'suspended', 'expired', 'canceled', 'deleted')),
    kind text collate "C" not null check (kind in ('license', 'platform', 'reservation', 'software')),
    -- Of what has a next term.
    auto_renew text collate "C" check (auto_renew in ('on', 'off')),
    sku_id uuid not null references product,
    -- The partner of record.
    reseller_id uuid references organization,
    licenses bigint not null,
    -- As in the relationship. The customer's own rows have none of it.
    groups uuid[] not null default '{}',
    customer_key text collate "C" not null default '',
    search text collate "C" not null default '',
    words tsvector not null default '',
    primary key (organization_id, subscription_id)
);
create index subscription_entry_by_name on subscription_entry (organization_id, customer_key, subscription_id)
    include (search, customer_id, is_own, is_contact);
create index subscription_entry_by_time on subscription_entry (organization_id, since, subscription_id)
    include (search, customer_id, is_own, is_contact);
create index subscription_entry_by_licenses on subscription_entry (organization_id, licenses, subscription_id);
create index subscription_entry_by_status on subscription_entry (organization_id, status, customer_key, subscription_id);
create index subscription_entry_by_kind on subscription_entry (organization_id, kind, customer_key, subscription_id);
create index subscription_entry_by_auto_renew on subscription_entry
    (organization_id, auto_renew, customer_key, subscription_id) where auto_renew is not null;
create index subscription_entry_by_product on subscription_entry
    (organization_id, sku_id, customer_key, subscription_id);
create index subscription_entry_by_reseller on subscription_entry
    (organization_id, reseller_id, customer_key, subscription_id) where reseller_id is not null;
create index subscription_entry_by_group on subscription_entry using gin (groups) with (fastupdate = off)
    where groups <> '{}';
create index subscription_entry_by_word on subscription_entry using gin (words) with (gin_pending_list_limit = 512);
create index subscription_entry_by_customer on subscription_entry (customer_id, organization_id);
create index subscription_entry_by_subscription on subscription_entry (subscription_id);

-- The rows that there have to be. Who knows of a subscription, core says (`subscription::is_shown_to`).
create view subscription_entry_due as
    select known.organization_id, s.id as subscription_id, s.customer_id, known.is_own, known.is_contact, s.since,
        s.status, s.kind,
        case when s.kind <> 'software' and s.status in ('active', 'suspended')
            then coalesce(s.body #>> '{course,auto_renew}', 'on') end as auto_renew,
        s.sku_id, s.partner_of_record_id as reseller_id, s.quantity::bigint as licenses, known.groups,
        known.customer_key, known.search, known.words
    from subscription s
    cross join lateral (
        select s.customer_id as organization_id, true as is_own, false as is_contact, '{}'::uuid[] as groups,
            '' as customer_key, '' as search, ''::tsvector as words
        union all
        select r.partner_id, mine.own, mine.contact, r.groups, r.customer_key, r.search, r.words
        from relationship r
        cross join lateral (select r.partner_id = s.partner_id
            or r.partner_id is not distinct from s.partner_of_record_id as own,
            r.partner_id is not distinct from s.support_contact_id as contact) mine
        -- By the index of customers, whatever is known of the tables: that of pairs, of those in force, begins with
        -- the partner.
        where r.customer_id = s.customer_id and r.status || '' = 'active'
            and (mine.own or mine.contact or r.body #>> '{grants,administer,state}' = 'in_force')
    ) known;

-- Brings the rows of these subscriptions up to date. What comes of a relationship is left as it is in rows that are there,
-- and follows the relationship alone: so two changes at once never write what the other has replaced.
create function enter_subscriptions(changed uuid[]) returns void language plpgsql as $$
begin
    delete from subscription_entry e where e.subscription_id = any(changed) and not exists (
        select from subscription_entry_due due
        where due.subscription_id = e.subscription_id and due.organization_id = e.organization_id);
    insert into subscription_entry (organization_id, subscription_id, customer_id, is_own, is_contact, since, status, kind,
        auto_renew, sku_id, reseller_id, licenses, groups, customer_key, search, words)
    select organization_id, subscription_id, customer_id, is_own, is_contact, since, status, kind, auto_renew, sku_id,
        reseller_id, licenses, groups, customer_key, search, words
    from subscription_entry_due where subscription_id = any(changed)
    on conflict (organization_id, subscription_id) do update
        set is_own = excluded.is_own, is_contact = excluded.is_contact, since = excluded.since, status = excluded.status,
            kind = excluded.kind, auto_renew = excluded.auto_renew, sku_id = excluded.sku_id,
            reseller_id = excluded.reseller_id, licenses = excluded.licenses
        where (subscription_entry.is_own, subscription_entry.is_contact, subscription_entry.since,
                subscription_entry.status, subscription_entry.kind, subscription_entry.auto_renew,
                subscription_entry.sku_id, subscription_entry.reseller_id, subscription_entry.licenses)
            is distinct from (excluded.is_own, excluded.is_contact, excluded.since, excluded.status, excluded.kind,
                excluded.auto_renew, excluded.sku_id, excluded.reseller_id, excluded.licenses);
end $$;

create function subscriptions_entered() returns trigger language plpgsql as $$
begin
    perform enter_subscriptions(array(select id from after_rows order by id));
    return null;
end $$;
create trigger subscription_entry_inserted after insert on subscription
    referencing new table as after_rows for each statement execute function subscriptions_entered();

create function subscriptions_reentered() returns trigger language plpgsql as $$
declare
    concerned uuid[] := array(select a.id from after_rows a join before_rows b on b.id = a.id
        where (a.partner_id, a.partner_of_record_id, a.support_contact_id, a.since, a.status, a.kind, a.sku_id, a.quantity,
                coalesce(a.body #>> '{course,auto_renew}', 'on'))
            is distinct from (b.partner_id, b.partner_of_record_id, b.support_contact_id, b.since, b.status, b.kind,
                b.sku_id, b.quantity, coalesce(b.body #>> '{course,auto_renew}', 'on'))
        order by a.id);
begin
    if concerned <> '{}' then
        perform enter_subscriptions(concerned);
    end if;
    return null;
end $$;
create trigger subscription_entry_updated after update on subscription
    referencing old table as before_rows new table as after_rows
    for each statement execute function subscriptions_reentered();

-- The same for what comes of relationships.
create function subscription_relationships_followed() returns trigger language plpgsql as $$
begin
    delete from subscription_entry e using after_rows changed
        where e.customer_id = changed.customer_id and e.organization_id = changed.partner_id
            and not exists (select from subscription_entry_due due
                where due.subscription_id = e.subscription_id and due.organization_id = e.organization_id);
    insert into subscription_entry (organization_id, subscription_id, customer_id, is_own, is_contact, since, status, kind,
        auto_renew, sku_id, reseller_id, licenses, groups, customer_key, search, words)
    select due.organization_id, due.subscription_id, due.customer_id, due.is_own, due.is_contact, due.since, due.status,
        due.kind, due.auto_renew, due.sku_id, due.reseller_id, due.licenses, due.groups, due.customer_key, due.search,
        due.words
    from after_rows changed
    join subscription_entry_due due
        on due.customer_id = changed.customer_id and due.organization_id = changed.partner_id
    where changed.status = 'active'
    on conflict (organization_id, subscription_id) do update
        set groups = excluded.groups, customer_key = excluded.customer_key, search = excluded.search,
            words = excluded.words
        where (subscription_entry.groups, subscription_entry.customer_key, subscription_entry.search,
                subscription_entry.words)
            is distinct from (excluded.groups, excluded.customer_key, excluded.search, excluded.words);
    return null;
end $$;
create trigger subscription_entry_inserted after insert on relationship
    referencing new table as after_rows for each statement execute function subscription_relationships_followed();
create trigger subscription_entry_updated after update on relationship
    referencing new table as after_rows for each statement execute function subscription_relationships_followed();

-- backfill
insert into subscription_entry (organization_id, subscription_id, customer_id, is_own, is_contact, since, status, kind,
    auto_renew, sku_id, reseller_id, licenses, groups, customer_key, search, words)
select organization_id, subscription_id, customer_id, is_own, is_contact, since, status, kind, auto_renew, sku_id,
    reseller_id, licenses, groups, customer_key, search, words
from subscription_entry_due
on conflict (organization_id, subscription_id) do nothing;
