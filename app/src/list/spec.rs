//! The specification of a list by its area: columns, filters, words.
//!
//! From it come the heads of the table, the filters above it, the choice of columns, the empty states, and the file
//! with all rows and all columns. The server
//! says beside it where the rows are.

use std::borrow::Cow;

use crate::i18n::{Lang, number};

/// The value of a row in a column of the file.
type Cell<R> = fn(Lang, &R) -> String;

/// A list, in the reader's language.
pub struct List<R> {
    /// The reader's language.
    pub lang: Lang,
    /// Its path; the file with all rows is beside it, at [`csv_path`].
    pub path: &'static str,
    /// Its name, as the caption of the table.
    pub title: &'static str,
    /// What the search looks at; just "Search" when empty.
    pub search: &'static str,
    /// Are its rows close together?
    pub dense: bool,
    /// Columns, in the order in which they are shown.
    pub columns: Vec<Column<R>>,
    /// Filters, in the order in which they are shown. Several can be set at once.
    pub filters: Vec<Filter>,
    /// The number of its rows.
    pub counted: Counted,
    /// What is said when a filter leaves nothing.
    pub nothing_found: Nothing,
}

/// A column.
pub struct Column<R> {
    /// Its name in the address.
    pub name: &'static str,
    /// Its heading.
    pub label: &'static str,
    /// The kind of its values.
    pub kind: Kind,
    /// Can the list be sorted by it?
    pub sortable: bool,
    /// Is it on the page?
    pub shown: Shown,
    /// Is it no wider than its values, which stay on one line?
    pub fit: bool,
    /// Is it the one that the list is sorted by, unless the reader asks for another? The server's `Source` has the same
    /// order.
    pub order: Option<Order>,
    /// The row's value in the file. A column of buttons has none.
    pub cell: Option<Cell<R>>,
}

/// A way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// From the first to the last.
    Ascending,
    /// From the last to the first.
    Descending,
}

/// When a column is on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Always: a row is not understood without it.
    Always,
    /// Unless the reader has chosen otherwise.
    ByDefault,
    /// When the reader has chosen it.
    OnRequest,
    /// Never: it is in the file alone.
    InFile,
}

/// The kind of a column's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text, or dates.
    Text,
    /// Numbers, which stand one below the other.
    Number,
    /// Buttons and links, whose heading is there for those who do not see them.
    Actions,
}

/// A filter.
#[derive(Clone, Copy)]
pub struct Filter {
    /// Its name in the address.
    pub name: &'static str,
    /// The values of the filter.
    pub label: &'static str,
    /// The first answer: no filter.
    pub any: &'static str,
}

/// A number of rows in words.
#[derive(Clone, Copy)]
pub struct Counted {
    /// Of one row.
    pub one: &'static str,
    /// Of several, with the number.
    pub several: fn(Lang, String) -> String,
}

impl Counted {
    /// "1 customer", "1,200 customers".
    #[must_use]
    pub fn words(self, lang: Lang, count: u64) -> String {
        match count {
            1 => self.one.to_owned(),
            _ => (self.several)(lang, number(i64::try_from(count).unwrap_or(i64::MAX))),
        }
    }
}

/// What is said when a filter leaves nothing.
#[derive(Clone, Copy)]
pub struct Nothing {
    /// In a few words.
    pub title: &'static str,
    /// Why, and where the search looked.
    pub why: &'static str,
    /// The way back to all rows.
    pub show_all: &'static str,
}

impl<R> Column<R> {
    /// A column with text.
    #[must_use]
    pub fn text(name: &'static str, label: &'static str, cell: Cell<R>) -> Self {
        Self {
            name,
            label,
            kind: Kind::Text,
            sortable: false,
            shown: Shown::ByDefault,
            fit: false,
            order: None,
            cell: Some(cell),
        }
    }

    /// A column with numbers.
    #[must_use]
    pub fn number(name: &'static str, label: &'static str, cell: Cell<R>) -> Self {
        Self {
            kind: Kind::Number,
            fit: true,
            ..Self::text(name, label, cell)
        }
    }

    /// A column with what a person does with a row.
    #[must_use]
    pub fn actions(label: &'static str) -> Self {
        Self {
            name: "",
            label,
            kind: Kind::Actions,
            sortable: false,
            shown: Shown::Always,
            fit: true,
            order: None,
            cell: None,
        }
    }

    /// The same, to sort by.
    #[must_use]
    pub fn sortable(self) -> Self {
        Self {
            sortable: true,
            ..self
        }
    }

