-- What follows from a partnership's change for each customer that both serve, where it is carried out in steps: each step
-- does some customers and moves on in one transaction, so that what breaks off goes on where it was, and nothing is done
-- twice. No right waits for it: decisions look at the partnership itself.
create table partnership_settling (
    partnership_id uuid primary key references partnership (id) on delete cascade,
    -- Whether each customer is told that the partnership is over.
    tells boolean not null,
    -- Customers that both serve, when it began.
    chosen bigint not null,
    done bigint not null default 0,
    -- The last customer that was done, in the order of ids.
    after uuid not null default '00000000-0000-0000-0000-000000000000',
    began_at timestamptz not null,
    ended_at timestamptz
);
create index partnership_settling_open on partnership_settling (began_at, partnership_id) where ended_at is null;
