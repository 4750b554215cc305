-- Whether a customer is under review, in its own row: whoever waits for that row is then told what is so by the time
-- the row is free, which no other table's rows in the same statement would tell.
alter table organization add column is_under_review boolean not null default false;
update organization set is_under_review = true where id in (select customer_id from customer_review);

create function review_followed() returns trigger language plpgsql as $$
begin
    update organization o set is_under_review = exists (select from customer_review r where r.customer_id = o.id)
    where o.id = coalesce(new.customer_id, old.customer_id);
    return null;
end $$;
create trigger review_followed after insert or delete on customer_review
    for each row execute function review_followed();
