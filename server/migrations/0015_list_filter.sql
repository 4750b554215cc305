-- What customers are filtered by, beside what they are sorted and found by.
alter table relationship
    -- Never changes, so that it can stand here; COPY may bring it along.
    add column customer_country text collate "C" not null default '',
    -- Rights that the partner's side asks for and that are not in force, as core says (`Relationship::missing`).
    add column missing text[] not null default '{}';

update relationship r set
    customer_country = (select o.country from organization o where o.id = r.customer_id),
    -- As core's rule was when this was written; from now on core is asked.
    missing = array(
        select asked.code from (values
            (1, 'order_on_behalf', '{indirect_provider,direct_bill}'::text[]),
            (2, 'administer', '{indirect_reseller,direct_bill}'),
            (3, 'support', '{indirect_provider,indirect_reseller,direct_bill}')) asked (place, code, sides)
        where r.side = any(asked.sides) and r.body -> 'grants' -> asked.code ->> 'state' is distinct from 'in_force'
        order by asked.place);

create or replace function relationship_domain() returns trigger language plpgsql as $$
begin
    select domain, country into new.customer_domain, new.customer_country
        from organization where id = new.customer_id;
    return new;
end $$;

-- A country that many customers are in is met by a walk along the keys, one with few is looked up here.
create index relationship_by_country on relationship (partner_id, customer_country) where status = 'active';
create index relationship_by_side on relationship (partner_id, side) where status = 'active';
-- Few customers keep a right back.
create index relationship_by_missing on relationship using gin (partner_id, missing)
    where status = 'active' and missing <> '{}';
