-- Users of an organization, as its own admins manage them.
alter table membership
    -- The organization has blocked the user: the roles are kept, and may not be used.
    add column blocked_at timestamptz;

alter table app_user
    add column sort_key text collate "C" not null default '',
    -- Every word by which a user is found (core's `text::search`), with a space before and after each.
    add column search text collate "C" not null default '';
-- As core writes it for names without accents; with the next change of an account, core does.
update app_user set
    sort_key = lower(name),
    search = ' ' || lower(regexp_replace(name || ' ' || email, '[^[:alnum:]]+', ' ', 'g')) || ' ';

create table member_invitation (
    organization_id uuid not null references organization,
    id uuid not null unique,
    -- In lower case, as the names of accounts.
    address text not null check (address = lower(address)),
    -- A pending one whose `expires_at` has passed is an expired one.
    status text not null check (status in ('pending', 'accepted', 'canceled')),
    expires_at timestamptz,
    body jsonb not null,
    version bigint not null default 0,
    sort_key text collate "C" not null,
    search text collate "C" not null,
    primary key (organization_id, id)
);
create index member_invitation_pending on member_invitation (organization_id, address) where status = 'pending';

-- Links that were mailed to users and to those who are invited, stored hashed: who reads this table cannot use one.
create table member_link (
    token_hash bytea primary key check (length(token_hash) = 32),
    organization_id uuid not null references organization,
    -- One of the two: an invitation, or the user who chooses another password.
    invitation_id uuid references member_invitation (id),
    user_id uuid references app_user,
    -- Of an invitation's links, the first is number 1.
    number integer not null default 1,
    address text not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    -- When the user chose another password, by this link or otherwise.
    used_at timestamptz,
    check ((invitation_id is null) <> (user_id is null))
);
create index member_link_made on member_link (organization_id, made_at desc);
create index member_link_user on member_link (user_id, made_at desc) where user_id is not null;

-- The rows of the list of users.
create view member_row as
    select m.organization_id, m.user_id as id, true as is_user, u.name, u.email as address, m.roles,
        case when m.blocked_at is null and u.blocked_at is null then 'active' else 'blocked' end as state,
        null::timestamptz as expires_at, u.has_second_factor as second_factor, u.signed_in_at, u.sort_key, u.search
    from membership m join app_user u on u.id = m.user_id
    union all
    select i.organization_id, i.id, false, i.body ->> 'name', i.address,
        array(select jsonb_array_elements_text(i.body -> 'roles')), 'invited', i.expires_at, null, null, i.sort_key,
        i.search
    from member_invitation i where i.status = 'pending';
