drop table activity_read;
alter table organization drop column last_activity_at;
