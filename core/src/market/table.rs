//! `data/markets.csv`, read at compile time into a table sorted by country.
//!
//! A malformed line (wrong number of fields, unknown region or currency, repeated country) does not compile. Everything
//! here runs at compile time only; the program contains just 4 bytes a country.

use super::{Currency, Region};

const CSV: &str = include_str!("../../data/markets.csv");
const HEADER: &str = "region,country,currency,name_en,name_zh_hant,name_zh_hans";

/// The number of countries and territories.
pub(super) const LENGTH: usize = count_lines(CSV) - 1;

/// The data of a country, except its names.
#[derive(Clone, Copy)]
pub(super) struct Market {
    /// The two letters of ISO 3166-1, upper case.
    pub(super) code: [u8; 2],
    pub(super) region: Region,
    pub(super) currency: Option<Currency>,
}

/// One line of the file.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub(super) market: Market,
    #[cfg_attr(
        not(feature = "market-names"),
        expect(dead_code, reason = "names are a feature")
    )]
    pub(super) names: [&'static str; 3],
}

/// Every line, sorted by the country's code; exists at compile time only.
pub(super) const LINES: [Line; LENGTH] = sorted(lines());

/// Every country, sorted by its code. A `Country` is an index into it.
pub(super) static MARKETS: [Market; LENGTH] = markets();

#[expect(
    clippy::indexing_slicing,
    reason = "evaluated by the compiler: an index outside does not compile"
)]
const fn markets() -> [Market; LENGTH] {
    let mut markets = [LINES[0].market; LENGTH];
    let mut index = 0;
    while index < LENGTH {
        markets[index] = LINES[index].market;
        index += 1;
    }
    markets
}

#[expect(
    clippy::indexing_slicing,
    reason = "evaluated by the compiler: an index outside does not compile"
)]
const fn lines() -> [Line; LENGTH] {
    let unknown = Market {
        code: [0, 0],
        region: Region::Africa,
        currency: None,
    };
    let mut lines = [Line {
        market: unknown,
        names: [""; 3],
    }; LENGTH];
    let (header, mut rest) = cut(CSV, b'\n');
    assert!(same(header, HEADER), "another header was expected");
    let mut index = 0;
    while index < LENGTH {
        let (text, after) = cut(rest, b'\n');
        lines[index] = line(text);
        rest = after;
        index += 1;
    }
    lines
}

#[expect(
    clippy::indexing_slicing,
    reason = "evaluated by the compiler: an index outside does not compile"
)]
const fn line(text: &'static str) -> Line {
    let (region, rest) = cut(text, b',');
    let (country, rest) = cut(rest, b',');
    let (currency, rest) = cut(rest, b',');
    let (english, rest) = cut(rest, b',');
    let (traditional, simplified) = cut(rest, b',');
    assert!(
        !english.is_empty() && !traditional.is_empty() && !simplified.is_empty(),
        "a name is missing"
    );
    let code = country.as_bytes();
    assert!(
        code.len() == 2 && code[0].is_ascii_uppercase() && code[1].is_ascii_uppercase(),
        "not two letters"
    );
    let market = Market {
        code: [code[0], code[1]],
        region: region_with(region),
        currency: currency_with(currency),
    };
    Line {
        market,
        names: [english, traditional, simplified],
    }
}

#[expect(
    clippy::indexing_slicing,
    reason = "evaluated by the compiler: an index outside does not compile"
)]
const fn region_with(code: &str) -> Region {
    let mut index = 0;
    while !same(Region::ALL[index].code(), code) {
        index += 1;
    }
    Region::ALL[index]
}

#[expect(
    clippy::indexing_slicing,
    reason = "evaluated by the compiler: an index outside does not compile"
)]
const fn currency_with(code: &str) -> Option<Currency> {
    if code.is_empty() {
        return None;
    }
    let mut index = 0;
    while !same(Currency::ALL[index].code(), code) {
        index += 1;
    }
    Some(Currency::ALL[index])
}

/// Sorts by insertion: the library's sort is not available at compile time.
#[expect(
    clippy::indexing_slicing,
    reason = "evaluated by the compiler: an index outside does not compile"
)]
const fn sorted(mut lines: [Line; LENGTH]) -> [Line; LENGTH] {
    let mut end = 1;
    while end < LENGTH {
        let mut index = end;
        while index > 0 && key(lines[index - 1].market.code) > key(lines[index].market.code) {
            lines.swap(index - 1, index);
            index -= 1;
        }
        assert!(
            index == 0 || key(lines[index - 1].market.code) < key(lines[index].market.code),
            "a country twice"
        );
        end += 1;
    }
    lines
}

/// A country's code as a number in the same order.
pub(super) const fn key(code: [u8; 2]) -> u16 {
    u16::from_be_bytes(code)
}

/// The text before the first separator and the text after it.
#[expect(
    clippy::indexing_slicing,
    reason = "evaluated by the compiler: an index outside does not compile"
)]
const fn cut(text: &'static str, separator: u8) -> (&'static str, &'static str) {
    let mut index = 0;
    while index < text.len() && text.as_bytes()[index] != separator {
        index += 1;
    }
    let (before, rest) = text.split_at(index);
    if rest.is_empty() {
        (before, rest)
    } else {
        (before, rest.split_at(1).1)
    }
}

#[expect(
    clippy::indexing_slicing,
    reason = "evaluated by the compiler: an index outside does not compile"
)]
const fn same(first: &str, second: &str) -> bool {
    let mut index = 0;
    while index < first.len()
        && index < second.len()
        && first.as_bytes()[index] == second.as_bytes()[index]
    {
        index += 1;
    }
    index == first.len() && index == second.len()
}

#[expect(
    clippy::indexing_slicing,
    reason = "evaluated by the compiler: an index outside does not compile"
)]
const fn count_lines(text: &str) -> usize {
    let (mut count, mut index) = (0, 0);
    while index < text.len() {
        count += (text.as_bytes()[index] == b'\n') as usize;
        index += 1;
    }
    count
}
