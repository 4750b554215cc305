-- The activity log. What has happened stays, and so does whom it concerned: no row of either table is ever changed or
-- taken away.

-- Numbers of transactions start again when a dump is put into another cluster. What was written since then is of another
-- era (`event_era_begin`), so that events stay in order for ever.
create table event_era (
    era integer primary key
);
insert into event_era values (1);
create function event_era() returns integer stable language sql as $$ select max(era) from event_era $$;

create table event (
    -- In the order of writing. Which of two transactions was first is not told by it: the one with the lower numbers
    -- may end later.
    id bigint generated always as identity primary key,
    -- By these two and the id a reader goes on from event to event without missing one.
    era integer not null default event_era(),
    transaction bigint not null default pg_current_xact_id()::text::bigint,
    at timestamptz not null,
    organization_id uuid references organization,
    user_id uuid references app_user,
    object text not null check (object in
        ('organization', 'user', 'invitation', 'partnership', 'relationship', 'order', 'subscription')),
    object_id uuid not null,
    -- The object's version that it has led to: 1 is how it came into being.
    version bigint not null check (version >= 1),
    body jsonb not null,
    unique (object_id, object, version)
);
create unique index event_reading on event (era, transaction, id);

-- Which organizations an event concerns: they see it in their log.
create table event_audience (
    organization_id uuid not null references organization,
    event_id bigint not null references event,
    primary key (organization_id, event_id)
);

-- Which events may be read in the order of their writing without one coming to light before them later: those of
-- transactions that were over before every transaction that still runs.
create function event_is_settled(of_era integer, of_transaction bigint) returns boolean stable language sql as $$
    select of_era < event_era() or of_transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
$$;

-- A new era, if the cluster counts transactions from before those that have written here. Asked whenever a server
-- starts, before it writes. Answers whether there is one.
create function event_era_begin() returns boolean language plpgsql as $$
begin
    lock table event_era in exclusive mode;
    if exists (select from event where era = event_era()
        and transaction >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint) then
        insert into event_era select max(era) + 1 from event_era;
        return true;
    end if;
    return false;
end $$;

create function event_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'the event table is append-only';
end $$;
create trigger event_is_final before update or delete on event for each row execute function event_is_final();
create trigger event_audience_is_final before update or delete on event_audience
    for each row execute function event_is_final();

-- Nor all at once. Only a demo world that was not finished is cleared away whole, to be made again.
create function events_are_final() returns trigger language plpgsql as $$
begin
    if not exists (select from demo_world where finished_at is null) then
        raise exception 'the event table is append-only';
    end if;
    return null;
end $$;
create trigger events_are_final before truncate on event for each statement execute function events_are_final();
create trigger event_audience_is_final_too before truncate on event_audience
    for each statement execute function events_are_final();
