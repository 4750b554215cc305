use super::*;

fn codes(home: Option<&str>, query: &str) -> Vec<&'static str> {
    let seen = Seen {
        home: home.map(|code| Country::parse(code).unwrap()),
        language: Language::English,
    };
    let page = seen.page_of(&ListQuery::parse(query), usize::MAX);
    assert_eq!(page.total, page.rows.len() as u64);
    page.rows.iter().map(|row| row.country.code()).collect()
}

#[test]
fn a_partner_sees_its_own_region_and_no_other() {
    assert_eq!(codes(Some("TW"), ""), ["TW"]);
    let europe = codes(Some("DE"), "");
    assert!(europe.contains(&"FR") && !europe.contains(&"TW"));
    // Neither does a filter open another one.
    assert_eq!(codes(Some("TW"), "region=europe"), Vec::<&str>::new());
}

#[test]
fn the_operator_sees_every_country_and_filters_by_region() {
    assert_eq!(codes(None, "").len(), Country::all().count());
    assert_eq!(codes(None, "region=japan"), ["JP"]);
}

#[test]
fn a_country_is_found_by_any_of_its_names_its_code_and_its_currency() {
    for query in [
        "search=swit",
        "search=%E7%91%9E%E5%A3%AB",
        "search=ch",
        "search=chf",
    ] {
        assert!(codes(Some("DE"), query).contains(&"CH"), "{query}");
    }
    assert_eq!(codes(Some("DE"), "search=qqq"), Vec::<&str>::new());
}

#[test]
fn countries_sort_by_name_code_and_currency_and_the_other_way_round() {
    let names = codes(Some("DE"), "");
    let mut turned = codes(Some("DE"), "sort=-name");
    turned.reverse();
    assert_eq!(names, turned);
    assert!(codes(Some("DE"), "sort=code").is_sorted());
    let last = codes(Some("DE"), "sort=currency").pop().unwrap();
    assert_eq!(Country::parse(last).unwrap().currency(), None);
}

#[test]
fn the_countries_of_the_program_come_page_by_page_and_each_of_them_once() {
    let seen = Seen {
        home: None,
        language: Language::English,
    };
    let mut query = ListQuery::parse("");
    let (mut found, mut back) = (Vec::new(), 0);
    loop {
        let page = seen.page_of(&query, 50);
        assert_eq!(page.total, Country::all().count() as u64);
        assert_eq!(page.previous.is_none(), found.is_empty());
        found.extend(page.rows.iter().map(|row| row.country.code()));
        match page.next {
            Some(next) => query.cursor = next,
            None => break,
        }
    }
    assert_eq!(found, codes(None, ""));
    while let Some(previous) = seen.page_of(&query, 50).previous {
        query.cursor = previous;
        back += 1;
    }
    assert_eq!(back, found.len() / 50);
    // Nonsense is the beginning, and what is past the end is empty.
    query.cursor = "x".to_owned();
    assert_eq!(seen.page_of(&query, 1).rows.len(), 1);
    query.cursor = "9999".to_owned();
    assert!(seen.page_of(&query, 1).rows.is_empty());
}
