-- Those that are enrolling are too many to be looked up in the index of capabilities and sorted, and too few to be met
-- soon on a walk along the names: they have a walk of their own. In all other states there are either most organizations
-- or hardly any.
create index organization_enrolling on organization (sort_key, id) include (search)
    where capabilities @> any('{"{\"operator\": \"enrolling\"}", "{\"indirect_provider\": \"enrolling\"}", "{\"indirect_reseller\": \"enrolling\"}", "{\"direct_bill\": \"enrolling\"}", "{\"customer\": \"enrolling\"}"}'::jsonb[]);
