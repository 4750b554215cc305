-- The operator's list of organizations is sorted by name, or by since when.
create index organization_name on organization (sort_key, id);
create index organization_since on organization (created_at, id);
