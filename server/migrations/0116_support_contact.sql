-- Whom the customer of a subscription turns to: where it is another partner than the one that ordered, that one's right
-- is watched.
alter table subscription add column support_contact_id uuid
    generated always as ((body ->> 'support_contact')::uuid) stored;
create index subscription_supported on subscription (customer_id, support_contact_id)
    where support_contact_id <> partner_id;
