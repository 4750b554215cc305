-- Some files are applied in steps, each a transaction of its own: how many lines there are to do, once it has begun, and
-- how many are done. What a restart interrupts goes on there.
alter table import add column steps bigint not null default 0 check (steps >= 0);
alter table import add column done bigint not null default 0 check (done between 0 and steps);
