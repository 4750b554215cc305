//! What an import changes.

use super::*;

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
