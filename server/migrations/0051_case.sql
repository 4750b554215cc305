-- The operator's cases of enrollments, and the documents that applicants add.
create table enrollment_case (
    id uuid primary key,
    -- An enrollment has one case.
    enrollment_id uuid not null unique references enrollment,
    organization_id uuid not null references organization,
    -- Who has taken it.
    reviewer_id uuid references app_user,
    -- Since when a decision waits for a second reviewer.
    proposed_since timestamptz,
    body jsonb not null,
    version bigint not null default 0
);
create index enrollment_case_reviewer on enrollment_case (reviewer_id) where reviewer_id is not null;
create index enrollment_case_proposed on enrollment_case (proposed_since) where proposed_since is not null;

-- What is known of each file. The files are in a folder, under these ids.
create table document (
    id uuid primary key,
    enrollment_id uuid not null references enrollment,
    organization_id uuid not null references organization,
    added_at timestamptz not null,
    -- When the file was removed, after its time.
    removed_at timestamptz
);
create index document_enrollment on document (enrollment_id);

alter table enrollment
    -- Since when it has been so: the time by which lists of cases are sorted.
    add column age_since timestamptz not null default '-infinity',
    -- Since when a document has waited for the operator.
    add column documents_since timestamptz,
    -- When the files of its documents are removed.
    add column documents_end timestamptz;
update enrollment set age_since = coalesce(waiting_since, submitted_at, age_since);
-- The queue of those that wait, and all of them, in the order of their age.
create index enrollment_waiting_age on enrollment (age_since, id) where waiting_since is not null;
create index enrollment_age on enrollment (age_since, id);
create index enrollment_documents on enrollment (age_since, id) where documents_since is not null;
create index enrollment_documents_end on enrollment (documents_end) where documents_end is not null;

-- Cases have a history too.
alter table event drop constraint event_object_check;
alter table event add constraint event_object_check check (object in
    ('organization', 'user', 'member_invitation', 'invitation', 'partnership', 'relationship', 'order', 'subscription',
     'price_list', 'enrollment', 'member', 'agreement', 'listing', 'ask', 'case'));
