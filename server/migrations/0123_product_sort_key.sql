-- The key by which products are sorted, as core writes it: accented letters beside the others.
alter table product add column sort_key text collate "C" not null default '';
-- As core writes it for nearly all names: with the next import of a product, core does.
update product set sort_key = btrim(regexp_replace(regexp_replace(
    lower(regexp_replace(normalize(name, nfkd), U&'[\0300-\036F]', '', 'g')),
    '^[^[:alnum:]]+', ''), '\s+', ' ', 'g'));
drop index product_name;
create index product_name on product (sort_key, sku_id);
