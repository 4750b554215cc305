-- The schema, one file for each area, in the order in which they build on each other.
--
-- State tables are for reading, the event table for history. Where an object's state is kept whole, it is in `body`, in
-- core's stable serialized form; the columns beside it are what lists filter and sort by, written from the same value in
-- the one place that saves the object. No rule lives here: constraints only guard what core has decided.
--
-- An object's `version` is the number of its events.

create table organization (
    id uuid primary key,
    name text not null,
    domain text not null unique,
    country text not null check (length(country) = 2),
    capabilities jsonb not null,
    agreement jsonb,
    mpn text,
    contact text,
    address text[] not null default '{}',
    created_at timestamptz not null,
    version bigint not null default 0,
    -- What the name is sorted by, made by core: accents beside their letters.
    sort_key text collate "C" not null default '',
    -- Every word by which it is found (core's `text::search`), with a space before and after each.
    search text collate "C" not null default ''
);
