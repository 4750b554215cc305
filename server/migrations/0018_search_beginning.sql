-- The index of words has every beginning of a word (core's `SearchText::indexed`): a search of a single letter looks up
-- one entry and not all that begin with it, and rows that have several common words are soon told. Before each entry
-- stands the end of the partner's id: beside the partner's own column, all its rows would be read for each search. Core writes
-- it; this does the same for what was written before.
create function words_of_search(partner uuid, key text, search text) returns tsvector immutable language sql as $$
    with section as (
        select chr(65 + width_bucket(ascii(key), array[
            97, 99, 101, 103, 105, 107, 109, 111, 113, 115, 117, 119, 121, 123,
            11904, 19968, 22528, 25088, 27648, 30208, 32768, 35328, 37888, 40960])) as letter
    ), word as (
        -- Scripts that do not separate words.
        select word, place, word ~ ('[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f'
            '\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003ffff]') as is_run
        from unnest(string_to_array(btrim(search), ' ')) with ordinality as word (word, place)
    ), run as (
        select substr(word, at, length) as run
        from word, generate_series(1, 3) length, generate_series(1, length(word) - length + 1) at
        where is_run
    ), entry (entry) as (
        select letter from section
        union all select '^' || left(word, length) from word, generate_series(1, least(16, length(word))) length
            where place = 1
        union all select word from word where word like '#%'
        union all select left(word, length) from word, generate_series(1, least(16, length(word))) length
            where not is_run and word not like '#%'
        union all select run from run
        union all select letter || run from section, run
    )
    select array_to_tsvector(array(select right(partner::text, 4) || entry from entry where entry <> ''))
$$;

drop index relationship_by_word;
drop index served_together_by_word;
alter table relationship
    alter column words type tsvector using words_of_search(partner_id, customer_key, search);
alter table served_together
    alter column words type tsvector using words_of_search(partner_id, customer_key, search);
create index relationship_by_word on relationship using gin (words)
    with (gin_pending_list_limit = 512) where status = 'active';
create index served_together_by_word on served_together using gin (words)
    with (gin_pending_list_limit = 512);
drop function words_of_search;
