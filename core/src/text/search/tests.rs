use proptest::prelude::*;

use super::*;

fn finds(typed: &str, texts: &[&str]) -> bool {
    Search::parse(typed).finds(&SearchText::of(texts.iter().copied()))
}

#[test]
fn case_accents_width_and_composition_do_not_matter() {
    for typed in [
        "backerei",
        "BÄCKEREI",
        "Ba\u{308}ckerei",
        "ｂａｃｋｅｒｅｉ",
        "b",
        "straße",
        "STRASSE",
        "lodz",
        "æro",
        "aero",
    ] {
        assert!(
            finds(typed, &["Bäckerei Straße", "lodz.example", "Łódź Ærø"]),
            "{typed}"
        );
    }
    assert!(finds("ﾀﾞｲ", &["ダイエー"]));
    assert!(finds("istanbul", &["İSTANBUL"]));
}

#[test]
fn every_word_is_found_at_the_beginning_of_any_word() {
    let texts = ["Contoso North & South", "contoso-north.example"];
    assert!(finds("so cont ex", &texts));
    assert!(finds("contoso-north.ex", &texts));
    for typed in ["ontoso", "contoso west", "xample"] {
        assert!(!finds(typed, &texts), "{typed}");
    }
}

#[test]
fn a_run_of_chinese_is_found_anywhere_and_whole() {
    let texts = ["台北市聯強國際ACER股份"];
    for typed in ["台北", "聯強", "際", "國際acer", "ac", "股份 台"] {
        assert!(finds(typed, &texts), "{typed}");
    }
    for typed in ["台市", "北聯", "cer", "際股"] {
        assert!(!finds(typed, &texts), "{typed}");
    }
}

#[test]
fn ids_are_found_with_and_without_hyphens() {
    let id = "0192f3a0-7c1e-7000-8000-00000000002a";
    let text = SearchText::of(["Contoso deadbeef1"]).with_id(id);
    for typed in [
        id,
        "0192F3A0-7C1E",
        "0192f3a0-",
        "0192f3a07c1e",
        &id.replace('-', ""),
        "deadb",
        "deadbeef",
        "DEADBEEF1",
    ] {
        assert!(Search::parse(typed).finds(&text), "{typed}");
    }
    for typed in ["0", "0192", "0192f3a", "0192f3a1"] {
        assert!(!Search::parse(typed).finds(&text), "{typed}");
    }
}

#[test]
fn wildcards_are_letters_and_signs_find_nothing() {
    assert!(finds("100%", &["100% Cotton"]) && finds("a_b\\", &["a_b\\c"]));
    for typed in ["%", "_", "\\", "1%", "a_"] {
        assert!(!finds(typed, &["100 Cotton a"]), "{typed}");
    }
    for typed in ["&", "'", "…", "\0", "🙂"] {
        assert_eq!(Search::parse(typed), Search::Nothing, "{typed:?}");
    }
    assert_eq!(Search::parse(" \n"), Search::Everything);
}

#[test]
fn what_is_too_much_is_not_read() {
    let nine = "a1 b2 c3 d4 e5 f6 g7 h8 i9";
    assert_eq!(Search::parse(nine).words().len(), WORDS);
    let long = "x".repeat(CHARACTERS + 50);
    assert_eq!(Search::parse(&long).words()[0].as_str().len(), CHARACTERS);
    assert_eq!(Search::parse("con contoso c con").words().len(), 1);
    assert_eq!(Search::parse("same same").words().len(), 1);
    // A single character may decompose into a whole sentence.
    let huge = "\u{fdfa}".repeat(120);
    assert!(SearchText::of([huge.as_str(); 9]).to_string().len() <= TEXT_BYTES + 1);
    assert!(sort_key(&huge).len() <= KEY_BYTES);
}

#[test]
fn accents_are_sorted_beside_their_letters() {
    let mut names = ["Zeta", "Äpfel", "Birne", "Apfelhof", "Östberg", "Osten"];
    names.sort_by_key(|name| sort_key(name));
    assert_eq!(
        names,
        ["Äpfel", "Apfelhof", "Birne", "Östberg", "Osten", "Zeta"]
    );
}

