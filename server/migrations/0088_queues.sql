-- A provider looks through all messages that it has got, and not only those that wait for its answer.
create index partner_ask_of_provider on partner_ask (provider_id, asked_at, id);
-- The operator's reviewer who has taken the proposed change of a listing.
alter table listing add column reviewer_id uuid references app_user;
create index listing_reviewer on listing (reviewer_id, proposed_at, id) where proposal_state = 'submitted';
drop index listing_waiting;
create index listing_waiting on listing (proposed_at, id) include (proposed_search, reviewer_id)
    where proposal_state = 'submitted';
