//! Lists that are read page by page.

use core::fmt;
use std::collections::BTreeMap;

use serde::Serialize;
use tierline_core::read::Read;

use crate::route;

/// One page of a list. Pages follow each other by key, never by offset, so that the deepest page is as quick as
/// the first.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct Page<T> {
    /// The rows of this page.
    pub rows: Vec<T>,
    /// How many rows the filter leaves in all; no list is cut off silently.
    pub total: u64,
    /// There may be more of them: so many were met, and counting all would take longer than the page.
    #[serde(default)]
    pub is_at_least: bool,
    /// Where the next page begins, if there is one. Opaque.
    pub next: Option<String>,
    /// Where the previous page begins, if there is one. Opaque.
    pub previous: Option<String>,
}

/// Which page of a list is wanted, as it stands in the address: `search`, `sort`, `cursor`, `find`, `columns`, and
/// filters by any other name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Read)]
#[serde(default)]
pub struct ListQuery {
    /// Search words.
    pub search: String,
    /// The column to sort by; the list's own order when empty. A leading `-` turns it round.
    pub sort: String,
    /// Values by the names of filters, none of them empty. A list reads those that it knows.
    pub filters: BTreeMap<String, String>,
    /// Where the page begins: [`Page::next`] or [`Page::previous`] of another page.
    pub cursor: String,
    /// Words by which the answers of a filter are found, where they are too many to be listed.
    pub find: String,
    /// The columns that are shown, by their names with commas between; those of the specification when empty.
    pub columns: String,
    /// What the rows belong to, where a list is of one thing: no filter, for without it there is no list.
    pub of: String,
}

/// The part of an address that names columns.
pub(crate) const COLUMNS: &str = "columns";

/// The part of an address that says what the rows belong to.
pub(crate) const OF: &str = "of";

/// The part of an address that finds the answers of a filter.
const FIND: &str = "find";

/// More filters than any list has.
const FILTERS: usize = 16;

impl ListQuery {
    /// Reads the query of an address. Unknown parts are harmless, and nothing is refused.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let pairs = query
            .trim_start_matches('?')
            .split('&')
            .filter_map(|pair| pair.split_once('='));
        Self::of(pairs.map(|(name, value)| {
            let value = value.replace('+', " ");
            (route::decode(name), route::decode(&value))
        }))
    }

    /// The same from an address that was read already.
    #[must_use]
    pub fn of(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut query = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "search" => value.trim().clone_into(&mut query.search),
                "sort" => query.sort = value,
                "cursor" => query.cursor = value,
                OF => query.of = value,
                FIND => value.trim().clone_into(&mut query.find),
                // Once for each of them, as boxes are sent.
                COLUMNS => {
                    if !query.columns.is_empty() {
                        query.columns.push(',');
                    }
                    query.columns.push_str(&value);
                }
                // Of the page around the list.
                "open" | "done" | "before" => {}
                _ if value.is_empty() || query.filters.len() >= FILTERS => {}
                _ => {
                    query.filters.insert(name, value);
                }
            }
        }
        query
    }

    /// The value of a filter; empty when nothing is filtered by it.
    #[must_use]
    pub fn filter(&self, name: &str) -> &str {
        self.filters
            .get(name)
            .map(String::as_str)
            .unwrap_or_default()
    }

    /// Is anything filtered or searched?
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        !self.search.is_empty() || !self.filters.is_empty()
    }

    /// The same without what is no filter of the list: a part of the address that means nothing here filters nothing.
    #[must_use]
    pub fn only(&self, filters: &[&str]) -> Self {
        let mut query = self.clone();
        query
            .filters
            .retain(|name, _| filters.contains(&name.as_str()));
        query
    }

    /// The same list from its first page on, with nothing filtered or searched.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self {
            sort: self.sort.clone(),
            columns: self.columns.clone(),
            of: self.of.clone(),
            ..Self::default()
        }
    }

    /// The same list from its first page on, without this filter.
    #[must_use]
    pub fn without(&self, filter: &str) -> Self {
        let mut query = Self {
            cursor: String::new(),
            find: String::new(),
            ..self.clone()
        };
        query.filters.remove(filter);
        query
    }

    /// The same list from its first page on, with nothing searched.
    #[must_use]
    pub fn unsearched(&self) -> Self {
        Self {
            search: String::new(),
            cursor: String::new(),
            ..self.clone()
        }
    }

    /// All rows that this leaves, whatever is shown of them: what the list's file is asked for by.
    #[must_use]
    pub fn for_file(&self) -> Self {
        Self {
            cursor: String::new(),
            find: String::new(),
            columns: String::new(),
            ..self.clone()
        }
    }

    /// The address of a page that is asked for like this.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        let query = self.to_string();
        if query.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{query}")
        }
    }
}

