drop table charge;
drop function charge_stays;
alter table subscription drop column due_at, drop column base_id, drop column kind;
