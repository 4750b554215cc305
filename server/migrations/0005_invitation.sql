create table invitation (
    organization_id uuid not null references organization,
    id uuid not null unique,
    kind text not null check (kind in ('partnership', 'relationship', 'joint_relationship')),
    provider_id uuid references organization,
    addressee_id uuid references organization,
    recipient text not null,
    -- As stored; a sent one whose `expires_at` has passed is an expired one, whether or not a job wrote it down.
    status text not null
        check (status in ('draft', 'sent', 'opened', 'accepted', 'declined', 'canceled', 'expired')),
    created_at timestamptz not null,
    created_by uuid not null references app_user,
    sent_at timestamptz,
    opened_at timestamptz,
    expires_at timestamptz,
    -- When the inviter was told that it will expire soon; anew after each sending.
    reminded_at timestamptz,
    body jsonb not null,
    version bigint not null default 0,
    -- Every word by which it is found (core's `text::search`), with a space before and after each.
    search text collate "C" not null default '',
    primary key (organization_id, id)
);
create index invitation_list on invitation (organization_id, created_at desc, id desc);
create index invitation_addressee on invitation (addressee_id) where addressee_id is not null;
create index invitation_expiry on invitation (expires_at) where status in ('sent', 'opened');
create index invitation_open on invitation (organization_id, expires_at) where status in ('sent', 'opened');

-- Links are stored hashed: who reads this table cannot use one.
create table invitation_link (
    token_hash bytea primary key check (length(token_hash) = 32),
    organization_id uuid not null,
    invitation_id uuid not null,
    number integer not null,
    made_at timestamptz not null,
    unique (organization_id, invitation_id, number),
    foreign key (organization_id, invitation_id) references invitation (organization_id, id)
);
