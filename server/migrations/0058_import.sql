-- Imports of files: received, looked at, and applied or discarded. The file itself is in the folder for documents until
-- nothing can be done with it any more.
create table import (
    id uuid primary key,
    kind text not null,
    operator_id uuid not null references organization,
    by_id uuid not null references app_user,
    at timestamptz not null,
    file_name text not null,
    bytes bigint not null check (bytes >= 0),
    -- What of the file is imported, as its area reads it.
    choice jsonb not null,
    status text not null
        check (status in ('checking', 'checked', 'wrong', 'applying', 'applied', 'discarded', 'failed')),
    -- Since when, and by whom it was decided.
    status_at timestamptz not null,
    decided_by_id uuid references app_user,
    phase text not null check (phase in ('waiting', 'reading', 'comparing', 'writing')),
    attempts integer not null default 0,
    -- What was found.
    lines bigint not null default 0,
    added bigint not null default 0,
    changed bigint not null default 0,
    ended bigint not null default 0,
    same bigint not null default 0,
    wrong bigint not null default 0,
    -- The hash of the changes that were shown: those are applied and no others.
    shown bytea,
    -- Whether they were shown anew, because something stored had changed before they were applied.
    is_renewed boolean not null default false,
    search text collate "C" not null
);
create unique index import_open on import (kind) where status in ('checking', 'checked', 'applying');
create index import_newest on import (at desc, id desc);

-- What an import does, and each wrong line.
create table import_line (
    id uuid primary key,
    import_id uuid not null references import on delete cascade,
    place bigint not null,
    line bigint,
    effect text not null check (effect in ('wrong', 'added', 'changed', 'ended')),
    subject text not null,
    detail text not null,
    before text,
    after text,
    problem jsonb,
    search text collate "C" not null,
    unique (import_id, place)
);
