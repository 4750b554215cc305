-- Licenses in the hands of customers' users: a row for each assignment, also for those that are over.
create table assignment (
    customer_id uuid not null references organization,
    id uuid not null unique,
    subscription_id uuid not null,
    user_id uuid not null references app_user,
    since timestamptz not null,
    withdrawn_at timestamptz,
    body jsonb not null,
    version bigint not null default 0,
    primary key (customer_id, id),
    foreign key (customer_id, subscription_id) references subscription
);
-- Nobody holds two of one subscription; those that are held are counted here.
create unique index assignment_held on assignment (customer_id, subscription_id, user_id) where withdrawn_at is null;
create index assignment_of_user on assignment (user_id, customer_id);

-- Never more than were bought, whoever assigns. Core has decided it before, under the same lock: this is for whoever
-- would write without asking. Fewer licenses than are held are no insert, and so none of this.
create function assigned_within_bought() returns trigger language plpgsql as $$
begin
    perform from subscription s
        where exists (select from added a where a.customer_id = s.customer_id and a.subscription_id = s.id)
        order by s.id for update;
    if exists (select from subscription s
        where exists (select from added a where a.customer_id = s.customer_id and a.subscription_id = s.id)
            and s.quantity < (select count(*) from assignment held where held.customer_id = s.customer_id
                and held.subscription_id = s.id and held.withdrawn_at is null))
    then
        raise exception 'more licenses are assigned than were bought' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger within_bought after insert on assignment
    referencing new table as added for each statement execute function assigned_within_bought();

-- Assignments have a history. Whatever kinds of objects there are by now, they stay.
do $$
declare
    kinds text;
begin
    select pg_get_constraintdef(oid) into strict kinds from pg_constraint
        where conrelid = 'event'::regclass and conname = 'event_object_check';
    alter table event drop constraint event_object_check;
    execute 'alter table event add constraint event_object_check '
        || replace(kinds, 'ARRAY[', 'ARRAY[''assignment''::text, ');
end $$;

-- Whether the object of an event in the partner's log is in a user's reach: about a customer in it, or about none.
create or replace function reaches_object(of_partner uuid, of_groups uuid[], kind text, object uuid) returns boolean
stable language sql as $$
    select of_groups is null or case kind
        when 'organization' then not exists (select from organization o
                where o.id = object and o.capabilities ->> 'customer' is not null)
            or reaches_customer(of_partner, of_groups, object)
        when 'user' then exists (select from membership m where m.user_id = object
            and (m.organization_id = of_partner or reaches_customer(of_partner, of_groups, m.organization_id)))
        when 'relationship' then exists (select from relationship r
            where r.id = object and reaches_customer(of_partner, of_groups, r.customer_id))
        when 'order' then exists (select from customer_order o
            where o.id = object and reaches_customer(of_partner, of_groups, o.customer_id))
        when 'subscription' then exists (select from subscription s
            where s.id = object and reaches_customer(of_partner, of_groups, s.customer_id))
        when 'assignment' then exists (select from assignment a
            where a.id = object and reaches_customer(of_partner, of_groups, a.customer_id))
        when 'invitation' then exists (select from invitation i where i.id = object
            and (i.organization_id = of_partner and reaches_request(of_groups, i.kind, i.body)
                or i.kind = 'partnership' or reaches_customer(of_partner, of_groups, i.addressee_id)))
        when 'customer_group' then false
        else true
    end
$$;
