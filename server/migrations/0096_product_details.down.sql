drop table product_tie;
alter table product drop column kind;