/// As it stands in an address, after the question mark.
impl fmt::Display for ListQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let own = [
            (OF, &self.of),
            ("search", &self.search),
            ("sort", &self.sort),
            ("cursor", &self.cursor),
            (FIND, &self.find),
            (COLUMNS, &self.columns),
        ];
        let filters = self
            .filters
            .iter()
            .map(|(name, value)| (name.as_str(), value));
        let pairs = own
            .into_iter()
            .chain(filters)
            .filter(|(_, value)| !value.is_empty());
        for (index, (name, value)) in pairs.enumerate() {
            let separator = if index == 0 { "" } else { "&" };
            write!(
                f,
                "{separator}{}={}",
                route::encode(name),
                route::encode(value)
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let query =
            ListQuery::parse("?search=+a%26b&filter=x&sort=-name&open=1&state=&region=%E5%8F%B0");
        assert_eq!(
            (query.search.as_str(), query.sort.as_str()),
            ("a&b", "-name")
        );
        assert_eq!(
            (
                query.filter("filter"),
                query.filter("region"),
                query.filter("state")
            ),
            ("x", "台", "")
        );
        assert_eq!(ListQuery::parse(&query.to_string()), query);
        assert_eq!(
            query.at("/l"),
            "/l?search=a%26b&sort=-name&filter=x&region=%E5%8F%B0"
        );
        assert_eq!(ListQuery::parse("").at("/l"), "/l");
    }

    #[test]
    fn columns_are_named_once_each_or_all_at_once() {
        let query = ListQuery::parse("columns=name&columns=since&kind=a");
        assert_eq!(query.columns, "name,since");
        assert_eq!(ListQuery::parse(&query.to_string()), query);
        assert!(!ListQuery::parse("columns=name").is_filtered());
    }

    #[test]
    fn what_is_no_filter_of_the_list_filters_nothing() {
        let query = ListQuery::parse("utm=mail&sort=name");
        assert!(query.is_filtered());
        assert!(!query.only(&["kind"]).is_filtered());
        let query = ListQuery::parse("utm=mail&kind=a&search=b");
        assert_eq!(query.only(&["kind"]).to_string(), "search=b&kind=a");
    }

    #[test]
    fn what_is_cleared_keeps_order_and_columns() {
        let query = ListQuery::parse("search=a&sort=-since&cursor=1&columns=name&filter=x&kind=y");
        assert_eq!(query.cleared().to_string(), "sort=-since&columns=name");
        assert_eq!(
            query.for_file().to_string(),
            "search=a&sort=-since&filter=x&kind=y"
        );
    }

    #[test]
    fn a_list_of_one_thing_stays_one_of_it() {
        let query = ListQuery::parse("of=7&search=a&filter=x&cursor=1");
        assert_eq!(query.cleared().to_string(), "of=7");
        assert_eq!(query.without("filter").to_string(), "of=7&search=a");
        assert_eq!(query.for_file().to_string(), "of=7&search=a&filter=x");
        assert!(!ListQuery::parse("of=7").is_filtered());
    }

    #[test]
    fn one_filter_is_taken_away_and_the_others_stay() {
        let query = ListQuery::parse("search=a&sort=-since&cursor=1&find=f&filter=x&kind=y");
        assert_eq!(
            query.without("kind").to_string(),
            "search=a&sort=-since&filter=x"
        );
        assert_eq!(
            query.unsearched().to_string(),
            "sort=-since&find=f&filter=x&kind=y"
        );
        assert_eq!(query.without("none").filters.len(), 2);
    }

    #[test]
    fn finding_an_answer_of_a_filter_filters_nothing() {
        let query = ListQuery::parse("find=+fab&sort=name");
        assert_eq!(query.find, "fab");
        assert!(!query.is_filtered());
        assert_eq!(ListQuery::parse(&query.to_string()), query);
        assert_eq!(query.for_file().to_string(), "sort=name");
        assert_eq!(query.cleared().to_string(), "sort=name");
    }

    #[test]
    fn an_address_of_a_thousand_filters_is_cut() {
        let many: String = (0..1_000).map(|n| format!("f{n}=1&")).collect();
        assert_eq!(ListQuery::parse(&many).filters.len(), FILTERS);
    }
}