/// Whether an index of words gives this object among others for the search; the same of its section.
fn indexed(search: &Search, text: &SearchText) -> bool {
    let is_there = found_by(text, search, Word::indexed);
    for section in Section::all() {
        let is_in_section = found_by(text, search, |word| word.indexed_in(section));
        assert_eq!(
            is_in_section,
            is_there && section == text.section,
            "{section:?}"
        );
    }
    is_there
}

fn found_by(text: &SearchText, search: &Search, entries: impl Fn(&Word) -> Vec<Entry>) -> bool {
    let stored = text.indexed("");
    let is_there = |entry: &Entry| match entry {
        Entry::Whole(entry) => stored.contains(entry),
        Entry::Beginning(entry) => stored.iter().any(|stored| stored.starts_with(entry)),
    };
    let mut words = search.words().iter();
    words.all(|word| entries(word).iter().all(is_there))
}

#[test]
fn a_long_word_is_found_by_the_part_of_it_that_an_index_has() {
    let (long, longer) = ("a".repeat(INDEXED + 4), "a".repeat(INDEXED + 9));
    let text = SearchText::of([longer.as_str(), "deadbeef77", "宏遠貿易公司"]);
    for typed in [&long, &longer, "deadbeef", "DEADBEEF77", "遠貿易公"] {
        let search = Search::parse(typed);
        assert!(search.finds(&text) && indexed(&search, &text), "{typed}");
    }
    assert_eq!(Search::parse(&long).words()[0].indexed_first(), None);
    assert!(!indexed(&Search::parse("貿遠易"), &text));
}

const NAME: &str = "[a-cA-C台北市äÅ。.&%]{0,3}[a-c台北][a-cA-C 台北市äÅ。.&%-]{0,14}";

proptest! {
    #[test]
    fn nothing_panics(text in any::<String>()) {
        let stored = SearchText::of([text.as_str()]);
        prop_assert!(Search::parse(&text).words().len() <= WORDS);
        prop_assert!(sort_key(&text).len() <= KEY_BYTES);
        prop_assert!(stored.indexed("").iter().all(|word| !word.contains(['\0', ' '])));
    }

    #[test]
    fn the_one_form_is_stable(text in any::<String>()) {
        let once = folded(&text);
        prop_assert_eq!(folded(&once), once);
    }

    #[test]
    fn composition_does_not_matter(text in "[a-zA-Zäöåéñ台が한글 ]{0,20}") {
        let decomposed = icu_normalizer::DecomposingNormalizer::new_nfd().normalize(&text).into_owned();
        prop_assert_eq!(SearchText::of([text.as_str()]), SearchText::of([decomposed.as_str()]));
        prop_assert_eq!(sort_key(&text), sort_key(&decomposed));
    }

    #[test]
    fn an_object_is_found_by_the_beginnings_of_its_words(name in NAME, cut in 1usize..4) {
        let text = SearchText::of([name.as_str()]);
        let typed: Vec<String> = text.words.iter().take(WORDS).map(|word| word.text.chars().take(cut).collect()).collect();
        prop_assert!(Search::parse(&typed.join(" ")).finds(&text), "{:?} in {}", typed, text);
    }

    #[test]
    fn the_stored_text_answers_as_the_rule_does(name in NAME, domain in "[a-c]{1,6}(-[a-c]{1,3})?\\.[a-c]{2}", typed in "[a-c台北市 ]{1,6}") {
        let (text, search) = (SearchText::of([name.as_str(), domain.as_str()]), Search::parse(&typed));
        let line = text.to_string();
        let found = search.words().iter().all(|word| {
            line.contains(&if word.is_run() { word.as_str().to_owned() } else { format!(" {}", word.as_str()) })
        });
        prop_assert_eq!(search == Search::Everything || found, search.finds(&text));
        if search != Search::Everything && search.finds(&text) {
            prop_assert!(indexed(&search, &text), "{} {:?}", text, text.indexed(""));
        }
        // Where every word typed is short, an index needs no second look.
        if !search.words().is_empty() && typed.chars().count() <= INDEXED_RUN {
            prop_assert_eq!(indexed(&search, &text), search.finds(&text), "{} {:?}", text, text.indexed(""));
        }
        for word in search.words() {
            let by_key = sort_key(&name).starts_with(word.as_str());
            let entry = word.indexed_first().unwrap();
            prop_assert_eq!(by_key, text.indexed("").contains(&entry), "{} {:?}", name, text.indexed(""));
        }
    }
}
