-- How far the clock of the demo world has been moved forward. At most one row.
create table demo_clock (
    singleton boolean primary key default true check (singleton),
    offset_seconds bigint not null check (offset_seconds >= 0)
);

-- Whether the demo world was put into this database. Begun and not finished: half of it is there.
create table demo_world (
    singleton boolean primary key default true check (singleton),
    begun_at timestamptz not null,
    finished_at timestamptz
);
