-- The reviews of customers' accounts that are over: what was scheduled for a renewal waits if it falls into one, however
-- late the renewal is written down. Of a review that ended before, nothing that it would stop is left to be written down.
create table customer_reviewed (
    customer_id uuid not null references organization on delete cascade,
    since timestamptz not null,
    until timestamptz not null,
    check (until >= since)
);
create index customer_reviewed_of on customer_reviewed (customer_id, since);
