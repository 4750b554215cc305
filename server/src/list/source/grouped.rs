//! Rows in groups, one group after the other: those that are nearest first, and within each in the list's own order.
//!
//! The group is the first character of the key, so that a cursor names a place in all of them. Each group is read by
//! the index that it has, and none beyond the one in which the page ends.

use sqlx::{PgConnection, Postgres, QueryBuilder};
use uuid::Uuid;

use super::{
    Found, Key as _, Part, Search, SeekPosition, SortKey, Wanted, and, beyond, ordered, read,
};
use crate::list::search::{SearchScope, all_of};

impl Wanted {
    /// Finds one page of at most so many rows, the groups in this order. Each row is in one of them.
    pub(crate) async fn grouped(
        &self,
        db: &mut PgConnection,
        groups: &[Vec<Part>],
        size: usize,
    ) -> Result<Found, sqlx::Error> {
        let (SortKey::Text(key), false) = self.order() else {
            // Groups are for lists that are sorted by names.
            return self.page(db, size).await;
        };
        if self.search == Search::Nothing {
            return self.page(db, size).await;
        }
        let position = SeekPosition::<String>::of(&self.cursor, false);
        let limit = size.saturating_add(1);
        let (first, place) = split(&position.key);
        let mut numbers: Vec<usize> = (0..groups.len()).collect();
        if position.descending {
            numbers.reverse();
            numbers.retain(|number| *number <= first);
        } else {
            numbers.retain(|number| *number >= first);
        }
        let mut rows: Vec<(String, Uuid)> = Vec::new();
        for number in numbers {
            let Some(group) = groups.get(number) else {
                continue;
            };
            let mut here = position.clone();
            if number == first {
                place.clone_into(&mut here.key);
            } else if position.descending {
                (here.key, here.id) = (String::highest(), Uuid::max());
            } else {
                (here.key, here.id) = (String::lowest(), Uuid::nil());
            }
            let left = i64::try_from(limit.saturating_sub(rows.len())).unwrap_or(i64::MAX);
            let mut query = QueryBuilder::new("");
            self.select(&mut query, key);
            and(&mut query, group);
            self.matching(&mut query);
            self.looked_up(&mut query);
            beyond(&mut query, key, self.source.id, &here);
            ordered(&mut query, key, self.source.id, &here, left);
            let found = read::<String>(db, query).await?;
            rows.extend(
                found
                    .into_iter()
                    .map(|(key, id)| (format!("{number}{key}"), id)),
            );
            if rows.len() >= limit {
                break;
            }
        }
        let found = position.page(rows, size, 0, Clone::clone);
        Ok(Found {
            rows: found.rows.into_iter().map(|(_, id)| id).collect(),
            next: found.next,
            previous: found.previous,
        })
    }

    /// `and …`: the index of words has it. A group is not so large that it matters how common the words are.
    fn looked_up(&self, query: &mut QueryBuilder<Postgres>) {
        if let (Search::Words(words), Some(index)) = (&self.search, &self.source.index) {
            query
                .push(format_args!(" and {} @@ ", index.words))
                .push_bind(all_of(&self.list, words, SearchScope::Anywhere))
                .push("::tsquery");
        }
    }
}

/// The group of a key, and the key within it. What is no key of a group is before all of them.
fn split(key: &str) -> (usize, &str) {
    let digit = key.chars().next().and_then(|first| first.to_digit(10));
    digit
        .and_then(|digit| Some((usize::try_from(digit).ok()?, key.get(1..)?)))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn the_group_is_the_first_character() {
        assert_eq!(split("2contoso"), (2, "contoso"));
        assert_eq!(split("07-eleven"), (0, "7-eleven"));
        assert_eq!(split(""), (0, ""));
        assert_eq!(split("é"), (0, ""));
    }
}
