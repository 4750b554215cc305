-- Statements: the lines of a month, by subscription.
create index charge_of_month on charge (subscription_id, at);

-- The subscriptions that a reader knows of, as core has it (`tierline_core::subscription::is_shown_to`); a test compares
-- the two. A reader that is a customer knows its own. A partner knows those of the customers with a relationship in
-- force and in its user's reach that it has ordered, is partner of record for, or administers; of all, or of one
-- customer, or with one partner of record. It is planned for each call: a partner's customers are a few or thousands.
create function subscriptions_shown(is_customer boolean, reader uuid, reach uuid[], of_customer uuid, of_reseller uuid)
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
        and (s.partner_id = reader or s.partner_of_record_id = reader
            or r.body #>> '{grants,administer,state}' = 'in_force');
end $$;
