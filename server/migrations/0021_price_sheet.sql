-- Products of the program's price sheet have its id; those of a simple price list have none.
alter table product add column offer text collate "C" unique;

-- The program's price sheet: what a license of a product costs for a whole term. Prices that a later sheet lacks stay,
-- with an end, because subscriptions may have them.
create table sheet_price (
    sku_id uuid not null references product,
    market text collate "C" not null check (length(market) = 2),
    segment text collate "C" not null,
    term text collate "C" not null check (term in ('P1M', 'P1Y', 'P3Y')),
    plan text collate "C" not null check (plan in ('monthly', 'annual', 'triennial', 'none')),
    -- Numbers of licenses: from, and up to if there is an end.
    tier_from integer not null check (tier_from >= 1),
    tier_to integer check (tier_to >= tier_from),
    currency text collate "C" not null check (length(currency) = 3),
    starts_at timestamptz not null,
    -- Exclusive; none if the end is open.
    ends_at timestamptz check (ends_at >= starts_at),
    partner_minor bigint not null check (partner_minor >= 0),
    retail_minor bigint check (retail_minor >= 0),
    primary key (sku_id, market, segment, term, plan, tier_from, currency, starts_at)
);
create index sheet_price_market on sheet_price (market, segment);
