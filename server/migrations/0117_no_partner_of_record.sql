-- What goes on without a partner of record, for the provider that ordered it.
create index renewal_without_reseller on renewal (organization_id, at, subscription_id)
    where reseller_id is null and outlook <> 'expired';
