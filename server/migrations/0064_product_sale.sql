-- What the operator has decided about the sale of a product. It stands above the price lists: no import writes here.
create table product_sale (
    id uuid primary key references product,
    operator_id uuid not null references organization,
    withdrawn boolean not null,
    body jsonb not null,
    version bigint not null default 0
);

-- What an import of prices did to a product: for the history on the product's page.
create table price_list_product (
    sku_id uuid not null references product,
    price_list_id uuid not null references price_list,
    -- The first changes, and how many there were.
    changes jsonb not null,
    total integer not null check (total > 0),
    primary key (sku_id, price_list_id)
);

-- What goes on when a product is withdrawn.
create index subscription_product on subscription (sku_id) where status = 'active';

-- The dry run of an import names the decisions that stay.
alter table import_line drop constraint import_line_effect_check;
alter table import_line add constraint import_line_effect_check check (effect in
    ('wrong', 'added', 'changed', 'ended', 'stays_withdrawn', 'limits_stay', 'limits_unpriced'));

-- Sales have a history. Whatever kinds of objects there are by now, they stay.
do $$
declare
    kinds text;
begin
    select pg_get_constraintdef(oid) into strict kinds from pg_constraint
        where conrelid = 'event'::regclass and conname = 'event_object_check';
    alter table event drop constraint event_object_check;
    execute 'alter table event add constraint event_object_check '
        || replace(kinds, 'ARRAY[', 'ARRAY[''sale''::text, ');
end $$;
