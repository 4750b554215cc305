-- In the index of words, the letter of the section stands before each word's first letter (core's
-- `SearchText::indexed`), no longer alone: a section without a word of a rare letter is then passed without reading
-- what else is in it. Core writes it; this does the same for what was written before. Words of scripts that do not
-- separate words had it already.
create function words_with_letters(list text, key text, search text, words tsvector) returns tsvector
    immutable language sql as $$
    with section as (
        select list || chr(65 + width_bucket(ascii(key), array[
            97, 99, 101, 103, 105, 107, 109, 111, 113, 115, 117, 119, 121, 123,
            11904, 19968, 22528, 25088, 27648, 30208, 32768, 35328, 37888, 40960])) as letter
    )
    select ts_delete(words, letter) || array_to_tsvector(array(
        select distinct letter || left(word, 1)
        from unnest(string_to_array(btrim(search), ' ')) word
        where word <> ''
            and word !~ ('[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f'
                '\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003ffff]')))
    from section
$$;

drop index relationship_by_word;
drop index served_together_by_word;
update relationship
    set words = words_with_letters(right(partner_id::text, 4), customer_key, search, words);
update served_together
    set words = words_with_letters(right(partner_id::text, 4), customer_key, search, words);
create index relationship_by_word on relationship using gin (words)
    with (gin_pending_list_limit = 512) where status = 'active';
create index served_together_by_word on served_together using gin (words)
    with (gin_pending_list_limit = 512);
drop function words_with_letters;
