-- Imports of price lists: the record of who changed the catalog. The products themselves are in `product`.
create table price_list (
    id uuid primary key,
    operator_id uuid not null references organization,
    at timestamptz not null,
    body jsonb not null,
    version bigint not null default 0
);

alter table event drop constraint event_object_check;
alter table event add constraint event_object_check check (object in
    ('organization', 'user', 'invitation', 'partnership', 'relationship', 'order', 'subscription', 'price_list'));
