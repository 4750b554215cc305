-- What has happened stays, and so does whom it concerned: no row of either table is ever changed or taken away, one
-- by one or all at once. Only a demo world that was not finished is cleared away whole, to be made again.
create trigger event_audience_is_final before update or delete on event_audience
    for each row execute function event_is_final();

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
