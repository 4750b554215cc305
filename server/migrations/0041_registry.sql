-- The registry of members, each with an account by which an applicant proves to be it.
create table registry_member (
    id uuid primary key,
    operator_id uuid not null references organization,
    -- The user name, in lower case.
    account text not null unique check (account = lower(account)),
    -- None: nobody can sign in to it yet.
    password_hash text,
    -- The name of the first profile.
    name text not null,
    -- Whether one of its locations can be associated.
    is_active boolean not null,
    locations integer not null,
    countries text[] not null,
    since timestamptz not null,
    body jsonb not null,
    version bigint not null default 0,
    sort_key text collate "C" not null,
    search text collate "C" not null
);
create index registry_member_name on registry_member (sort_key, id);

-- Every MPN ID of the registry, whether a profile's or a location's: each stands here once.
create table registry_mpn (
    mpn text collate "C" primary key,
    member_id uuid not null references registry_member on delete cascade,
    -- Of a location: the MPN ID of its profile, and its country.
    profile text,
    country text,
    name text not null,
    is_active boolean not null,
    check ((profile is null) = (country is null))
);
create index registry_mpn_member on registry_mpn (member_id);

-- The member whose account a user has signed in to for an organization, for a while.
create table registry_proof (
    organization_id uuid not null references organization,
    user_id uuid not null references app_user,
    member_id uuid not null references registry_member on delete cascade,
    proved_at timestamptz not null,
    primary key (organization_id, user_id)
);

-- MPN IDs of locations that are added in the portal.
create sequence registry_new_mpn start 70000001;

-- Members, enrollments and agreements have histories.
alter table event drop constraint event_object_check;
alter table event add constraint event_object_check check (object in
    ('organization', 'user', 'member_invitation', 'invitation', 'partnership', 'relationship', 'order', 'subscription',
     'price_list', 'enrollment', 'member', 'agreement'));
