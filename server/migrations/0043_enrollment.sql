-- Enrollments: how companies become partners.

create table enrollment (
    id uuid primary key,
    -- An organization enrolls once.
    organization_id uuid not null unique references organization,
    -- The program's status when it was saved. A rejected one whose `suspends_at` has passed is suspended.
    status text not null check (status in
        ('initialized', 'pending_qualification', 'qualified', 'denied', 'active', 'suspended')),
    -- Whose turn it is.
    turn text not null check (turn in ('applicant', 'contact', 'operator', 'nobody')),
    submitted_at timestamptz,
    -- Since when the operator has had something to decide.
    waiting_since timestamptz,
    -- Since when somebody has objected to a failed check.
    appealed_since timestamptz,
    suspends_at timestamptz,
    -- That of the primary contact's address.
    mail_domain text,
    body jsonb not null,
    version bigint not null default 0
);
create index enrollment_waiting on enrollment (waiting_since, id) where waiting_since is not null;
create index enrollment_appealed on enrollment (appealed_since, id) where appealed_since is not null;
create index enrollment_mail_domain on enrollment (mail_domain) where mail_domain is not null;
-- What the job looks for.
create index enrollment_overdue on enrollment (suspends_at)
    where suspends_at is not null and status <> 'suspended';

-- Links that were mailed to primary contacts, stored hashed: who reads this table cannot use one.
create table enrollment_link (
    token_hash bytea primary key check (length(token_hash) = 32),
    enrollment_id uuid not null references enrollment,
    -- The first is number 1.
    number integer not null,
    unique (enrollment_id, number)
);

-- The operator's calendar, and the promised days of a review; what is not set is the program's own.
create table enrollment_calendar (
    singleton boolean primary key default true check (singleton),
    weekend text not null default 'saturday_sunday' check (weekend in ('saturday_sunday', 'friday_saturday')),
    promise_from integer not null default 3 check (promise_from > 0),
    promise_to integer not null default 5 check (promise_to >= promise_from)
);
create table enrollment_holiday (
    day date primary key
);

-- Every kind of object that core knows has a history.
alter table event drop constraint event_object_check;
alter table event add constraint event_object_check check (object in
    ('organization', 'user', 'member_invitation', 'invitation', 'partnership', 'relationship', 'order', 'subscription',
     'price_list', 'enrollment', 'member', 'agreement'));
