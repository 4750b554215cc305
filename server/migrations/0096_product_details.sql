-- What a price sheet lacks of a product: its kind, of an add-on its bases, and the targets of upgrades.
alter table product
    add column kind text collate "C" not null default 'license'
        check (kind in ('license', 'platform', 'reservation', 'software'));

create table product_tie (
    sku_id uuid not null references product on delete cascade,
    tie text collate "C" not null check (tie in ('base', 'upgrade')),
    other_id uuid not null references product on delete cascade check (other_id <> sku_id),
    primary key (sku_id, tie, other_id)
);
