create table product (
    sku_id uuid primary key,
    part_number text not null,
    name text not null,
    sold boolean not null,
    minimum integer not null check (minimum >= 1),
    maximum integer not null check (maximum >= minimum),
    per_customer integer,
    one_per_customer boolean not null default false,
    -- Price and limits are made up for the demo, and shown as such.
    demo_figures boolean not null default false,
    -- Every word by which it is found (core's `text::search`), with a space before and after each.
    search text collate "C" not null default ''
);
create index product_name on product (name, sku_id);

create table product_price (
    sku_id uuid not null references product,
    currency text not null check (length(currency) = 3),
    minor bigint not null check (minor >= 0),
    primary key (sku_id, currency)
);
