//! The file beside the catalog: what the two together must not say.

use std::collections::{BTreeMap, BTreeSet};

use super::{BASES, Details, Known, Problems, UPGRADES, below};
use crate::{
    catalog::sheet::OfferId,
    import::{Problem, Wanted},
};

/// The most products of a circle that are named.
const NAMED: usize = 6;

/// Checks the file against the products that there are, and its limits against those of their prices.
///
/// # Errors
/// Products, bases and targets that the catalog does not have; limits within which nothing could be ordered; a base or
/// a target of another kind; an add-on that is a base; upgrades that lead back to where they began.
pub fn check(all: &[Details], known: &BTreeMap<OfferId, Known>) -> Result<(), Problems> {
    let mut wrong = Problems::new();
    for details in all {
        let line = details.line;
        let unknown = |column: &str, offers: &BTreeSet<OfferId>| -> Vec<Problem> {
            let missing = offers.iter().filter(|offer| !known.contains_key(*offer));
            missing
                .map(|offer| Problem::invalid(column, offer.as_str(), Wanted::Listed))
                .collect()
        };
        match known.get(&details.offer) {
            None => wrong.push((
                line,
                Problem::invalid("ProductId", details.offer.as_str(), Wanted::Listed),
            )),
            Some(product) => {
                if details.limits(product.of_prices).check().is_err() {
                    wrong.push((line, below("Maximum")));
                }
            }
        }
        let of_lists = unknown(BASES, &details.bases).into_iter();
        let of_lists = of_lists.chain(unknown(UPGRADES, &details.upgrades));
        wrong.extend(of_lists.map(|problem| (line, problem)));
    }
    let after = After::of(all, known);
    wrong.extend(after.ties());
    wrong.extend(after.circles());
    if wrong.is_empty() {
        Ok(())
    } else {
        wrong.sort_by_key(|(line, _)| *line);
        Err(wrong)
    }
}

/// The line at which a problem of two products is told: the first one's, or the other's if the file has only that.
fn line_of(first: &Details, other: &Details) -> Option<u64> {
    [first.line, other.line].into_iter().find(|line| *line > 0)
}

/// The catalog as it would be: what the file says, and what was said of all other products.
struct After<'a>(BTreeMap<&'a OfferId, &'a Details>);

impl<'a> After<'a> {
    fn of(all: &'a [Details], known: &'a BTreeMap<OfferId, Known>) -> After<'a> {
        let mut after: BTreeMap<&OfferId, &Details> = known
            .iter()
            .map(|(offer, product)| (offer, &product.said))
            .collect();
        after.extend(all.iter().map(|details| (&details.offer, details)));
        After(after)
    }

    /// Bases and targets that do not fit. What neither line says was so before, and is told of nobody.
    fn ties(&self) -> Problems {
        let mut wrong = Problems::new();
        for details in self.0.values() {
            for (column, others) in [(BASES, &details.bases), (UPGRADES, &details.upgrades)] {
                for other in others.iter().filter_map(|other| self.0.get(other)) {
                    let Some(line) = line_of(details, other) else {
                        continue;
                    };
                    if other.kind != details.kind {
                        let problem = Problem::OtherKind {
                            column: column.to_owned(),
                            text: details.offer.to_string(),
                            other: other.offer.to_string(),
                        };
                        wrong.push((line, problem));
                    }
                    if column == BASES && !other.bases.is_empty() {
                        let problem = Problem::AddOnAsBase {
                            text: other.offer.to_string(),
                            of: details.offer.to_string(),
                        };
                        wrong.push((line, problem));
                    }
                }
            }
        }
        wrong
    }

    /// Upgrades that lead back to where they began, each circle once, at the first of its lines. Every product is gone
    /// through once, and so is every target: a file may be large.
    fn circles(&self) -> Problems {
        let mut wrong = Problems::new();
        let mut done: BTreeSet<&OfferId> = BTreeSet::new();
        for start in self.0.keys().copied() {
            if done.contains(start) {
                continue;
            }
            let mut path = vec![(start, self.targets(start))];
            let mut on_path = BTreeSet::from([start]);
            while let Some((offer, left)) = path.last_mut() {
                let (offer, next) = (*offer, left.pop());
                match next {
                    None => {
                        done.insert(offer);
                        on_path.remove(offer);
                        path.pop();
                    }
                    Some(next) if on_path.contains(next) => {
                        let circle = path.iter().map(|(offer, _)| *offer);
                        let circle: Vec<&OfferId> = circle.skip_while(|it| *it != next).collect();
                        wrong.extend(self.circle(&circle));
                    }
                    Some(next) if done.contains(next) => {}
                    Some(next) => {
                        on_path.insert(next);
                        path.push((next, self.targets(next)));
                    }
                }
            }
        }
        wrong
    }

    fn targets(&self, offer: &OfferId) -> Vec<&'a OfferId> {
        let details = self.0.get(offer).copied();
        details.map_or_else(Vec::new, |it| it.upgrades.iter().collect())
    }

    /// Nothing, if the file has none of these products: the circle was there before.
    fn circle(&self, offers: &[&OfferId]) -> Option<(u64, Problem)> {
        let lines = offers.iter().filter_map(|offer| self.0.get(*offer));
        let line = lines.map(|it| it.line).filter(|line| *line > 0).min()?;
        let named = offers.iter().take(NAMED).map(|offer| offer.as_str());
        let mut named: Vec<&str> = named.collect();
        if offers.len() > NAMED {
            named.push("…");
        }
        named.extend(offers.first().map(|offer| offer.as_str()));
        let text = named.join(" → ");
        Some((line, Problem::Circle { text }))
    }
}
