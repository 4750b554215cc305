-- Core's `Invitation::lapse` for the query that finds invitations whose time is over, not yet recorded as expired. The
-- test that compares the others with core compares this one too. A plain expression, as the others are: by it the planner
-- comes to the index of open invitations by their end.
create function invitation_is_overdue(written text, expires_at timestamptz, now timestamptz) returns boolean
    language sql immutable parallel safe
    as $$ select written in ('sent', 'opened') and expires_at <= now $$;
