-- What a customer has granted, as of a moment: an end date that has come counts, whether or not a job has written it
-- down. Core says it (`Relationship::is_active_at`, `Relationship::grants_at`); a test compares the two. Lists ask for it
-- of the few relationships alone in which something is over and not written down (`ends_at`).
create function relationship_holds(r relationship, moment timestamptz) returns boolean stable language sql as $$
    select r.status = 'active' and (r.ends_at is null or moment < r.ends_at
        or coalesce(moment < (r.body #>> '{until,ends}')::timestamptz, true))
$$;

create function right_holds(r relationship, which text, moment timestamptz) returns boolean stable language sql as $$
    select relationship_holds(r, moment)
        and coalesce(r.body #>> array['grants', which, 'state'] = 'in_force', false)
        and coalesce(moment < (r.body #>> array['grants', which, 'until', 'ends'])::timestamptz, true)
$$;

-- Whether the partner of a relationship knows of this subscription of its customer at a moment, as core has it
-- (`tierline_core::subscription::is_shown_to`).
create function subscription_known(r relationship, of_subscription uuid, moment timestamptz) returns boolean
stable language sql as $$
    select relationship_holds(r, moment) and (right_holds(r, 'administer', moment)
        or exists (select from subscription s where s.id = of_subscription and s.customer_id = r.customer_id
            and (r.partner_id in (s.partner_id, s.partner_of_record_id)
                or r.partner_id = s.support_contact_id and right_holds(r, 'support', moment))))
$$;

-- As before, but for the moment.
drop function subscriptions_shown(boolean, uuid, uuid[], uuid, uuid);
create function subscriptions_shown(is_customer boolean, reader uuid, reach uuid[], of_customer uuid, of_reseller uuid,
    moment timestamptz)
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
            or r.body #>> '{grants,administer,state}' = 'in_force')
        and (r.ends_at is null or r.ends_at > moment or subscription_known(r, s.id, moment));
end $$;
