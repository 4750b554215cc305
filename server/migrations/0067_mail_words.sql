-- Searching mails as other lists of any size are searched: by walking along an index that has the words beside the time,
-- or by the index of words (core's `SearchText::indexed`). Core writes the words. This function does the same for what was
-- written before; it stays for later migrations, and a test compares it with core.
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

alter table mail add column words tsvector not null default '';
update mail set words = words_of_search(btrim(search), search) where btrim(search) <> '';
drop index mail_by_time;
create index mail_by_time on mail (created_at, id) include (search);
create index mail_words on mail using gin (words) with (gin_pending_list_limit = 512);
-- Few among very many.
create index mail_dead_words on mail using gin (words) where status = 'dead';
