//! The specification of a list by its area: columns, filters, words.
//!
//! From it come the heads of the table, the filters above it, the choice of columns, the empty states, and the file
//! with all rows and all columns. The server
//! says beside it where the rows are.

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
    /// The row's value in the file. A column of buttons has none.
    pub cell: Option<Cell<R>>,
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
            cell: Some(cell),
        }
    }

    /// A column with numbers.
    #[must_use]
    pub fn number(name: &'static str, label: &'static str, cell: Cell<R>) -> Self {
        Self {
            kind: Kind::Number,
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
    /// The columns that a page can show, in the order of a row's cells.
    pub fn on_page(&self) -> impl Iterator<Item = &Column<R>> {
        self.columns
            .iter()
            .filter(|column| column.shown != Shown::InFile)
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

/// Where the file with all rows of a list is.
#[must_use]
pub fn csv_path(path: &str) -> String {
    format!("{path}.csv")
}
