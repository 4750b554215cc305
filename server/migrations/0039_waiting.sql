-- What waits for an organization is counted for each of its pages.
create index invitation_waiting on invitation (organization_id, status, expires_at) where status in ('draft', 'expired');
create index partnership_ending_provider on partnership (provider_id) where status = 'ending';
create index partnership_ending_reseller on partnership (reseller_id) where status = 'ending';

-- The last event of the demo's story: what its visitors have done since then comes after it.
alter table demo_world add column story_end bigint;
alter table demo_world disable trigger demo_world_is_true;
update demo_world set story_end = (
    select coalesce(max(id), 0) from event where at <= demo_world.finished_at
) where finished_at is not null;
alter table demo_world enable trigger demo_world_is_true;
