-- The owner of an account also sees what an admin has done about signing in.
alter table sign_in
    drop constraint sign_in_outcome_check,
    add constraint sign_in_outcome_check check (outcome in (
        'signed_in', 'wrong_password', 'wrong_second_factor', 'too_many_attempts', 'password_changed',
        'second_factor_changed', 'password_link_sent', 'second_factor_reset', 'access_changed'));
