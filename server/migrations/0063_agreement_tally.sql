-- How many organizations an agreement concerns, and how many have signed each of its versions: kept and not counted,
-- as the totals of customers (`tally`). `name` is the version's; none is of all that it concerns. Rows are differences
-- to be summed up, so that two changes never wait for each other.
create table agreement_tally (
    kind text not null,
    name text,
    amount bigint not null
);
create index agreement_tally_sum on agreement_tally (kind, name) include (amount);

-- The versions of the partner agreement that count as signed: in the portal, or outside as the operator has entered it.
create function agreement_names(partner uuid, outside jsonb) returns setof text language sql stable as $$
    select name from agreement_signature where organization_id = partner and kind = 'partner_agreement'
    union
    select outside ->> 'version' where outside ->> 'version' is not null
$$;

create function is_partner(capabilities jsonb) returns boolean language sql immutable as $$
    select capabilities ?| array['indirect_provider', 'indirect_reseller', 'direct_bill']
$$;

create function tally_agreements() returns trigger language plpgsql as $$
begin
    if tg_op in ('INSERT', 'UPDATE') then
        insert into agreement_tally (kind, name, amount)
            select 'partner_agreement', null, count(*) from after_rows where is_partner(capabilities)
            having count(*) > 0
            union all
            select 'partner_agreement', signed.name, count(*)
            from after_rows o, agreement_names(o.id, o.agreement) signed (name)
            where is_partner(capabilities) group by 2;
    end if;
    if tg_op in ('UPDATE', 'DELETE') then
        insert into agreement_tally (kind, name, amount)
            select 'partner_agreement', null, -count(*) from before_rows where is_partner(capabilities)
            having count(*) > 0
            union all
            select 'partner_agreement', signed.name, -count(*)
            from before_rows o, agreement_names(o.id, o.agreement) signed (name)
            where is_partner(capabilities) group by 2;
    end if;
    return null;
end $$;
create trigger tally_agreements_inserted after insert on organization
    referencing new table as after_rows for each statement execute function tally_agreements();
create trigger tally_agreements_updated after update on organization
    referencing old table as before_rows new table as after_rows for each statement execute function tally_agreements();
create trigger tally_agreements_deleted after delete on organization
    referencing old table as before_rows for each statement execute function tally_agreements();

-- The first signature of a version counts. An agreement that is no partner agreement concerns those that have signed a
-- version of it.
create function tally_signatures() returns trigger language plpgsql as $$
begin
    insert into agreement_tally (kind, name, amount)
        select n.kind, n.name, count(distinct n.organization_id)
        from after_rows n join organization o on o.id = n.organization_id
        where (n.kind <> 'partner_agreement'
                or (is_partner(o.capabilities) and o.agreement ->> 'version' is distinct from n.name))
            and not exists (select from agreement_signature s
                where s.organization_id = n.organization_id and s.kind = n.kind and s.name = n.name
                    and not exists (select from after_rows too where too.organization_id = s.organization_id
                        and too.kind = s.kind and too.name = s.name and too.at = s.at))
        group by 1, 2
        union all
        select n.kind, null, count(distinct n.organization_id)
        from after_rows n
        where n.kind <> 'partner_agreement'
            and not exists (select from agreement_signature s
                where s.organization_id = n.organization_id and s.kind = n.kind
                    and not exists (select from after_rows too where too.organization_id = s.organization_id
                        and too.kind = s.kind and too.name = s.name and too.at = s.at))
        group by 1;
    return null;
end $$;
create trigger tally_signatures after insert on agreement_signature
    referencing new table as after_rows for each statement execute function tally_signatures();

-- The same of what was written before.
insert into agreement_tally (kind, name, amount)
    select 'partner_agreement', null, count(*) from organization where is_partner(capabilities)
    union all
    select 'partner_agreement', signed.name, count(*)
    from organization o, agreement_names(o.id, o.agreement) signed (name) where is_partner(o.capabilities) group by 2
    union all
    select kind, null, count(distinct organization_id) from agreement_signature
    where kind <> 'partner_agreement' group by 1
    union all
    select kind, name, count(distinct organization_id) from agreement_signature
    where kind <> 'partner_agreement' group by 1, 2;

-- The same job puts the rows of both together.
alter function tally_compact() rename to tally_compact_customers;
create function agreement_tally_compact() returns bigint language sql as $$
    with taken as (
        delete from agreement_tally where (kind, coalesce(name, '')) in (
            select kind, coalesce(name, '') from agreement_tally group by 1, 2 having count(*) > 1
        ) returning kind, name, amount
    ), put as (
        insert into agreement_tally (kind, name, amount)
        select kind, name, sum(amount) from taken group by 1, 2 having sum(amount) <> 0
        returning 1
    )
    select (select count(*) from taken) - (select count(*) from put);
$$;
create function tally_compact() returns bigint language sql as $$
    select tally_compact_customers() + agreement_tally_compact()
$$;
