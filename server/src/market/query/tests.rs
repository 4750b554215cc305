use super::*;

fn codes(home: Option<&str>, query: &str) -> Vec<&'static str> {
    let seen = Seen {
        home: home.map(|code| Country::parse(code).unwrap()),
        language: Language::English,
    };
    let page = seen.page_of(&ListQuery::parse(query));
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