    /// The same, to sort by, and the one that the list is sorted by of itself.
    #[must_use]
    pub fn sorted(self, order: Order) -> Self {
        Self {
            sortable: true,
            order: Some(order),
            ..self
        }
    }

    /// The same, no wider than its values, which stay on one line: for dates, states and codes.
    #[must_use]
    pub fn fit(self) -> Self {
        Self { fit: true, ..self }
    }

    /// The same, always on the page.
    #[must_use]
    pub fn always(self) -> Self {
        Self {
            shown: Shown::Always,
            ..self
        }
    }

    /// The same, on the page when a reader has chosen it.
    #[must_use]
    pub fn on_request(self) -> Self {
        Self {
            shown: Shown::OnRequest,
            ..self
        }
    }

    /// The same, in the file alone.
    #[must_use]
    pub fn in_file(self) -> Self {
        Self {
            shown: Shown::InFile,
            ..self
        }
    }
}

impl<R> List<R> {
    /// The same without its rows: what is shown around them is compiled once, and not for every kind of row.
    #[must_use]
    pub(super) fn bare(&self) -> List<()> {
        let columns = self.columns.iter().map(|column| Column {
            name: column.name,
            label: column.label,
            kind: column.kind,
            sortable: column.sortable,
            shown: column.shown,
            fit: column.fit,
            order: column.order,
            cell: column.cell.map(|_| nothing as Cell<()>),
        });
        List {
            lang: self.lang,
            path: self.path,
            title: self.title,
            search: self.search,
            dense: self.dense,
            columns: columns.collect(),
            filters: self.filters.clone(),
            counted: self.counted,
            nothing_found: self.nothing_found,
        }
    }

    /// The columns that a page can show, in the order of a row's cells.
    pub fn on_page(&self) -> impl Iterator<Item = &Column<R>> {
        self.columns
            .iter()
            .filter(|column| column.shown != Shown::InFile)
    }

    /// The order that an address asks for; the list's own if it asks for none that there is.
    #[must_use]
    pub fn order<'a>(&self, asked: &'a str) -> Cow<'a, str> {
        let name = asked.trim_start_matches('-');
        let is_there = |column: &Column<R>| column.sortable && column.name == name;
        if self.columns.iter().any(is_there) {
            return Cow::Borrowed(asked);
        }
        let own = self
            .columns
            .iter()
            .find_map(|column| column.order.map(|order| (column.name, order)));
        match own {
            Some((name, Order::Ascending)) => Cow::Borrowed(name),
            Some((name, Order::Descending)) => Cow::Owned(format!("-{name}")),
            None => Cow::Borrowed(""),
        }
    }

    /// The heading of the file.
    #[must_use]
    pub fn heading(&self) -> Vec<&'static str> {
        self.in_file().map(|(column, _)| column.label).collect()
    }

    /// A row of the file.
    #[must_use]
    pub fn line(&self, row: &R) -> Vec<String> {
        self.in_file()
            .map(|(_, cell)| cell(self.lang, row))
            .collect()
    }

    fn in_file(&self) -> impl Iterator<Item = (&Column<R>, Cell<R>)> {
        self.columns
            .iter()
            .filter_map(|column| column.cell.map(|cell| (column, cell)))
    }
}

/// The value of a row that is not there.
fn nothing(_: Lang, (): &()) -> String {
    String::new()
}

/// Where the file with all rows of a list is.
#[must_use]
pub fn csv_path(path: &str) -> String {
    format!("{path}.csv")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_the_asked_one_or_else_the_lists_own() {
        let list = |own: Column<()>| List::<()> {
            lang: Lang::En,
            path: "",
            title: "",
            search: "",
            dense: false,
            columns: vec![
                Column::text("state", "", |_, ()| String::new()),
                Column::text("name", "", |_, ()| String::new()).sortable(),
                own,
            ],
            filters: Vec::new(),
            counted: Counted {
                one: "",
                several: |_, count| count,
            },
            nothing_found: Nothing {
                title: "",
                why: "",
                show_all: "",
            },
        };
        let at = || Column::text("at", "", |_, ()| String::new());
        let newest_first = list(at().sorted(Order::Descending));
        for (asked, order) in [
            ("", "-at"),
            ("at", "at"),
            ("-name", "-name"),
            // Not to be sorted by, and not there.
            ("state", "-at"),
            ("x", "-at"),
        ] {
            assert_eq!(newest_first.order(asked), order, "{asked}");
        }
        assert_eq!(list(at().sorted(Order::Ascending)).order(""), "at");
        assert_eq!(list(at()).order(""), "");
    }
}
