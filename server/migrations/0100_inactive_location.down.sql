alter table organization drop column mpn_inactive_at;
