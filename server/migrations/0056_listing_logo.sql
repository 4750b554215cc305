-- Logos of listings, as we have drawn them again: the uploaded files are not kept.
create table listing_logo (
    provider_id uuid not null references organization,
    -- The SHA-256 of the large one.
    digest bytea not null check (octet_length(digest) = 32),
    small bytea not null,
    large bytea not null,
    -- By the database's own clock: the latest uploads are kept for forms that are still open.
    added_at timestamptz not null default now(),
    -- Whether a version of the listing had it: then everybody may see it, for good.
    is_shown boolean not null default false,
    primary key (provider_id, digest)
);
-- Two providers may upload the same picture.
create index listing_logo_digest on listing_logo (digest);
-- They are compressed already.
alter table listing_logo alter column small set storage external, alter column large set storage external;
