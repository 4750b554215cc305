-- The users of whom an organization requires a second factor, in core's stable name.
alter table organization add column second_factor text not null default 'nobody';
