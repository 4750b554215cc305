//! What an import changes.

use std::collections::{BTreeSet, HashMap};

use super::*;
use crate::catalog::Effect;

#[test]
fn a_difference_says_what_an_import_changes() {
    let now = at("2026-03-01T00:00:00Z");
    let stored = sample(&["TW"]).prices;
    let unchanged = difference(stored.clone(), stored.clone(), now);
    assert_eq!((unchanged.same, unchanged.changes.len()), (7, 0));

    let mut listed = stored.clone();
    let gone = listed.remove(1);
    listed[0].partner.minor += 1;
    let mut new = listed[2].clone();
    new.starts = at("2026-04-01T00:00:00Z");
    listed.push(new.clone());
    let changed = difference(stored.clone(), listed.clone(), now);
    assert_eq!(changed.same, 5);
    let ended = Price {
        ends: Some(now),
        ..gone
    };
    assert_eq!(
        changed.changes,
        [
            Change::Replaced {
                before: stored[0].clone(),
                after: listed[0].clone()
            },
            Change::New(new),
            Change::Ended(ended.clone()),
        ]
    );
    // Once ended, it is no change any more.
    let again = difference([listed.clone(), vec![ended]].concat(), listed, now);
    assert_eq!((again.same, again.changes.len()), (7, 0));
}

#[test]
fn a_sheet_that_is_imported_early_leaves_the_prices_of_today() {
    let (now, april) = (at("2026-03-01T00:00:00Z"), at("2026-04-01T00:00:00Z"));
    let today = sample(&["TW"]).prices;
    let mut next = today.clone();
    for price in &mut next {
        price.starts = april;
    }
    let valid = |prices: &[Price], at| prices.iter().filter(|it| it.is_valid(at)).count();
    let after = difference(today.clone(), next.clone(), now).applied(today.clone());
    assert_eq!((valid(&after, now), valid(&after, april)), (7, 7));
    let again = difference(after.clone(), next.clone(), now);
    assert_eq!((again.same, again.changes.len()), (7, 0));

    // A later beginning does not put off an end.
    for price in &mut next {
        price.starts = at("2026-05-01T00:00:00Z");
    }
    let put_off = difference(after.clone(), next, now).applied(after.clone());
    assert_eq!((valid(&put_off, now), valid(&put_off, april)), (7, 0));

    // Dropped before they began, they never begin, and that is told once.
    let after = difference(after.clone(), today.clone(), now).applied(after);
    assert_eq!((valid(&after, now), valid(&after, april)), (7, 7));
    assert!(
        after
            .iter()
            .filter(|it| it.starts == april)
            .all(|it| it.is_over(now))
    );
    let again = difference(after, today, now);
    assert_eq!((again.same, again.changes.len()), (7, 0));
}

proptest! {
    /// Storing what a difference says gives the sheet, and what else there was has ended.
    #[test]
    fn an_import_stores_the_sheet(kept in prop::collection::vec(any::<(bool, bool, i64)>(), 7), day in 0..400i64) {
        let now = at("2025-12-01T00:00:00Z") + chrono::TimeDelta::days(day);
        let all = sample(&["TW"]).prices;
        let pick = |which: fn(&(bool, bool, i64)) -> bool| -> Vec<Price> {
            all.iter().zip(&kept).filter(|(_, keep)| which(keep)).map(|(price, _)| price.clone()).collect()
        };
        let stored = pick(|it| it.0);
        let mut listed = pick(|it| it.1);
        for (price, (_, _, minor)) in listed.iter_mut().zip(&kept) {
            price.partner.minor = *minor;
        }
        let difference = difference(stored.clone(), listed.clone(), now);
        let after = difference.applied(stored);
        let mut after: BTreeMap<PriceKey, Price> = after.into_iter().map(|price| (price.key(), price)).collect();
        for price in &listed {
            let there = after.remove(&price.key());
            prop_assert_eq!(there.as_ref(), Some(price));
        }
        for price in after.values() {
            prop_assert!(!price.is_valid(now));
            prop_assert!(price.ends.is_some_and(|ends| ends <= now.max(price.starts)));
        }
    }
}

#[test]
fn the_effect_of_a_sheet_is_told_in_products() {
    let now = at("2026-03-01T00:00:00Z");
    let sheet = sample(&["TW"]);
    let names: HashMap<OfferId, String> = sheet
        .products
        .iter()
        .map(|product| (product.offer.clone(), product.name.clone()))
        .collect();
    let none = BTreeSet::new();
    let of = |effect: Effect| {
        (
            effect.added,
            effect.changed,
            effect.unchanged,
            effect.prices,
        )
    };
    let first = difference(Vec::new(), sheet.prices.clone(), now);
    assert_eq!(
        of(first.effect(&sheet, &HashMap::new(), &none)),
        (3, 0, 0, 7)
    );
    let same = difference(sheet.prices.clone(), sheet.prices.clone(), now);
    assert_eq!(of(same.effect(&sheet, &names, &none)), (0, 0, 3, 7));

    // One product has another name; it counts unless it keeps the name that it has.
    let mut renamed = names.clone();
    let offer = sheet.products[0].offer.clone();
    renamed.insert(offer.clone(), "Before".to_owned());
    assert_eq!(of(same.effect(&sheet, &renamed, &none)), (0, 1, 2, 7));
    assert_eq!(
        of(same.effect(&sheet, &renamed, &[offer.clone()].into())),
        (0, 0, 3, 7)
    );

    // The sheet lacks one product, and has another price of a second.
    let mut later = sheet.clone();
    later.products.retain(|product| product.offer != offer);
    later.prices.retain(|price| price.offer != offer);
    later.prices[0].partner.minor += 1;
    let changed = difference(sheet.prices.clone(), later.prices.clone(), now);
    assert_eq!(
        of(changed.effect(&later, &names, &none)),
        (0, 2, 1, later.prices.len() as u32)
    );
}
