-- Agreements: the texts that the operator publishes, and who has signed which of them.

create table agreement (
    id uuid primary key,
    kind text not null,
    -- The version, as the operator calls it; `version` is the number of the object's events.
    name text not null,
    effective_at timestamptz not null,
    body jsonb not null,
    version bigint not null,
    unique (kind, name)
);

-- The words of a version in each of its languages, to the byte: they are what its digest is of.
create table agreement_text (
    agreement_id uuid not null references agreement,
    language text not null,
    words text not null,
    digest bytea not null check (digest = sha256(convert_to(words, 'UTF8'))),
    primary key (agreement_id, language)
);

-- What is published stays as it was read and signed.
create function agreement_text_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'a published text is never changed';
end $$;
create trigger agreement_text_is_final before update or delete on agreement_text
    for each row execute function agreement_text_is_final();

create table agreement_signature (
    organization_id uuid not null references organization,
    kind text not null,
    name text not null,
    at timestamptz not null,
    -- In core's form: language, digest of the text, network address, user.
    body jsonb not null,
    -- As they were called when it was signed.
    organization text not null,
    signer text not null,
    account text not null,
    primary key (organization_id, kind, name, at)
);
create index agreement_signature_newest on agreement_signature (organization_id, kind, at desc);
create index agreement_signature_version on agreement_signature (kind, name, organization_id);

-- Enrollments, members and agreements have a history too.
alter table event drop constraint event_object_check;
alter table event add constraint event_object_check check (object in
    ('organization', 'user', 'member_invitation', 'invitation', 'partnership', 'relationship', 'order', 'subscription',
     'price_list', 'enrollment', 'member', 'agreement'));

-- Whom a list of those who have signed is about. What follows from it is decided by core.
create function agreement_concerns(o organization, kind text) returns boolean language sql stable as $$
    select case kind
        when 'partner_agreement' then o.capabilities ?| array['indirect_provider', 'indirect_reseller', 'direct_bill']
        else exists (select from agreement_signature s where s.organization_id = o.id and s.kind = $2)
    end
$$;

-- Whether a version is signed, in the portal or, as the operator has entered it, outside.
create function agreement_is_signed(o organization, kind text, name text) returns boolean language sql stable as $$
    select (kind = 'partner_agreement' and o.agreement ->> 'version' = name)
        or exists (select from agreement_signature s
            where s.organization_id = o.id and s.kind = $2 and s.name = $3)
$$;
