-- How many rows a filter leaves is counted in an index. A listing or a member is wide: to count five thousand of them
-- in the table itself reads all of their texts.

create index listing_counted on listing (provider_state) include (services, region) where published_at is not null;
create index registry_member_counted on registry_member (is_active) include (countries);
