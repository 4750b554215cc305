-- The prices of the program's sheet count by their dates when they are asked for. What was written at an import, for
-- the day of that import, is not read any more.
delete from product_price where sku_id in (select sku_id from product where offer is not null);
update product set sold = true where offer is not null;
comment on column product.sold is 'of a simple list; products of the sheet (with an offer) are sold while a price is valid';
