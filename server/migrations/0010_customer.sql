-- A new customer while it is being entered.
create table customer_draft (
    organization_id uuid not null references organization,
    id uuid not null,
    data jsonb not null,
    submitted jsonb,
    created_by uuid not null references app_user,
    updated_at timestamptz not null,
    primary key (organization_id, id)
);
create index customer_draft_at on customer_draft (updated_at);
