-- Keys are lowered and compared byte by byte, whatever the locale of the database: a Turkish one lowers `I` to `ı`.
-- Addresses of accounts are in lower case already.
drop index app_user_email;
create unique index app_user_email on app_user (email);
alter table app_user
    drop constraint app_user_email_check,
    add constraint app_user_email_check check (email = lower(email collate "C"));

drop index product_name;
create index product_name on product (lower(name collate "C"), sku_id);

-- The person to whom answers to a mail go: the sender of an invitation. None for automatic mails.
alter table mail
    add column reply_to_name text,
    add column reply_to_address text,
    add check ((reply_to_name is null) = (reply_to_address is null));
