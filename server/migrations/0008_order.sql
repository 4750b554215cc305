create table customer_order (
    customer_id uuid not null references organization,
    id uuid not null unique,
    partner_id uuid not null references organization,
    partner_of_record_id uuid references organization,
    at timestamptz not null,
    body jsonb not null,
    version bigint not null default 0,
    primary key (customer_id, id)
);
create index customer_order_partner on customer_order (partner_id, at desc);
