-- Whom the customer of a subscription turns to: where it is another partner than the one that ordered, that one's right
-- is watched.
alter table subscription add column support_contact_id uuid
    generated always as ((body ->> 'support_contact')::uuid) stored;
create index subscription_supported on subscription (customer_id, support_contact_id)
    where support_contact_id <> partner_id;

-- Whom the customer turns to knows of the subscription, as core has it (`tierline_core::subscription::is_shown_to`). Both
-- are as they were but for that.

-- The rows that there have to be. Whether the organization has ordered it, is its partner of record or its support
-- contact, or is the customer itself, is in `is_own`.
create or replace view renewal_due as
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
            or r.partner_id is not distinct from s.partner_of_record_id
            or r.partner_id is not distinct from s.support_contact_id as it) mine
        -- By the index of customers, whatever is known of the tables: that of pairs, of those in force, begins with
        -- the partner.
        where r.customer_id = s.customer_id and r.status || '' = 'active'
            and (mine.it or r.body #>> '{grants,administer,state}' = 'in_force')
    ) known
    where own.outlook is not null;

-- The subscriptions that a reader knows of, as core has it (`tierline_core::subscription::is_shown_to`); a test compares
-- the two. A reader that is a customer knows its own. A partner knows those of the customers with a relationship in
-- force and in its user's reach that it has ordered, is partner of record for, supports, or administers; of all, or of one
-- customer, or with one partner of record. It is planned for each call: a partner's customers are a few or thousands.
create or replace function subscriptions_shown(is_customer boolean, reader uuid, reach uuid[], of_customer uuid, of_reseller uuid)
returns table (id uuid, customer_id uuid)
language plpgsql stable rows 1000 set plan_cache_mode = force_custom_plan as $$
begin
    return query
    select s.id, s.customer_id from subscription s where is_customer and s.customer_id = reader
    union all
    select s.id, s.customer_id
    from relationship r join subscription s on s.customer_id = r.customer_id
    where not is_customer and r.partner_id = reader and r.status = 'active' and (reach is null or r.groups && reach)
        and (of_customer is null or r.customer_id = of_customer)
        and (of_reseller is null or s.partner_of_record_id = of_reseller)
        and (reader in (s.partner_id, s.partner_of_record_id, s.support_contact_id)
            or r.body #>> '{grants,administer,state}' = 'in_force');
end $$;
