-- Whether a customer wants to be asked before a request for an order is approved.
alter table organization add column asked_first boolean not null default false;
