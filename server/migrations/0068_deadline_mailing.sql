-- A deadline that was moved is told like a version that was published: to those who have not signed, in steps. Whoever
-- is still to be told of the version itself learns of the deadline as it is then.
alter table agreement_mailing
    add column about text not null default 'published' check (about in ('published', 'deadline')),
    -- The last partner that is told; none, if all are.
    add column until uuid,
    drop constraint agreement_mailing_pkey,
    add primary key (agreement_id, about);
alter table agreement_mailing alter column about drop default;
