-- The operator's program settings: one object, whose history says who changed what. What is not set is the program's
-- own, or what the server was started with.
create table program_settings (
    id uuid primary key,
    -- There is one operator, and so one of these.
    operator_id uuid not null unique references organization,
    body jsonb not null,
    version bigint not null default 0
);

-- Nothing has ever written these: the calendar is part of the settings.
drop table enrollment_calendar;
drop table enrollment_holiday;

-- Every kind of object that core knows has a history.
alter table event drop constraint event_object_check;
alter table event add constraint event_object_check check (object in
    ('organization', 'user', 'member_invitation', 'invitation', 'partnership', 'relationship', 'order', 'subscription',
     'price_list', 'enrollment', 'member', 'agreement', 'listing', 'ask', 'case', 'program'));
