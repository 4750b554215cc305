-- What lists need to be as quick with a million customers as with ten: a key to sort and search by, and totals
-- that are kept and not counted.

-- The customer's name for sorting and for searching by its beginning: without case, in the order of its letters
-- everywhere, whatever the database's own collation is.
alter table relationship
    add column customer_key text collate "C" generated always as (lower(customer_name)) stored,
    add column customer_domain text collate "C" not null default '';

-- A tenant's domain never changes, so that it can stand beside the name. COPY may bring it along.
create function relationship_domain() returns trigger language plpgsql as $$
begin
    select domain into new.customer_domain from organization where id = new.customer_id;
    return new;
end $$;
create trigger relationship_domain before insert on relationship
    for each row when (new.customer_domain = '') execute function relationship_domain();
update relationship set customer_domain = organization.domain
    from organization where organization.id = relationship.customer_id;

drop index relationship_list;
drop index relationship_list_since;
drop index relationship_filtered;
create index relationship_by_name on relationship (partner_id, customer_key, id) where status = 'active';
create index relationship_by_since on relationship (partner_id, since, id) where status = 'active';
create index relationship_of_both_by_name on relationship (partner_id, other_partner_id, customer_key, id)
    where status = 'active';
create index relationship_of_both_by_since on relationship (partner_id, other_partner_id, since, id)
    where status = 'active';
create index relationship_by_domain on relationship (partner_id, customer_domain, id) where status = 'active';

create index invitation_open on invitation (organization_id, expires_at) where status in ('sent', 'opened');
create index subscription_of_record on subscription (partner_of_record_id) where partner_of_record_id is not null;

-- How much there is of something, as differences to be summed up. Changes only ever add rows, so that two of them
-- never wait for each other; a job puts the rows of one sum together again.
--   customers: active relationships of the organization, beside those of them with `other_id`;
--   subscriptions: active ones that the organization has ordered or is partner of record of.
create table tally (
    organization_id uuid not null,
    what text not null check (what in ('customers', 'subscriptions')),
    other_id uuid,
    amount bigint not null
);
create index tally_sum on tally (organization_id, what, other_id) include (amount);

-- One row for each sum that a statement changes, from all its rows at once: COPY is one statement.
create function tally_customers() returns trigger language plpgsql as $$
begin
    if tg_op in ('INSERT', 'UPDATE') then
        insert into tally (organization_id, what, other_id, amount)
            select partner_id, 'customers', null, count(*) from after_rows where status = 'active' group by 1
            union all
            select partner_id, 'customers', other_partner_id, count(*) from after_rows
                where status = 'active' and other_partner_id is not null group by 1, 3;
    end if;
    if tg_op in ('UPDATE', 'DELETE') then
        insert into tally (organization_id, what, other_id, amount)
            select partner_id, 'customers', null, -count(*) from before_rows where status = 'active' group by 1
            union all
            select partner_id, 'customers', other_partner_id, -count(*) from before_rows
                where status = 'active' and other_partner_id is not null group by 1, 3;
    end if;
    return null;
end $$;
create trigger tally_inserted after insert on relationship
    referencing new table as after_rows for each statement execute function tally_customers();
create trigger tally_updated after update on relationship
    referencing old table as before_rows new table as after_rows for each statement execute function tally_customers();
create trigger tally_deleted after delete on relationship
    referencing old table as before_rows for each statement execute function tally_customers();

create function tally_subscriptions() returns trigger language plpgsql as $$
begin
    if tg_op in ('INSERT', 'UPDATE') then
        insert into tally (organization_id, what, amount)
            select organization, 'subscriptions', count(*)
            from after_rows cross join lateral unnest(array[partner_id, partner_of_record_id]) organization
            where status = 'active' and organization is not null group by 1;
    end if;
    if tg_op in ('UPDATE', 'DELETE') then
        insert into tally (organization_id, what, amount)
            select organization, 'subscriptions', -count(*)
            from before_rows cross join lateral unnest(array[partner_id, partner_of_record_id]) organization
            where status = 'active' and organization is not null group by 1;
    end if;
    return null;
end $$;
create trigger tally_inserted after insert on subscription
    referencing new table as after_rows for each statement execute function tally_subscriptions();
create trigger tally_updated after update on subscription
    referencing old table as before_rows new table as after_rows
    for each statement execute function tally_subscriptions();
create trigger tally_deleted after delete on subscription
    referencing old table as before_rows for each statement execute function tally_subscriptions();

-- What is there already.
insert into tally (organization_id, what, other_id, amount)
    select partner_id, 'customers', null::uuid, count(*) from relationship where status = 'active' group by 1
    union all
    select partner_id, 'customers', other_partner_id, count(*) from relationship
        where status = 'active' and other_partner_id is not null group by 1, 3
    union all
    select organization, 'subscriptions', null, count(*)
        from subscription cross join lateral unnest(array[partner_id, partner_of_record_id]) organization
        where status = 'active' and organization is not null group by 1;

-- Puts the rows of each sum together and says how many became fewer. Rows that another transaction has just added
-- are left for the next time.
create function tally_compact() returns bigint language sql as $$
    with taken as (
        delete from tally where (organization_id, what) in (
            select organization_id, what from tally group by organization_id, what, other_id having count(*) > 1
        ) returning organization_id, what, other_id, amount
    ), put as (
        insert into tally (organization_id, what, other_id, amount)
        select organization_id, what, other_id, sum(amount) from taken group by 1, 2, 3 having sum(amount) <> 0
        returning 1
    )
    select (select count(*) from taken) - (select count(*) from put);
$$;
create index mail_by_time on mail (created_at, id);

-- Whether the demo world was put into this database. Begun and not finished: half of it is there.
create table demo_world (
    singleton boolean primary key default true check (singleton),
    begun_at timestamptz not null,
    finished_at timestamptz
);
