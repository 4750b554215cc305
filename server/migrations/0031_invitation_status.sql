-- Core's `Invitation::status` and `Invitation::is_open` for queries that find invitations by it: a sent invitation whose
-- time is over is expired, whether or not a job has written that down. A test compares both with core. Plain expressions,
-- so that the planner sees through them to the indexes.
create function invitation_status(written text, expires_at timestamptz, now timestamptz) returns text
    language sql immutable parallel safe
    as $$ select case when written in ('sent', 'opened') and expires_at <= now then 'expired' else written end $$;
create function invitation_is_open(written text, expires_at timestamptz, now timestamptz) returns boolean
    language sql immutable parallel safe
    as $$ select written in ('sent', 'opened') and expires_at > now $$;
