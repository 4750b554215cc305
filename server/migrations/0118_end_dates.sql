-- Rights that end by themselves, and the reminders before. Core says all of it (`Relationship::next_end`,
-- `Relationship::reminding`, `Relationship::renewal_state`); the columns are for finding.
alter table relationship
    -- The first end that is still to come or to be written down: of a right, or of the whole.
    add column ends_at timestamptz,
    -- When to look again whether somebody is to be reminded.
    add column remind_at timestamptz,
    -- When the customer was asked to renew, for the last time, and until when it can answer; none after its answer.
    add column renewal_until timestamptz;
create index relationship_ends on relationship (ends_at, id) where ends_at is not null and status = 'active';
create index relationship_of_partner_ends on relationship (partner_id, ends_at, id)
    where ends_at is not null and status = 'active';
create index relationship_remind on relationship (remind_at, id) where remind_at is not null and status = 'active';

-- The reminders that were sent: for which end, and how many days before.
create table relationship_reminder (
    relationship_id uuid not null references relationship (id) on delete cascade,
    ends_at timestamptz not null,
    days integer not null check (days in (30, 7, 1)),
    primary key (relationship_id, ends_at, days)
);
