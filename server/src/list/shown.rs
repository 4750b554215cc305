//! Lists as an area serves them: on a page, and as a file of all rows. An area says of a list who may see which rows
//! and what stands around them on the page; asking for either is the same for all lists.

use std::{any::Any, pin::Pin};

use tierline_app::{
    list::{Listed, model::ListQuery},
    portal::PortalResult,
};

use super::{
    SIZE,
    csv::{self, File, Rows},
};
use crate::pipeline::{Call, Read};

/// A list as its area serves it.
pub(crate) trait Shown: Listed {
    /// Its rows, for a caller who may see them.
    type Rows: Rows<Row = Self::Row, Page = Self::Page>;
    /// The name of its file, without an ending.
    const FILE: &'static str;
    /// Whether a visitor who is not signed in may ask for the file: only what a demo shows to everybody.
    const IS_PUBLIC: bool = false;

    /// The rows, if the caller may see them.
    fn rows(read: &mut Read) -> impl Future<Output = PortalResult<Self::Rows>> + Send;
}

type Answer<'a, T> = Pin<Box<dyn Future<Output = PortalResult<T>> + Send + 'a>>;

/// A list by its path, whichever it is.
pub(crate) struct Entry {
    /// The path of its page.
    pub path: &'static str,
    /// Its page: the [`Listed::Page`] of the list.
    pub page: for<'a> fn(&'a mut Read, &'a ListQuery) -> Answer<'a, Box<dyn Any + Send>>,
    /// The file with all of its rows.
    pub file: fn(Call, ListQuery) -> Answer<'static, File>,
}

impl Entry {
    /// The entry of this list.
    pub(crate) const fn of<L: Shown>() -> Entry {
        Entry {
            path: L::PATH,
            page: page::<L>,
            file: file::<L>,
        }
    }
}

fn page<'a, L: Shown>(read: &'a mut Read, query: &'a ListQuery) -> Answer<'a, Box<dyn Any + Send>> {
    Box::pin(async move {
        let rows = L::rows(read).await?;
        let found = rows.page(read.db(), query, SIZE, true).await?;
        let page = rows.around(found, query, read.db()).await?;
        Ok(Box::new(page) as Box<dyn Any + Send>)
    })
}

fn file<L: Shown>(call: Call, query: ListQuery) -> Answer<'static, File> {
    Box::pin(async move {
        // The turn of a file is for users: a stranger does not wait in the same line.
        if !L::IS_PUBLIC {
            call.actor()?;
        }
        let mut snapshot = csv::begin(&call).await?;
        let rows = L::rows(&mut snapshot.read).await?;
        let spec = rows.spec(call.language);
        csv::file(snapshot, rows, spec, query, L::FILE).await
    })
}
