-- The status of a subscription as of a moment: a term that is over counts, whether or not a job has written it down.
-- Core says it (`Family::catch_up`); a test compares the two. Whether a product was sold at the moment of a renewal is
-- asked of the catalog by core alone: what renews by itself counts as renewed here until that is written down.

-- When it expired by itself, without its base; none of what was written down, and of what goes on.
create function subscription_ran_out(s subscription, moment timestamptz) returns timestamptz stable language sql as $$
    select ended.at
    from (select case
        -- What was filled in for measuring has no history that could go on, and one-time purchases have no end.
        when s.due_at is null or s.kind = 'software' or s.ends_at > moment then null
        when s.status = 'suspended' then s.ends_at
        when s.status <> 'active' or s.body #>> '{course,auto_renew}' is distinct from 'off' then null
        when s.body #>> '{course,pending,renewed}' is distinct from 'true' then s.ends_at
        -- Renewed ahead for one more term, counted in months from the anchor as all of them are.
        else (select (first.at at time zone 'UTC' + make_interval(months => (
                (extract(year from s.ends_at at time zone 'UTC') - extract(year from first.at at time zone 'UTC')) * 12
                + extract(month from s.ends_at at time zone 'UTC') - extract(month from first.at at time zone 'UTC')
                + case s.body #>> '{course,pending,change,plan,term}'
                    when 'month' then 1 when 'year' then 12 else 36 end)::integer)) at time zone 'UTC'
            from (select coalesce((s.body #>> '{course,anchor}')::timestamptz, s.since) as at) first)
    end as at) ended
    where ended.at <= moment
$$;

-- The same of what something may have happened to. An add-on expires with its base. What is over is deleted after
-- thirty days of twenty-four hours.
create function subscription_status_of_due(s subscription, moment timestamptz) returns text stable language sql as $$
    select case
        when s.status in ('expired', 'canceled') then case when s.due_at <= moment then 'deleted' else s.status end
        when s.status = 'deleted' or ended.at is null then s.status
        when ended.at + interval '720 hours' <= moment then 'deleted'
        else 'expired'
    end
    from (select least(subscription_ran_out(s, moment), (
        select subscription_ran_out(b, moment) from subscription b where b.id = s.base_id)) as at) ended
$$;

-- To most of them nothing has happened: Postgres sees that without another function.
create function subscription_status(s subscription, moment timestamptz) returns text stable language sql as $$
    select case
        when s.base_id is null and coalesce(s.due_at > moment, true) then s.status
        else subscription_status_of_due(s, moment)
    end
$$;

-- What became of what an order bought, as of a moment.
create function order_stands(of_order uuid, moment timestamptz) returns text stable language sql as $$
    select case
        when count(s.id) = 0 or bool_and(subscription_status(s, moment) in ('active', 'suspended')) then 'running'
        when bool_or(subscription_status(s, moment) in ('active', 'suspended')) then 'partly'
        else 'over'
    end
    from customer_order o cross join lateral jsonb_array_elements(o.body -> 'lines') line
    join subscription s on s.id = (line ->> 'subscription')::uuid
    where o.id = of_order
$$;

-- How many of the subscriptions that a partner has ordered, or is partner of record of, are stored as active and are not
-- by now. They are few, and found by what is due: an add-on by its base.
create function subscriptions_run_out(partner uuid, moment timestamptz) returns bigint stable language sql as $$
    with due as materialized (
        select distinct coalesce(base_id, id) as base from subscription where due_at <= moment and ends_at <= moment
    )
    select coalesce(sum((s.partner_id = partner)::integer + coalesce((s.partner_of_record_id = partner)::integer, 0)), 0)
        ::bigint
    from due join subscription s on s.id = due.base or s.base_id = due.base
    where s.status = 'active' and partner in (s.partner_id, s.partner_of_record_id)
        and subscription_status(s, moment) <> 'active'
$$;

-- The first end of a right that a customer has granted, or of all of them, that is still to come. Core says it
-- (`Relationship::next_end`, as of the moment); a test compares the two. Lists ask for it of those relationships alone in
-- which something is over and not written down.
create function relationship_next_end(r relationship, moment timestamptz) returns timestamptz stable language sql as $$
    select case when relationship_holds(r, moment) then least((r.body #>> '{until,ends}')::timestamptz, (
        select min((g.value #>> '{until,ends}')::timestamptz) from jsonb_each(r.body -> 'grants') g
        where g.value ->> 'state' = 'in_force' and (g.value #>> '{until,ends}')::timestamptz > moment)) end
$$;
