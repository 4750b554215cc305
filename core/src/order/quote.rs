//! What each line of an order costs, or what stands in its way.

use super::{
    Line, OrderFacts, Parted, Refusal as R, check_line, part,
    terms::{Selling, bases, beside_in},
    wanted,
};
use crate::{Timestamp, money::Money, refusal::Refusal};

/// What each line would cost, for one license and the whole term, or why it cannot be ordered together with the others
/// that can: these others are an order that is placed. Whether anything may be ordered at all is not asked.
#[must_use]
pub fn quotes(
    facts: OrderFacts<'_>,
    lines: &[Line],
    now: Timestamp,
) -> Vec<Result<Option<Money>, Refusal>> {
    quoted(facts.selling(), lines, now)
}

/// As [`quotes`], for whoever sells.
pub(crate) fn quoted(
    selling: Selling<'_>,
    lines: &[Line],
    now: Timestamp,
) -> Vec<Result<Option<Money>, Refusal>> {
    // What is no add-on comes first: an add-on may be for it, wherever it stands.
    let mut sorted: Vec<(usize, Line)> = lines.iter().copied().enumerate().collect();
    sorted.sort_by_cached_key(|(_, line)| !bases(selling.offers, line).is_empty());
    let (places, sorted): (Vec<usize>, Vec<Line>) = sorted.into_iter().unzip();
    let Parted { passing, failing } = part(&sorted, |lines| last(selling, lines, now).map(drop));
    let (mut failing, mut passed) = (failing.into_iter().peekable(), 0);
    let mut quotes = Vec::with_capacity(lines.len());
    for (index, place) in places.into_iter().enumerate() {
        let quote = match failing.next_if(|it| it.place == index) {
            Some(it) => Err(it.refusal),
            None => {
                passed += 1;
                last(selling, passing.get(..passed).unwrap_or_default(), now)
            }
        };
        quotes.push((place, quote));
    }
    quotes.sort_by_key(|(place, _)| *place);
    quotes.into_iter().map(|(_, quote)| quote).collect()
}

/// What the last of these lines costs. Those before it were asked already, and no later line changes what they are for.
fn last(selling: Selling<'_>, lines: &[Line], now: Timestamp) -> Result<Option<Money>, Refusal> {
    let asked = wanted(lines);
    let (Some(line), Some((asked, earlier))) = (lines.last(), asked.split_last()) else {
        return Err(R::NoLines.into());
    };
    let quantity = check_line(asked, earlier, selling.products)?;
    let line = beside_in(lines, line, selling.offers);
    let agreed = selling.line(lines, &line, quantity, now)?;
    Ok(agreed.term)
}
