-- The owner also sees attempts that were refused unseen, and changes of what signing in takes.
alter table sign_in
    drop constraint sign_in_outcome_check,
    add constraint sign_in_outcome_check check (outcome in (
        'signed_in', 'wrong_password', 'wrong_second_factor', 'too_many_attempts', 'password_changed',
        'second_factor_changed'));
