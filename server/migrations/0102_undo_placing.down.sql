drop table customer_placed;
alter table customer_placing drop column undoes;
