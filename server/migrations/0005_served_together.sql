-- Who serves a customer together with whom: one row for each partner of the other side, beside a relationship in
-- force. Which rows there are, core decides (`relationship::co_serving`); the server writes its decision down whenever a
-- relationship or a partnership has changed. Until now there was room for one other partner, chosen in SQL.

create table served_together (
    relationship_id uuid not null,
    partner_id uuid not null,
    other_id uuid not null references organization,
    -- The order in which several of them are shown.
    place integer not null,
    -- The end of the notice period of the partnership that it rests on; over from then on even when no job has run.
    until timestamptz,
    -- What the list is sorted and searched by, as in the relationship.
    customer_name text not null,
    customer_key text collate "C" generated always as (lower(customer_name)) stored,
    customer_domain text collate "C" not null,
    since timestamptz not null,
    primary key (relationship_id, other_id),
    foreign key (partner_id, relationship_id) references relationship (partner_id, id)
);

-- The relationships themselves are counted with the relationships, those with another partner here.
create or replace function tally_customers() returns trigger language plpgsql as $$
begin
    if tg_op in ('INSERT', 'UPDATE') then
        insert into tally (organization_id, what, amount)
            select partner_id, 'customers', count(*) from after_rows where status = 'active' group by 1;
    end if;
    if tg_op in ('UPDATE', 'DELETE') then
        insert into tally (organization_id, what, amount)
            select partner_id, 'customers', -count(*) from before_rows where status = 'active' group by 1;
    end if;
    return null;
end $$;

create function tally_together() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into tally (organization_id, what, other_id, amount)
            select partner_id, 'customers', other_id, count(*) from after_rows group by 1, 3;
    else
        insert into tally (organization_id, what, other_id, amount)
            select partner_id, 'customers', other_id, -count(*) from before_rows group by 1, 3;
    end if;
    return null;
end $$;
-- A change of a row never changes between whom it is: nothing to count.
create trigger tally_inserted after insert on served_together
    referencing new table as after_rows for each statement execute function tally_together();
create trigger tally_deleted after delete on served_together
    referencing old table as before_rows for each statement execute function tally_together();

-- What is there already, as core decides it; this once in SQL, for a migration has nothing else.
delete from tally where what = 'customers' and other_id is not null;
insert into served_together
    (relationship_id, partner_id, other_id, place, until, customer_name, customer_domain, since)
select mine.id, mine.partner_id, theirs.partner_id,
    row_number() over (partition by mine.id order by act.same desc, theirs.since, theirs.id) - 1,
    case when not act.same and tie.known then tie.ends_at end,
    mine.customer_name, mine.customer_domain, mine.since
from relationship mine
join relationship theirs on theirs.customer_id = mine.customer_id and theirs.status = 'active'
    and (mine.side = 'indirect_provider' and theirs.side = 'indirect_reseller'
      or mine.side = 'indirect_reseller' and theirs.side = 'indirect_provider'
        and theirs.body #>> '{grants,order_on_behalf,state}' = 'in_force')
cross join lateral (
    select coalesce(mine.body ->> 'together_with' = theirs.partner_id::text and theirs.since <= mine.since, false)
        or coalesce(theirs.body ->> 'together_with' = mine.partner_id::text and mine.since <= theirs.since, false) as same
) act
cross join lateral (
    select count(*) > 0 as there, bool_and(p.ends_at is not null) as known, max(p.ends_at) as ends_at
    from partnership p
    where p.status <> 'ended'
      and (p.provider_id = mine.partner_id and p.reseller_id = theirs.partner_id
        or p.provider_id = theirs.partner_id and p.reseller_id = mine.partner_id)
) tie
where mine.status = 'active' and (act.same or tie.there);

create index served_together_by_name on served_together (partner_id, other_id, customer_key, relationship_id);
create index served_together_by_since on served_together (partner_id, other_id, since, relationship_id);
create index served_together_by_domain on served_together (partner_id, other_id, customer_domain, relationship_id);
-- What is over and not yet written down is taken off the totals.
create index served_together_until on served_together (partner_id, other_id, until) where until is not null;

-- With it go its two indexes.
alter table relationship drop column other_partner_id;
