//! All rows of a list as a file: exactly what the list's filter leaves, read piece by piece as the file is sent.

use std::{pin::Pin, sync::Arc};

use futures_util::{Stream, StreamExt as _, stream};
use tierline_app::{
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    portal::PortalResult,
};

/// Rows that are read at a time.
pub(crate) const PIECE: usize = 1_000;

/// A list whose rows can be read piece by piece, by somebody who may.
#[async_trait::async_trait]
pub(crate) trait Export: Send + Sync + 'static {
    type Row: Send + Sync + 'static;

    /// The rows from the query's cursor on. Whether they may be seen is asked each time.
    async fn piece(&self, query: &ListQuery) -> PortalResult<Page<Self::Row>>;
}

/// A file while it is read.
pub(crate) struct File {
    /// Its name, without an ending.
    pub name: &'static str,
    /// What is in it.
    pub pieces: Pin<Box<dyn Stream<Item = Result<Vec<u8>, Interrupted>> + Send>>,
}

/// The file. The first piece is read before there is one, so that what is refused is.
///
/// # Errors
/// As the list itself.
pub(crate) async fn file<E: Export>(
    export: E,
    list: List<E::Row>,
    query: ListQuery,
    name: &'static str,
) -> PortalResult<File> {
    let first = ListQuery {
        cursor: String::new(),
        ..query
    };
    let page = export.piece(&first).await?;
    // A spreadsheet takes a file without this mark for one of its own country's.
    let mut head = "\u{feff}".as_bytes().to_vec();
    head.extend(record(list.heading()));
    let pieces = pieces(export, list, first, page, head).boxed();
    Ok(File { name, pieces })
}

/// What is read of the file, one piece after the other. One that cannot be read ends it in the middle, which whoever
/// receives it is told by the connection.
fn pieces<E: Export>(
    export: E,
    list: List<E::Row>,
    query: ListQuery,
    first: Page<E::Row>,
    head: Vec<u8>,
) -> impl Stream<Item = Result<Vec<u8>, Interrupted>> {
    let (export, list) = (Arc::new(export), Arc::new(list));
    let begin = Some((head, Ok(first)));
    stream::unfold(begin, move |state| {
        let (export, list, mut query) = (export.clone(), list.clone(), query.clone());
        async move {
            let (mut bytes, page) = state?;
            let page: Page<E::Row> = match page {
                Ok(page) => page,
                Err(interrupted) => return Some((Err(interrupted), None)),
            };
            for row in &page.rows {
                bytes.extend(record(list.line(row)));
            }
            let next = match page.next {
                Some(cursor) => {
                    query.cursor = cursor;
                    let next = export.piece(&query).await.map_err(|_| Interrupted);
                    Some((Vec::new(), next))
                }
                None => None,
            };
            Some((Ok(bytes), next))
        }
    })
}

/// A piece could not be read; the log says why.
#[derive(Debug, thiserror::Error)]
#[error("the rest of the list could not be read")]
pub(crate) struct Interrupted;

/// One line of the file.
fn record(cells: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(cells.into_iter().map(|cell| harmless(cell.as_ref())));
    writer.into_inner().unwrap_or_default()
}

/// What no spreadsheet takes for a formula. A name may begin with any of these signs.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_text() {
        let line = record(["=1+1", "+1", "-a", "@x", "a=b", "\u{ff1d}2", ""]);
        assert_eq!(
            String::from_utf8(line).unwrap(),
            "'=1+1,'+1,'-a,'@x,a=b,'\u{ff1d}2,\r\n"
        );
        let line = record(["a,b", "\"c\"", "d\ne"]);
        assert_eq!(
            String::from_utf8(line).unwrap(),
            "\"a,b\",\"\"\"c\"\"\",\"d\ne\"\r\n"
        );
    }
}
