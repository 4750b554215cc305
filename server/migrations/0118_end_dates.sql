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

-- Many customers that are asked to renew by one text: chosen at the beginning, and asked in steps. Each step asks some of
-- them and leaves the others here, in one transaction: what breaks off goes on where it was. Where each customer stands,
-- its relationship says.
create table renewal_request (
    id uuid primary key,
    partner_id uuid not null references organization,
    user_id uuid not null references app_user,
    message text not null,
    -- The last day that is proposed.
    day date not null,
    chosen bigint not null,
    asked bigint not null default 0,
    -- Those that could not be asked: nothing ends any more, or they were asked a short time ago.
    left_out bigint not null default 0,
    began_at timestamptz not null,
    ended_at timestamptz,
    -- Whoever began it may do it no more.
    is_stopped boolean not null default false
);
create index renewal_request_open on renewal_request (began_at, id) where ended_at is null;
create index renewal_request_ended on renewal_request (ended_at) where ended_at is not null;
create index renewal_request_of_partner on renewal_request (partner_id, began_at, id);

create table renewal_request_item (
    request_id uuid not null references renewal_request on delete cascade,
    relationship_id uuid not null,
    primary key (request_id, relationship_id)
);
