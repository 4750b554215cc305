-- Guards against what two requests at once, an interrupted delivery and a wrong row could do.

-- An MPN ID belongs to one organization. Core decides so by what is stored; of two requests at the same moment, this
-- lets one ask again.
create unique index organization_mpn on organization (mpn) where mpn is not null;

-- Mails on their way are looked through now and then for some that have lost their job.
create index mail_on_its_way on mail (id) where status in ('queued', 'sending', 'failed');

-- The activity log can only be cleared away whole while a demo world is being made (`events_are_final`). So a demo
-- world begins in an empty database, and a finished one never counts as unfinished again.
create function demo_world_is_true() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if exists (select from organization) or exists (select from event) then
            raise exception 'a demo world can only begin in an empty database';
        end if;
    elsif old.finished_at is not null then
        raise exception 'a finished demo world stays finished';
    end if;
    return new;
end $$;
create trigger demo_world_is_true before insert or update on demo_world
    for each row execute function demo_world_is_true();
