//! Carts of which some lines cannot be ordered.

use proptest::prelude::*;
use tierline_core::{
    Refusal,
    order::{self, part},
};

/// No more than ten licenses in all.
fn check(lines: &[u32]) -> Result<(), Refusal> {
    let refusal = order::Refusal::ProductTwice {
        product: "Business Basic".to_owned(),
    };
    match lines {
        [] => Err(order::Refusal::NoLines.into()),
        _ if lines.iter().sum::<u32>() > 10 => Err(refusal.into()),
        _ => Ok(()),
    }
}

#[test]
fn nothing_fails_in_an_empty_cart() {
    let parted = part(&[], check);
    assert!(parted.passing.is_empty() && parted.failing.is_empty());
}

#[test]
fn a_line_fails_beside_those_before_it() {
    let parted = part(&[6, 20, 5, 4], check);
    assert_eq!(parted.passing, [6, 4]);
    let failing: Vec<_> = parted
        .failing
        .iter()
        .map(|it| (it.place, it.line))
        .collect();
    assert_eq!(failing, [(1, 20), (2, 5)]);
}

proptest! {
    /// Every line is on one side, those that pass are an order, and each that fails would stop it.
    #[test]
    fn a_cart_is_parted_whole(cart in proptest::collection::vec(0_u32..12, 0..8)) {
        let parted = part(&cart, check);
        prop_assert_eq!(parted.passing.len() + parted.failing.len(), cart.len());
        prop_assert!(parted.passing.is_empty() || check(&parted.passing).is_ok());
        for failing in &parted.failing {
            prop_assert_eq!(cart.get(failing.place), Some(&failing.line));
            let mut with = parted.passing.clone();
            with.push(failing.line);
            prop_assert!(check(&with).is_err());
        }
    }
}
