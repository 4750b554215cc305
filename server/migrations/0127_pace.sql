-- What a partner has sent lately, for a change and for the list of requests: core's `PaceFacts`.

-- When it made the oldest of its newest links, of so many; none if it has made fewer in all.
create function sending_full_since(inviter uuid, a_day bigint) returns timestamptz stable language sql as $$
    select made_at from invitation_link where organization_id = inviter
    order by made_at desc offset a_day - 1 limit 1
$$;

-- When it last made a link for each recipient, of those that it made after this time.
create function sent_to(inviter uuid, after timestamptz) returns table (recipient text, made timestamptz)
    stable language sql as $$
    select lower(i.recipient collate "C"), max(l.made_at) from invitation_link l
    join invitation i on i.organization_id = l.organization_id and i.id = l.invitation_id
    where l.organization_id = inviter and l.made_at > after
    group by 1
$$;
