-- The numbers of licenses in one subscription that the file of product details says, beside those that prices are for:
-- a price sheet is imported again and again, and takes nothing of this away. What the file leaves open is null. What a
-- customer may have in all stands in `product`, where no price sheet writes it.
create table product_details (
    sku_id uuid primary key references product on delete cascade,
    minimum integer check (minimum > 0),
    maximum integer check (maximum > 0),
    check (minimum <= maximum),
    check (minimum is not null or maximum is not null)
);

-- Which products lead to this one.
create index product_tie_other on product_tie (other_id);

-- The dry run names what is sold beyond the limits of the file, and limits for which there are no prices.
alter table import_line drop constraint import_line_effect_check;
alter table import_line add constraint import_line_effect_check check (effect in
    ('wrong', 'added', 'changed', 'ended', 'stays_withdrawn', 'limits_stay', 'limits_unpriced', 'below_sold',
    'unpriced'));
