-- Imports for a customer: of its users. The organization in `operator_id` is the one that imports, whichever it is.
alter table import add column customer_id uuid references organization;
alter table import add check ((kind = 'users') = (customer_id is not null));
drop index import_open;
create unique index import_open on import
    (kind, operator_id, coalesce(customer_id, '00000000-0000-0000-0000-000000000000'))
    where status in ('checking', 'checked', 'applying');
create index import_customer on import (customer_id, operator_id, at desc) where customer_id is not null;
