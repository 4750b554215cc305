-- How much there is of something, as differences to be summed up: lists are as quick with a million customers as with
-- ten, and their totals are kept and not counted. Changes only ever add rows, so that two of them never wait for each
-- other; a job puts the rows of one sum together again. The triggers that add them count; they decide nothing.
--   customers: active relationships of the organization, and beside those, of each other partner, those together with it;
--   subscriptions: active ones that the organization has ordered or is partner of record of.
create table tally (
    organization_id uuid not null,
    what text not null check (what in ('customers', 'subscriptions')),
    other_id uuid,
    amount bigint not null
);
create index tally_sum on tally (organization_id, what, other_id) include (amount);

-- Puts the rows of each sum together and says how many became fewer. Rows that another transaction has just added
-- are left for the next time.
create function tally_compact() returns bigint language sql as $$
    with taken as (
        delete from tally where (organization_id, what) in (
            select organization_id, what from tally group by organization_id, what, other_id having count(*) > 1
        ) returning organization_id, what, other_id, amount
    ), put as (
        insert into tally (organization_id, what, other_id, amount)
        select organization_id, what, other_id, sum(amount) from taken group by 1, 2, 3 having sum(amount) <> 0
        returning 1
    )
    select (select count(*) from taken) - (select count(*) from put);
$$;
