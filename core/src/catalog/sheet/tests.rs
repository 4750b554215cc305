mod difference;

use proptest::prelude::*;

use super::*;
use crate::{Timestamp, catalog::Limits, catalog::file, money::Money, term::Term};

/// The form of the program's sheet; names, ids and prices are made up.
const SAMPLE: &[u8] = include_bytes!("sample.csv");

fn wanted(markets: &[&str]) -> Wanted {
    Wanted {
        markets: markets.iter().map(|code| code.parse().unwrap()).collect(),
        segment: Segment::parse("Commercial").unwrap(),
    }
}

fn sample(markets: &[&str]) -> Sheet {
    read(file::text(SAMPLE).unwrap(), &wanted(markets)).unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The sample with one text replaced by another.
fn told(from: &str, to: &str) -> String {
    let text = file::text(SAMPLE).unwrap();
    assert!(text.contains(from), "{from}");
    read(&text.replace(from, to), &wanted(&["TW"]))
        .unwrap_err()
        .to_string()
}

#[test]
fn empty_lines_before_the_names_do_not_matter() {
    let text = file::text(SAMPLE).unwrap();
    for empty in ["\n", "\r\n\r\n"] {
        let text = format!("{empty}{text}");
        assert!(is_sheet(&text));
        let sheet = read(&text, &wanted(&["TW", "DE"])).unwrap();
        assert_eq!(sheet.prices, sample(&["TW", "DE"]).prices);
    }
    assert!(!is_sheet("\n\n") && !is_sheet(""));
}

#[test]
fn a_sheet_is_read_as_it_comes() {
    let text = file::text(SAMPLE).unwrap();
    assert!(is_sheet(text));
    let sheet = sample(&["TW", "DE"]);
    assert_eq!((sheet.prices.len(), sheet.products.len()), (14, 3));
    assert_eq!(sheet.passed_over, 18);
    let first = &sheet.prices[0];
    assert_eq!(first.offer.as_str(), "CFQ7TEST0001:0001");
    assert_eq!(
        (first.term, first.plan),
        (Term::Month, BillingPlan::Monthly)
    );
    assert_eq!(first.partner.to_string(), "TWD 128.00");
    assert_eq!(first.retail.unwrap().minor, 16_000);
    assert_eq!((first.tier.from, first.tier.to), (1, None));
    assert_eq!(
        (first.starts, first.ends),
        (at("2026-01-01T00:00:00Z"), None)
    );
    // The sheet names the last tenth of a microsecond, and a price ends before the next day.
    let trial = sheet
        .prices
        .iter()
        .find(|it| it.plan == BillingPlan::None)
        .unwrap();
    assert_eq!(trial.ends, Some(at("2026-07-01T00:00:00Z")));
    assert_eq!(sheet.products[1].name, "Meeting Room");
    assert_eq!(
        (
            sheet.products[1].limits.minimum,
            sheet.products[1].limits.maximum
        ),
        (1, 500)
    );
    assert_eq!(sheet.products[0].limits.maximum, Limits::NO_MAXIMUM);
    // A currency that nothing is sold in so far is kept too.
    assert_eq!(sample(&["SG"]).prices[0].partner.to_string(), "SGD 6.00");
    assert_eq!(sample(&["JP"]).prices[0].partner.to_string(), "JPY 600");
}

#[test]
fn another_segment_is_another_sheet() {
    let education = Wanted {
        segment: Segment::parse("EDUCATION").unwrap(),
        ..wanted(&["TW"])
    };
    let sheet = read(file::text(SAMPLE).unwrap(), &education).unwrap();
    assert_eq!(sheet.prices.len(), 1);
    assert_eq!(sheet.prices[0].segment.as_str(), "education");
}

#[test]
fn columns_may_be_in_any_order_and_others_between() {
    let text = "Segment,erp_price,Note,EffectiveEndDate,EffectiveStartDate,UnitPrice,Currency,Market,BillingPlan,\
                TermDuration,SkuTitle,SkuId,ProductId\n\
                Commercial,,x,,2026-01-31,1.5,usd,us,annual,p1y,Basic,0001,CFQ7TEST0001\n";
    let sheet = read(text, &wanted(&["US"])).unwrap();
    assert_eq!(sheet.prices[0].retail, None);
    assert_eq!(sheet.prices[0].partner.minor, 1_50);
    assert_eq!(sheet.prices[0].starts, at("2026-01-31T00:00:00Z"));
    assert_eq!(sheet.prices[0].ends, None);
}

#[test]
fn every_wrong_line_is_named() {
    for (from, to, expected) in [
        (
            "P1M,Monthly,TW",
            "P1W,Monthly,TW",
            "line 2: TermDuration `P1W`",
        ),
        (
            "P1M,Monthly,TW",
            "P1M,Weekly,TW",
            "line 2: BillingPlan `Weekly`",
        ),
        ("TW,TWD,128.00", "TW,TWX,128.00", "line 2: Currency `TWX`"),
        (
            "TW,TWD,128.00",
            "TW,TWD,128.005",
            "line 2: `128.005` isn't a price in TWD",
        ),
        (
            "TW,TWD,128.00",
            "TW,TWD,\"128,00\"",
            "line 2: the price `128,00` has a comma",
        ),
        ("TW,TWD,128.00", "TW,TWD,", "line 2: UnitPrice is empty"),
        (
            "TW,TWD,128.00,1,",
            "TW,TWD,128.00,+1,",
            "line 2: PricingTierRangeMin `+1`",
        ),
        (
            "TW,TWD,128.00,1,",
            "TW,TWD,128.00,5,4",
            "line 2: PricingTierRangeMax is below",
        ),
        (
            "TW,TWD,2880.00,1,99,2026-01-01T00:00:00.0000000Z",
            "TW,TWD,2880.00,1,99,01/02/2026",
            "line 7: EffectiveStartDate `01/02/2026`",
        ),
        (
            "TW,TWD,0,1,,2026-01-01T00",
            "TW,TWD,0,1,,2026-07-01T00",
            "line 9: the price ends before it begins",
        ),
        (
            "P1M,Monthly,TW",
            "P1M,Monthly,",
            "line 2: it has no market or no segment",
        ),
        (
            "P1Y,Annual,TW,TWD,1216.00",
            "P1Y,Monthly,TW,TWD,1216.00",
            "line 4: the same price is already on line 3",
        ),
        (
            "\r\nCloud Basic,CFQ7TEST0001,0001",
            "\r\nCloud Basic,CFQ7TEST0001,1",
            "line 2: SkuId `1` isn't four",
        ),
        (
            "\r\nCloud Basic,CFQ7TEST0001",
            "\r\nCloud Basic,CFQ7-TEST001",
            "line 2: ProductId `CFQ7-TEST001`",
        ),
        (
            "P1M,Monthly,TW",
            "P1M,Monthly,Taiwan",
            "line 2: Market `Taiwan` isn't two letters",
        ),
        (
            ",160.00,Commercial",
            ",160.00,Commercial\"",
            "line 2: `Commercial\"` isn't a segment",
        ),
        (
            ",1 License,P1M,Monthly,TW,",
            ",P1M,Monthly,TW,",
            "line 2: it has 18 fields, and the first line names 19 columns",
        ),
        (
            ",UnitPrice,",
            ",Price,",
            "the column `UnitPrice` is missing",
        ),
        (",Tags,", ",Segment,", "the column `Segment` appears twice"),
    ] {
        let told = told(from, to);
        assert!(told.contains(expected), "`{expected}` is not in:\n{told}");
    }
    let text = file::text(SAMPLE).unwrap();
    let told = read(text, &wanted(&["TW", "US"])).unwrap_err().to_string();
    assert!(
        told.contains("no lines are for US, commercial; the file has"),
        "{told}"
    );
}

#[test]
fn a_line_has_all_its_problems_and_a_long_list_is_cut() {
    let both = told("P1M,Monthly,TW,TWD,128.00", "P1W,Weekly,TW,TWD,x");
    for expected in ["TermDuration", "BillingPlan", "`x` isn't a price"] {
        assert!(both.contains(expected), "{both}");
    }
    let mut text = file::text(SAMPLE)
        .unwrap()
        .lines()
        .next()
        .unwrap()
        .to_owned();
    for _ in 0..TOLD + 7 {
        text.push_str("\r\na,b,c,d,e,f,g,P1Y,Annual,TW,TWD,1,1,,2026-01-01,,,1,Commercial");
    }
    let problems = read(&text, &wanted(&["TW"])).unwrap_err();
    assert_eq!((problems.of_lines().len(), problems.more()), (TOLD, 7));
    assert!(
        problems.to_string().ends_with("\n  and 7 more"),
        "{problems}"
    );
}

#[test]
fn a_stray_quote_is_a_wrong_line_and_not_the_end_of_the_sheet() {
    let columns = "ProductId,SkuId,SkuTitle,TermDuration,BillingPlan,Market,Currency,UnitPrice,EffectiveStartDate,\
                   EffectiveEndDate,ERP Price,Segment\r\n";
    let line = |sku: &str, segment: &str| {
        format!("CFQ7TEST0001,{sku},Basic,P1M,Monthly,TW,TWD,1,2026-01-01,,,{segment}\r\n")
    };
    let text = [
        columns,
        &line("0001", "Commercial"),
        &line("0002", "\"Commercial"),
        &line("0003", "Commercial").repeat(100),
    ]
    .concat();
    let told = read(&text, &wanted(&["TW"])).unwrap_err().to_string();
    assert_eq!(told.lines().count(), 2, "{told}");
    assert!(told.contains("line 3: Segment continues"), "{told}");
}

#[test]
fn a_stray_quote_in_a_column_that_is_not_read_swallows_no_line_unseen() {
    let columns = "ProductId,SkuId,SkuTitle,Tags,TermDuration,BillingPlan,Market,Currency,UnitPrice,\
                   EffectiveStartDate,EffectiveEndDate,ERP Price,Segment,Publisher\r\n";
    let line = |sku: &str, market: &str, tags: &str, publisher: &str| {
        format!(
            "CFQ7TEST0001,{sku},Basic,{tags},P1M,Monthly,{market},TWD,1,2026-01-01,,,Commercial,{publisher}\r\n"
        )
    };
    let told = |second: String, third: String| {
        let lines = [
            line("0001", "TW", "", ""),
            second,
            third,
            line("0004", "TW", "", ""),
        ];
        let text = format!("{columns}{}", lines.concat());
        read(&text, &wanted(&["TW"])).unwrap_err().to_string()
    };
    // Between two strays the number of fields is right, and another market's line swallows as well.
    for market in ["TW", "DE"] {
        let between = told(
            line("0002", market, "\"new", ""),
            line("0003", "TW", "\"old", ""),
        );
        assert!(between.contains("line 3: Tags continues"), "{between}");
        let at_the_end = told(line("0002", market, "", "\""), line("0003", "TW", "", "\""));
        assert!(
            at_the_end.contains("line 3: Publisher continues"),
            "{at_the_end}"
        );
        let all = told(line("0002", market, "", "\"x"), line("0003", "TW", "", ""));
        assert!(all.contains("line 3: Publisher continues"), "{all}");
    }
    let named = format!(
        "{}{}",
        columns.replace("Publisher", "\"Publisher"),
        line("0001", "TW", "", "")
    );
    let told = read(&named, &wanted(&["TW"])).unwrap_err().to_string();
    assert!(
        told.contains("line 1: the name of a column goes on"),
        "{told}"
    );
}

#[test]
fn other_markets_are_told_once_and_not_all() {
    let header = file::text(SAMPLE).unwrap().lines().next().unwrap();
    let lines: String = ('A'..='O')
        .map(|letter| {
            format!("a,b,c,d,e,f,g,P1Y,Annual,A{letter},TWD,1,1,,2026-01-01,,,1,Education\n")
        })
        .collect();
    let told = read(&format!("{header}\n{lines}"), &wanted(&["US", "FR"]));
    let told = told.unwrap_err().to_string();
    assert_eq!(told.matches("the file has").count(), 1, "{told}");
    assert!(told.contains("US") && told.contains("FR"), "{told}");
    assert!(told.ends_with("AJ education and 5 more"), "{told}");
}

#[test]
fn the_day_of_an_end_is_included() {
    let text = file::text(SAMPLE)
        .unwrap()
        .replace("2026-06-30T23:59:59.9999999Z", "2026-06-30");
    assert_eq!(read(&text, &wanted(&["TW"])), Ok(sample(&["TW"])));
}

#[test]
fn what_is_wrong_elsewhere_is_passed_over() {
    let text = file::text(SAMPLE)
        .unwrap()
        .replace("DE,EUR,4.00", "DE,EUR,four");
    assert_eq!(read(&text, &wanted(&["TW"])), Ok(sample(&["TW"])));
}

#[test]
fn the_catalog_shows_prices_of_a_month() {
    let offer = OfferId::parse("CFQ7TEST0001:0001").unwrap();
    let now = at("2026-03-01T00:00:00Z");
    let shown = monthly(&sample(&["TW", "DE", "SG"]).prices, now);
    assert_eq!(
        shown.prices[&offer],
        [
            Money::new(5_00, crate::market::Currency::Eur),
            Money::new(16_000, crate::market::Currency::Twd)
        ]
    );
    assert_eq!(shown.prices.len(), 1, "a year's price is not divided");
    assert_eq!(
        monthly(&sample(&["TW"]).prices, at("2025-12-31T00:00:00Z")),
        Monthly::default()
    );
    // Two markets with one currency and two prices.
    let mut prices = sample(&["DE"]).prices;
    let mut france = prices[0].clone();
    france.market = "FR".parse().unwrap();
    france.retail.as_mut().unwrap().minor += 1;
    prices.push(france);
    let shown = monthly(&prices, now);
    assert!(shown.prices.is_empty() && shown.ambiguous.contains(&(offer.clone(), "EUR")));
    // Another segment's price is not shown, and in nobody's way.
    prices.last_mut().unwrap().segment = Segment::parse("Education").unwrap();
    let shown = monthly(&prices, now);
    assert_eq!(
        shown.prices[&offer],
        [Money::new(5_00, crate::market::Currency::Eur)]
    );
    assert!(shown.ambiguous.is_empty());
}

#[test]
fn a_product_is_sold_while_it_has_a_price() {
    let offer = |number: u8, sku: &str| OfferId::new(&format!("CFQ7TEST000{number}"), sku).unwrap();
    let (room, trial) = (offer(2, "000A"), offer(3, "0002"));
    let mut prices = sample(&["TW", "DE"]).prices;
    // To the moment, on both sides of midnight.
    let sold = |moment| offered(&prices, at(moment));
    assert!(sold("2025-12-31T23:59:59.999999Z").is_empty());
    assert_eq!(sold("2026-01-01T00:00:00Z").len(), 3);
    assert!(sold("2026-06-30T23:59:59.999999Z").contains_key(&trial));
    let now = at("2026-07-01T00:00:00Z");
    assert!(!offered(&prices, now).contains_key(&trial));

    // The limits are those of the segment that is shown, as long as it has any.
    let education = Segment::parse("Education").unwrap();
    let mut other = prices.iter().find(|it| it.offer == room).unwrap().clone();
    (other.segment, other.tier) = (
        education.clone(),
        Tier {
            from: 5,
            to: Some(1000),
        },
    );
    prices.push(other);
    let limits = offered(&prices, now)[&room];
    assert_eq!((limits.minimum, limits.maximum), (1, 500));
    assert!(keep_names(&prices, &education).contains(&room));
    assert!(keep_names(&prices, &Segment::parse("Commercial").unwrap()).is_empty());
    prices.retain(|price| price.segment == education);
    let limits = offered(&prices, now)[&room];
    assert_eq!((limits.minimum, limits.maximum), (5, 1000));
    assert!(keep_names(&prices, &education).is_empty());

    // A price that was dropped before it began never is valid.
    let august = at("2026-08-01T00:00:00Z");
    prices.last_mut().unwrap().starts = august;
    assert_eq!(
        (offered(&prices, now).len(), offered(&prices, august).len()),
        (0, 1)
    );
    prices.last_mut().unwrap().ends = Some(august);
    assert!(offered(&prices, august).is_empty());
}

proptest! {
    #[test]
    fn any_text_is_a_sheet_or_is_refused(text: String, row in "[-,.A-Za-z0-9:\" ]{0,120}") {
        let _ = read(&text, &wanted(&["TW"]));
        let header = file::text(SAMPLE).unwrap().lines().next().unwrap();
        let _ = read(&format!("{header}\n{row}\n"), &wanted(&["TW"]));
    }
}
