-- How many links an organization has made lately.
create index invitation_link_made on invitation_link (organization_id, made_at desc);
-- A link creates one tenant at most.
alter table invitation_link add column tenant_id uuid references organization;
