-- A subscription's whole life. Its state is in `body`; beside it stands what is looked for.
alter table subscription
    add column kind text collate "C" not null default 'license'
        check (kind in ('license', 'platform', 'reservation', 'software')),
    -- Of an add-on, the subscription that it belongs to. Whoever changes one of a family locks its base first.
    add column base_id uuid references subscription (id),
    -- When the next thing happens to it by itself, by core's `Subscription::due`; none when nothing will. What was
    -- filled in for measuring has no history that could go on, and is never due.
    add column due_at timestamptz;
create index subscription_due on subscription (due_at) where due_at is not null;
create index subscription_base on subscription (base_id) where base_id is not null;

-- The ledger: what was charged and credited, line by line, as core's `settle` writes it from the events. Amounts are in
-- the smallest unit of their currency, and of a credit below zero.
create table charge (
    subscription_id uuid not null references subscription (id) on delete cascade,
    -- Its place in the subscription's ledger, from 1 on: two that write at once never both write the same line.
    line integer not null check (line > 0),
    reason text collate "C" not null check (reason in ('purchase', 'period', 'renewal', 'increase', 'decrease',
        'upgrade', 'cancellation', 'end', 'return')),
    sku_id uuid not null references product,
    quantity integer not null check (quantity > 0),
    -- Of one license for the whole term.
    price bigint not null check (price >= 0),
    currency text collate "C" not null check (length(currency) = 3),
    amount bigint not null,
    -- The billing period in its term, and from when on of it the line counts.
    period integer not null check (period > 0),
    periods integer not null check (periods >= period),
    period_starts timestamptz not null,
    period_ends timestamptz not null check (period_ends > period_starts),
    starts timestamptz not null,
    days integer not null check (days > 0),
    -- When it was due.
    at timestamptz not null,
    primary key (subscription_id, line)
);
create index charge_at on charge (at);

create function charge_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a line of the ledger never changes';
end $$;
create trigger charge_stays before update on charge for each row execute function charge_stays();

-- So far every subscription was for a year that is billed every month, and nothing has happened to it since it was
-- bought: its next billing period is due, and its first month is charged, at the price for a month.
-- backfill
update subscription
    set due_at = (starts_at at time zone 'UTC' + interval '1 month') at time zone 'UTC'
    where version > 0 and status = 'active' and due_at is null;
insert into charge (subscription_id, line, reason, sku_id, quantity, price, currency, amount, period, periods,
    period_starts, period_ends, starts, days, at)
select s.id, 1, 'purchase', s.sku_id, s.quantity, 12 * month.minor, s.body -> 'price' ->> 'currency',
    month.minor * s.quantity, 1, 12, s.since, month.ends, s.since,
    (month.ends at time zone 'UTC')::date - (s.since at time zone 'UTC')::date, s.since
from subscription s
cross join lateral (select (s.body -> 'price' ->> 'minor')::bigint,
    (s.since at time zone 'UTC' + interval '1 month') at time zone 'UTC') month (minor, ends)
where s.version > 0 and month.minor between 0 and 1000000000 / 12
    and not exists (select from charge c where c.subscription_id = s.id);
