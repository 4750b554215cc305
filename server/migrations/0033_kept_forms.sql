-- The size of a kept form, so that all of them together have a bound. Those from before are gone in half an hour.
alter table form_reply add column bytes int not null default 0;
