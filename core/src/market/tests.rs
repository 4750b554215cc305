use super::*;

/// The compiled-in table is the file, line by line.
#[test]
fn table_is_the_csv() {
    let csv = include_str!("../../data/markets.csv");
    let mut lines = 0;
    for line in csv.lines().skip(1) {
        let columns: Vec<&str> = line.split(',').collect();
        let country = Country::parse(columns[1]).unwrap();
        assert_eq!(country.region().code(), columns[0], "{line}");
        assert_eq!(
            country
                .currency()
                .map(|c| c.to_string())
                .unwrap_or_default(),
            columns[2],
            "{line}"
        );
        #[cfg(feature = "market-names")]
        {
            use crate::market::Language;
            assert_eq!(country.name(Language::English), columns[3]);
            assert_eq!(country.name(Language::TraditionalChinese), columns[4]);
            assert_eq!(country.name(Language::SimplifiedChinese), columns[5]);
        }
        lines += 1;
    }
    assert_eq!(Country::all().count(), lines);
}

#[test]
fn every_country_is_found_by_its_code_in_any_case() {
    for country in Country::all() {
        assert_eq!(Country::parse(country.code()), Ok(country));
        assert_eq!(Country::parse(&country.code().to_lowercase()), Ok(country));
    }
}

#[test]
fn what_is_no_country_is_refused() {
    for text in ["", "A", "ZZ", "TWN", "台", "é", "A\0"] {
        assert_eq!(Country::parse(text), Err(UnknownCountry), "{text}");
    }
}

#[test]
fn every_region_has_a_country() {
    for region in Region::ALL {
        assert!(
            Country::all().any(|country| country.region() == region),
            "{region:?}"
        );
    }
}
