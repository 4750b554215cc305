-- Search, everywhere alike, and names in the order of their letters without accents.
--
-- What is found and sorted by is made by core (`text::search`) and written with what it is made of:
--   *_key    what a name is sorted by; it begins with the name's first word;
--   search   every word of the object, with a space before and after each;
--   words    for the index of words: all but the first, which the index of keys has.
-- The indexes of keys have `search` beside each key, so that a common word is found by walking along one of them and
-- never reading the table. A rare one is found by the index of words.

create extension if not exists btree_gin;

alter table organization
    add column sort_key text collate "C" not null default '',
    add column search text collate "C" not null default '';
update organization set sort_key = lower(name), search = ' ' || lower(name) || ' ' || domain || ' ';
alter table invitation
    add column search text collate "C" not null default '';
update invitation set search = ' ' || lower(recipient) || ' ';
alter table mail
    add column search text collate "C" not null default '';
update mail set search = ' ' || lower(to_address) || ' ' || lower(subject) || ' ';

alter table product
    add column search text collate "C" not null default '';
update product set search = ' ' || lower(name) || ' ' || lower(part_number) || ' ';

drop index relationship_by_name, relationship_by_since, relationship_by_domain;
alter table relationship drop column customer_key;
alter table relationship
    add column customer_key text collate "C" not null default '',
    add column search text collate "C" not null default '',
    add column words tsvector not null default '';
update relationship set customer_key = lower(customer_name),
    search = ' ' || lower(customer_name) || ' ' || customer_domain || ' ';
alter table relationship
    alter column customer_key drop default, alter column search drop default, alter column words drop default;

create index relationship_by_name on relationship (partner_id, customer_key, id)
    include (search, since) where status = 'active';
create index relationship_by_since on relationship (partner_id, since, id)
    include (search) where status = 'active';
-- What waits to be put into an index of words is read by every search: no more than this.
create index relationship_by_word on relationship using gin (partner_id, words)
    with (gin_pending_list_limit = 512) where status = 'active';

drop index served_together_by_name, served_together_by_since, served_together_by_domain;
alter table served_together drop column customer_key;
alter table served_together
    add column customer_key text collate "C" not null default '',
    add column search text collate "C" not null default '',
    add column words tsvector not null default '';
update served_together s set customer_key = r.customer_key, search = r.search, words = r.words
    from relationship r where r.partner_id = s.partner_id and r.id = s.relationship_id;
alter table served_together
    alter column customer_key drop default, alter column search drop default, alter column words drop default;

create index served_together_by_name on served_together (partner_id, other_id, customer_key, relationship_id)
    include (search, since, until);
create index served_together_by_since on served_together (partner_id, other_id, since, relationship_id)
    include (search, until);
create index served_together_by_word on served_together using gin (partner_id, other_id, words)
    with (gin_pending_list_limit = 512);
