create table subscription (
    customer_id uuid not null references organization,
    id uuid not null unique,
    order_id uuid not null,
    partner_id uuid not null references organization,
    partner_of_record_id uuid references organization,
    sku_id uuid not null references product,
    quantity integer not null check (quantity > 0),
    status text not null check (status in ('active', 'suspended', 'expired', 'canceled', 'deleted')),
    since timestamptz not null,
    -- The present term; it ends before `ends_at`.
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    body jsonb not null,
    version bigint not null default 0,
    primary key (customer_id, id)
);
create index subscription_partner on subscription (partner_id);
create index subscription_of_record on subscription (partner_of_record_id) where partner_of_record_id is not null;

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
