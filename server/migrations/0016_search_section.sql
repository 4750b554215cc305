-- The index of words is divided by the beginning of the key (core's `text::search::Section`): before each word stands the
-- letter of the section. Core writes it; this does the same for what was written before.
create function words_in_section(key text, words tsvector) returns tsvector immutable language sql as $$
    select array_to_tsvector(array(
        select chr(65 + width_bucket(ascii(key), array[
                97, 99, 101, 103, 105, 107, 109, 111, 113, 115, 117, 119, 121, 123,
                11904, 19968, 22528, 25088, 27648, 30208, 32768, 35328, 37888, 40960])) || word
        from unnest(tsvector_to_array(words)) word))
$$;

alter table relationship
    alter column words type tsvector using words_in_section(customer_key, words);
alter table served_together
    alter column words type tsvector using words_in_section(customer_key, words);
drop function words_in_section;
