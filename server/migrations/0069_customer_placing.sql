-- Many customers that are put into a group, or taken out of it: chosen at the beginning, and changed in steps. Each step
-- changes some of them and leaves the others here, in one transaction: what breaks off goes on where it was.
create table customer_placing (
    id uuid primary key,
    partner_id uuid not null references organization,
    user_id uuid not null references app_user,
    group_id uuid not null references customer_group,
    -- Into the group, or out of it.
    direction text not null check (direction in ('in', 'out')),
    chosen bigint not null,
    changed bigint not null default 0,
    -- Those that were so already.
    same bigint not null default 0,
    -- Those that are no customers any more.
    gone bigint not null default 0,
    began_at timestamptz not null,
    ended_at timestamptz,
    -- Whoever began it may do it no more, or the group was removed.
    is_stopped boolean not null default false
);
create index customer_placing_open on customer_placing (began_at, id) where ended_at is null;
create index customer_placing_ended on customer_placing (ended_at) where ended_at is not null;

create table customer_placing_item (
    placing_id uuid not null references customer_placing on delete cascade,
    relationship_id uuid not null,
    primary key (placing_id, relationship_id)
);
