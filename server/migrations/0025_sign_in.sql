-- Attempts to sign in to an account, for its owner to see. Attempts on accounts that do not exist leave nothing here.
create table sign_in (
    id bigint generated always as identity primary key,
    user_id uuid not null references app_user on delete cascade,
    at timestamptz not null,
    outcome text not null check (outcome in ('signed_in', 'wrong_password', 'wrong_second_factor')),
    browser text not null,
    -- Unknown on a connection that is not of the internet.
    address text
);
create index sign_in_of_user on sign_in (user_id, id desc);
create index sign_in_at on sign_in (at);
