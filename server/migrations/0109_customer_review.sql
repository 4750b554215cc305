-- The customers whose account the operator verifies. Begun and ended by events of the organization, which are the
-- history; here stands what counts now. Whoever begins or ends a review locks the customer's row in `organization`.
create table customer_review (
    customer_id uuid primary key references organization on delete cascade,
    since timestamptz not null,
    reason text not null check (reason <> ''),
    by uuid not null references app_user
);
