-- For words beside the partner in one index.
create extension if not exists btree_gin;

create table relationship (
    partner_id uuid not null references organization,
    customer_id uuid not null references organization,
    id uuid not null unique,
    side text not null check (side in ('indirect_provider', 'indirect_reseller', 'direct_bill')),
    -- The customer's name as it is, so that the list can be sorted by it from one index.
    customer_name text not null,
    -- Made by core (`text::search`) of the customer's name, domain and id: what the list is sorted by, which begins with
    -- the name's first word; every word, with a space before and after each; and for the index of words all but the first,
    -- which the index of keys has.
    customer_key text collate "C" not null,
    search text collate "C" not null,
    words tsvector not null,
    customer_domain text collate "C" not null default '',
    status text not null check (status in ('active', 'ended')),
    since timestamptz not null,
    body jsonb not null,
    version bigint not null default 0,
    primary key (partner_id, id)
);
create unique index relationship_pair on relationship (partner_id, customer_id) where status = 'active';
create index relationship_customer on relationship (customer_id);
-- The indexes of keys have `search` beside each key, so that a common word is found by walking along one of them and
-- never reading the table. A rare one is found by the index of words.
create index relationship_by_name on relationship (partner_id, customer_key, id)
    include (search, since) where status = 'active';
create index relationship_by_since on relationship (partner_id, since, id)
    include (search) where status = 'active';
-- What waits to be put into an index of words is read by every search: no more than this.
create index relationship_by_word on relationship using gin (partner_id, words)
    with (gin_pending_list_limit = 512) where status = 'active';

-- A tenant's domain never changes, so that it can stand beside the name. COPY may bring it along.
create function relationship_domain() returns trigger language plpgsql as $$
begin
    select domain into new.customer_domain from organization where id = new.customer_id;
    return new;
end $$;
create trigger relationship_domain before insert on relationship
    for each row when (new.customer_domain = '') execute function relationship_domain();

-- Who serves a customer together with whom: one row for each partner of the other side, beside a relationship in
-- force. Which rows there are, core decides (`relationship::co_serving`); the server writes its decision down whenever a
-- relationship or a partnership has changed.
create table served_together (
    relationship_id uuid not null,
    partner_id uuid not null,
    other_id uuid not null references organization,
    -- The order in which several of them are shown.
    place integer not null,
    -- The end of the notice period of the partnership that it rests on; over from then on even when no job has run.
    until timestamptz,
    -- What the list is sorted and searched by, as in the relationship.
    customer_name text not null,
    customer_key text collate "C" not null,
    search text collate "C" not null,
    words tsvector not null,
    customer_domain text collate "C" not null,
    since timestamptz not null,
    primary key (relationship_id, other_id),
    foreign key (partner_id, relationship_id) references relationship (partner_id, id)
);
create index served_together_by_name on served_together (partner_id, other_id, customer_key, relationship_id)
    include (search, since, until);
create index served_together_by_since on served_together (partner_id, other_id, since, relationship_id)
    include (search, until);
create index served_together_by_word on served_together using gin (partner_id, other_id, words)
    with (gin_pending_list_limit = 512);
-- What is over and not yet written down is taken off the totals.
create index served_together_until on served_together (partner_id, other_id, until) where until is not null;

-- One row for each sum that a statement changes, from all its rows at once: COPY is one statement.
create function tally_customers() returns trigger language plpgsql as $$
begin
    if tg_op in ('INSERT', 'UPDATE') then
        insert into tally (organization_id, what, amount)
            select partner_id, 'customers', count(*) from after_rows where status = 'active' group by 1;
    end if;
    if tg_op in ('UPDATE', 'DELETE') then
        insert into tally (organization_id, what, amount)
            select partner_id, 'customers', -count(*) from before_rows where status = 'active' group by 1;
    end if;
    return null;
end $$;
create trigger tally_inserted after insert on relationship
    referencing new table as after_rows for each statement execute function tally_customers();
create trigger tally_updated after update on relationship
    referencing old table as before_rows new table as after_rows for each statement execute function tally_customers();
create trigger tally_deleted after delete on relationship
    referencing old table as before_rows for each statement execute function tally_customers();

create function tally_together() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into tally (organization_id, what, other_id, amount)
            select partner_id, 'customers', other_id, count(*) from after_rows group by 1, 3;
    else
        insert into tally (organization_id, what, other_id, amount)
            select partner_id, 'customers', other_id, -count(*) from before_rows group by 1, 3;
    end if;
    return null;
end $$;
-- A change of a row never changes between whom it is: nothing to count.
create trigger tally_inserted after insert on served_together
    referencing new table as after_rows for each statement execute function tally_together();
create trigger tally_deleted after delete on served_together
    referencing old table as before_rows for each statement execute function tally_together();
