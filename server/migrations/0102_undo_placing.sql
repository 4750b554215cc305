-- A change of many customers can be undone, once: by another change, of those that are still as it left them.
alter table customer_placing add column undoes uuid references customer_placing on delete set null;
create unique index customer_placing_undoes on customer_placing (undoes) where undoes is not null;

-- What a change has changed, with the groups that the customer was in from then on.
create table customer_placed (
    placing_id uuid not null references customer_placing on delete cascade,
    relationship_id uuid not null,
    groups jsonb not null,
    primary key (placing_id, relationship_id)
);
