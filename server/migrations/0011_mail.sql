-- Mails wait here from the transaction that caused them until they are delivered or given up.
-- The job that delivers one carries only its id; what happened to it is told by this table alone.
create table mail (
    id uuid primary key,
    -- The organization whose affair the mail is; none for mails of the service itself.
    organization_id uuid,
    to_address text not null,
    language text not null check (language in ('en', 'zh-Hant', 'zh-Hans')),
    kind text not null,
    subject text not null,
    -- Emptied after delivery (except in demo mode): an invitation's link is a secret.
    text_body text,
    html_body text,
    status text not null default 'queued' check (status in ('queued', 'sending', 'sent', 'failed', 'dead')),
    attempts integer not null default 0 check (attempts >= 0),
    last_error text,
    created_at timestamptz not null,
    sent_at timestamptz,
    -- Every word by which it is found (core's `text::search`), with a space before and after each.
    search text collate "C" not null default '',
    check ((status = 'sent') = (sent_at is not null))
);
-- Ids are in order of creation, so they are the key that lists are paged by.
create index mail_by_recipient on mail (to_address, id);
create index mail_by_time on mail (created_at, id);
create index mail_dead on mail (id) where status = 'dead';
