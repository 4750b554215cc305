//! Which lines of a cart stand in the way of the others.

use crate::refusal::Refusal;

/// A cart, with the lines that cannot be ordered apart from those that can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parted<L> {
    /// The lines that can be ordered together, in their order.
    pub passing: Vec<L>,
    /// The lines that cannot, each with the reason.
    pub failing: Vec<Failing<L>>,
}

/// A line that cannot be ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failing<L> {
    /// Its place in the cart, from 0 on.
    pub place: usize,
    /// The line.
    pub line: L,
    /// Why not.
    pub refusal: Refusal,
}

/// Parts a cart: a line fails if it cannot be ordered together with the lines before it that can. An order is placed
/// whole or not at all, so whoever is refused is told of every line that fails, may take out just these, and order the
/// others.
///
/// `check` decides the lines of an order, as [`check_lines`](super::check_lines) does. What is refused whatever the
/// lines are is no line's fault, and is asked before.
///
/// ```
/// use tierline_core::order::{Refusal, part};
/// let check = |lines: &[&str]| -> Result<(), tierline_core::Refusal> {
///     match lines {
///         [earlier @ .., last] if earlier.contains(last) => {
///             Err(Refusal::ProductTwice { product: (*last).to_owned() }.into())
///         }
///         _ => Ok(()),
///     }
/// };
/// let parted = part(&["Business Basic", "Exchange Online", "Business Basic"], check);
/// assert_eq!(parted.passing, ["Business Basic", "Exchange Online"]);
/// assert_eq!((parted.failing[0].place, parted.failing[0].refusal.code()), (2, "product_twice"));
/// ```
#[must_use]
pub fn part<L: Clone>(lines: &[L], check: impl Fn(&[L]) -> Result<(), Refusal>) -> Parted<L> {
    let mut passing: Vec<L> = Vec::with_capacity(lines.len());
    let mut failing = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        passing.push(line.clone());
        let Err(refusal) = check(&passing) else {
            continue;
        };
        if let Some(line) = passing.pop() {
            failing.push(Failing {
                place,
                line,
                refusal,
            });
        }
    }
    Parted { passing, failing }
}
