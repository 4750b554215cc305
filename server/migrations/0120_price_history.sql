-- What simple lists, and the operator's decisions, said of a product before they were changed. A price sheet has days of
-- its own, and a simple list has none: a renewal costs the price of its own day, however late it is recorded.
create table product_earlier (
    sku_id uuid not null references product,
    -- Until when it was so, exclusive.
    until timestamptz not null,
    sold boolean not null,
    -- The price for a month, by currency.
    prices jsonb not null,
    primary key (sku_id, until)
);
