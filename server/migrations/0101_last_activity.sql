-- When something last happened that concerns an organization, for the operator's list to be sorted by. It follows the log:
-- a job reads what was written since, so that no command waits for the row of an organization that it only concerns.
alter table organization add column last_activity_at timestamptz not null default 'epoch';
update organization o set last_activity_at = coalesce(
    (select e.at from event_audience a join event e on e.id = a.event_id
     where a.organization_id = o.id order by a.event_id desc limit 1), o.created_at);
create index organization_last_activity on organization (last_activity_at, id) include (search);

-- Up to where the log was read for it.
create table activity_read (
    is_only boolean primary key default true check (is_only),
    era integer not null,
    transaction bigint not null,
    id bigint not null
);
insert into activity_read (era, transaction, id)
    select coalesce(last.era, 0), coalesce(last.transaction, 0), coalesce(last.id, 0)
    from (select) nothing left join lateral
        (select era, transaction, id from event order by era desc, transaction desc, id desc limit 1) last on true;
