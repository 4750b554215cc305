-- Why capabilities of an organization are suspended, each reason for itself; and the mark for offboarding.
alter table organization
    add column suspensions jsonb not null default '[]',
    add column offboarding jsonb,
    -- When the mark applies, as long as that was not written down.
    add column offboards_at timestamptz;
create index organization_offboards on organization (offboards_at) where offboards_at is not null;

-- What is suspended by now: by whom the log says. An enrollment suspended by a change of the capability.
update organization o set suspensions = (
    select coalesce(jsonb_agg(jsonb_build_object(
        'capability', held.key,
        'by', jsonb_build_array(case last.type when 'suspended' then 'operator' else 'enrollment' end),
        'otherwise', case when last.type = 'suspended' then 'active' else coalesce(
            (select case e.body -> 'state' ->> 'state'
                when 'active' then 'active' when 'qualified' then 'qualified' else 'enrolling' end
             from enrollment e where e.organization_id = o.id), 'active') end)), '[]')
    from jsonb_each_text(o.capabilities) held
    cross join lateral (
        select e.body -> 'event' ->> 'type' as type from event e
        where e.object = 'organization' and e.object_id = o.id
            and (e.body -> 'event' ->> 'type' = 'suspended' and e.body -> 'event' -> 'capabilities' ? held.key
                or held.key = 'indirect_reseller' and e.body -> 'event' ->> 'type' = 'capability_changed'
                    and e.body -> 'event' ->> 'capability' = held.key
                    and e.body -> 'event' ->> 'state' = 'suspended')
        order by e.version desc limit 1) last
    where held.value = 'suspended')
where exists (select from jsonb_each_text(o.capabilities) held where held.value = 'suspended');
