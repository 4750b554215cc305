-- Since when the location of an organization's MPN ID is not active in the registry, as far as that was written down.
alter table organization add column mpn_inactive_at timestamptz;
