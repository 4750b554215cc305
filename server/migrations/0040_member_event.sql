-- Invitations of new users have a history too.
alter table event drop constraint event_object_check;
alter table event add constraint event_object_check check (object in
    ('organization', 'user', 'member_invitation', 'invitation', 'partnership', 'relationship', 'order', 'subscription',
     'price_list'));
