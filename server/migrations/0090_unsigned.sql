-- The partners that have not signed the agreement, for the operator's list of organizations.
create index organization_unsigned on organization (sort_key, id) include (search)
    where agreement is null and is_partner(capabilities);
