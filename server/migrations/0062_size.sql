-- Searching organizations, cases, listings and members of the registry as customers are searched: by walking along an
-- index that has the words beside the key, or by the index of words (core's `SearchText::indexed`), however many there
-- are. Core writes the words; this does the same for what was written before.
create function words_of_search(key text, search text) returns tsvector immutable language sql as $$
    with section as (
        select chr(65 + width_bucket(ascii(key), array[
            97, 99, 101, 103, 105, 107, 109, 111, 113, 115, 117, 119, 121, 123,
            11904, 19968, 22528, 25088, 27648, 30208, 32768, 35328, 37888, 40960])) as letter
    ), word as (
        -- Scripts that do not separate words.
        select word, place, word ~ ('[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f'
            '\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003ffff]') as is_run
        from unnest(string_to_array(btrim(search), ' ')) with ordinality as word (word, place)
        where word <> ''
    ), run as (
        select substr(word, at, length) as run
        from word, generate_series(1, 3) length, generate_series(1, length(word) - length + 1) at
        where is_run
    ), entry (entry) as (
        select '^' || left(word, length) from word, generate_series(1, least(16, length(word))) length
            where place = 1
        union all select letter || left(word, 1) from section, word where not is_run
        union all select word from word where word like '#%'
        union all select left(word, length) from word, generate_series(1, least(16, length(word))) length
            where not is_run and word not like '#%'
        union all select run from run
        union all select letter || run from section, run
    )
    select array_to_tsvector(array(select distinct entry from entry where entry <> ''))
$$;

-- Organizations.
alter table organization add column words tsvector not null default '';
update organization set words = words_of_search(sort_key, search);
drop index organization_name;
create index organization_name on organization (sort_key, id) include (search);
drop index organization_since;
create index organization_since on organization (created_at, id) include (search);
create index organization_words on organization using gin (words) with (gin_pending_list_limit = 512);
-- By capability and state; most are customers, and few are anything else.
create index organization_capabilities on organization using gin (capabilities) with (gin_pending_list_limit = 512);
create index organization_country on organization (country, sort_key, id);
create index organization_operator on organization (id) where capabilities ->> 'operator' is not null;

-- Partners, for whom agreements are.
create index organization_partner on organization (sort_key, id)
    where capabilities ?| array['indirect_provider', 'indirect_reseller', 'direct_bill'];

-- Members of the registry.
alter table registry_member add column words tsvector not null default '';
update registry_member set words = words_of_search(sort_key, search);
drop index registry_member_name;
create index registry_member_name on registry_member (sort_key, id) include (search);
create index registry_member_since on registry_member (since, id) include (search);
create index registry_member_locations on registry_member ((locations::bigint), id) include (search);
create index registry_member_words on registry_member using gin (words) with (gin_pending_list_limit = 512);
create index registry_member_countries on registry_member using gin (countries);
create index registry_member_inactive on registry_member (sort_key, id) where not is_active;
create index registry_mpn_country on registry_mpn (country) where country is not null;

-- Listings.
alter table listing
    add column words tsvector not null default '',
    add column proposed_words tsvector not null default '',
    -- The state of the provider's capability, from its organization. What is shown follows from it; core says so.
    add column provider_state text;
update listing l set
    words = words_of_search(sort_key, search),
    proposed_words = words_of_search(proposed_sort_key, proposed_search),
    provider_state = (select o.capabilities ->> 'indirect_provider' from organization o where o.id = l.provider_id);
drop index listing_name;
create index listing_name on listing (sort_key, id) include (search, provider_state) where published_at is not null;
create index listing_words on listing using gin (words) where published_at is not null;
create index listing_proposed_words on listing using gin (proposed_words) where proposal_state is not null;
drop index listing_waiting;
create index listing_waiting on listing (proposed_at, id) include (proposed_search) where proposal_state = 'submitted';
drop index listing_proposed;
create index listing_proposed on listing (proposed_at, id) include (proposed_search, proposal_state)
    where proposal_state is not null;
create index listing_proposed_name on listing (proposed_sort_key, id) include (proposed_search, proposal_state)
    where proposal_state is not null;
create index listing_proposal_state on listing (proposal_state, proposed_at, id) where proposal_state is not null;

-- Cases: what they are sorted, found and filtered by stands beside them. It is the organization's and the reviewers'
-- own, and is copied from there.
alter table enrollment
    add column sort_key text collate "C" not null default '',
    add column search text collate "C" not null default '',
    add column words tsvector not null default '',
    add column country text not null default '',
    add column reviewer_id uuid,
    add column proposed_since timestamptz;
update enrollment e set (sort_key, search, words, country) =
    (select o.sort_key, o.search, o.words, o.country from organization o where o.id = e.organization_id);
update enrollment e set reviewer_id = c.reviewer_id, proposed_since = c.proposed_since
    from enrollment_case c where c.enrollment_id = e.id;
drop index enrollment_waiting;
create index enrollment_waiting on enrollment (waiting_since, id) include (reviewer_id) where waiting_since is not null;
drop index enrollment_waiting_age;
create index enrollment_waiting_age on enrollment (age_since, id) include (search) where waiting_since is not null;
drop index enrollment_age;
create index enrollment_age on enrollment (age_since, id) include (search, submitted_at);
drop index enrollment_documents;
create index enrollment_documents on enrollment (age_since, id) include (documents_since, reviewer_id)
    where documents_since is not null;
drop index enrollment_appealed;
create index enrollment_appealed on enrollment (age_since, id) include (appealed_since, reviewer_id)
    where appealed_since is not null;
create index enrollment_proposed on enrollment (age_since, id) where proposed_since is not null;
create index enrollment_name on enrollment (sort_key, id) include (search, waiting_since, submitted_at);
create index enrollment_words on enrollment using gin (words) with (gin_pending_list_limit = 512);
create index enrollment_country on enrollment (country, age_since, id) include (submitted_at, waiting_since);
create index enrollment_done on enrollment (age_since, id)
    where submitted_at is not null and waiting_since is null and status in ('qualified', 'active');
create index enrollment_turn on enrollment (turn, age_since, id) where submitted_at is not null;
create index enrollment_reviewer on enrollment (reviewer_id, age_since, id) where waiting_since is not null;
drop function words_of_search;

-- COPY may bring it along.
create function enrollment_of_organization() returns trigger language plpgsql as $$
begin
    select sort_key, search, words, country into new.sort_key, new.search, new.words, new.country
        from organization where id = new.organization_id;
    return new;
end $$;
create trigger enrollment_of_organization before insert on enrollment
    for each row when (new.country = '') execute function enrollment_of_organization();

create function listing_of_provider() returns trigger language plpgsql as $$
begin
    select capabilities ->> 'indirect_provider' into new.provider_state from organization where id = new.provider_id;
    return new;
end $$;
create trigger listing_of_provider before insert on listing
    for each row when (new.provider_state is null) execute function listing_of_provider();

create function organization_is_found() returns trigger language plpgsql as $$
begin
    update enrollment set sort_key = new.sort_key, search = new.search, words = new.words, country = new.country
        where organization_id = new.id;
    update listing set provider_state = new.capabilities ->> 'indirect_provider' where provider_id = new.id;
    return null;
end $$;
create trigger organization_is_found after update of sort_key, search, words, country, capabilities on organization
    for each row when ((old.sort_key, old.search, old.words, old.country, old.capabilities)
        is distinct from (new.sort_key, new.search, new.words, new.country, new.capabilities))
    execute function organization_is_found();

create function enrollment_of_case() returns trigger language plpgsql as $$
begin
    update enrollment set reviewer_id = new.reviewer_id, proposed_since = new.proposed_since
        where id = new.enrollment_id;
    return null;
end $$;
create trigger enrollment_of_case after insert or update of reviewer_id, proposed_since on enrollment_case
    for each row execute function enrollment_of_case();

-- Undelivered mails by time: few among very many.
create index mail_dead_at on mail (created_at, id) include (search) where status = 'dead';
