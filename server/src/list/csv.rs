//! All rows of a list as a file: exactly what the list's filter leaves, of one moment, read piece by piece as the file
//! is sent.
//!
//! Whether they may be seen is asked once, in the same snapshot. It only reads, and so holds up no reader of the
//! activity log; its connection is given back when the file was not fetched on for [`PATIENCE`].

use std::{pin::Pin, time::Duration};

use futures_util::{Stream, StreamExt as _, stream};
use sqlx::PgConnection;
use tierline_app::{
    i18n::Lang,
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    portal::PortalResult,
};
use tokio::sync::{OwnedSemaphorePermit, mpsc};

use crate::{
    fault::fault,
    pipeline::{Call, Read},
};

/// Rows that are read at a time.
const PIECE: usize = 1_000;

/// The time that a client may take for a piece before the file is given up.
const PATIENCE: Duration = Duration::from_secs(60);

/// The rows of a list for a reader who may see them, as was asked when this was made.
#[async_trait::async_trait]
pub(crate) trait Rows: Send + Sync + 'static {
    type Row: Send + Sync + 'static;
    type Page: Send + 'static;

    /// At most so many rows from the query's cursor on. How many there are in all is not asked for a file.
    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<Self::Row>>;

    /// The list's columns and filters.
    fn spec(&self, lang: Lang) -> List<Self::Row>;

    /// What the list's page shows: these rows, which the query has found, and what stands around them.
    async fn around(
        self,
        found: Page<Self::Row>,
        query: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<Self::Page>;
}

/// A file while it is read.
pub(crate) struct File {
    /// Its name, without an ending.
    pub name: &'static str,
    /// Its contents.
    pub pieces: Pin<Box<dyn Stream<Item = Result<Vec<u8>, Interrupted>> + Send>>,
}

/// A snapshot for a file.
pub(crate) struct Snapshot {
    pub read: Read,
    turn: OwnedSemaphorePermit,
}

/// Begins to read for a file, when it is its turn: few are sent at a time.
///
/// # Errors
/// A fault when the database cannot.
pub(crate) async fn begin(call: &Call) -> PortalResult<Snapshot> {
    let turn = call.state.files.clone().acquire_owned().await;
    let turn = turn.map_err(|error| fault(&error))?;
    let read = call.read().await?;
    Ok(Snapshot { read, turn })
}

/// The file of these rows, from the snapshot in which it was found that they may be seen. The first piece is read
/// before there is one, so that what cannot be read is no file.
///
/// # Errors
/// As the list itself.
pub(crate) async fn file<R: Rows>(
    snapshot: Snapshot,
    rows: R,
    list: List<R::Row>,
    query: ListQuery,
    name: &'static str,
) -> PortalResult<File> {
    // A spreadsheet takes a file without this mark for one of its own country's.
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    bytes.extend(record(list.heading()));
    let mut reading = Reading {
        read: snapshot.read,
        rows,
        list,
        query: query.for_file(),
        is_over: false,
        _turn: snapshot.turn,
    };
    bytes.extend(reading.piece().await?);
    let (send, receive) = mpsc::channel(1);
    tokio::spawn(read_on(reading, bytes, send));
    // Compressing an answer asks once more after the end.
    let pieces = stream::unfold((receive, false), next).fuse().boxed();
    Ok(File { name, pieces })
}

/// Reads a file to its end, and gives up, with its turn and its connection, when nobody takes a piece for long. A task
/// of its own, because what a client does not read, nobody asks for.
async fn read_on<R: Rows>(mut reading: Reading<R>, mut bytes: Vec<u8>, send: mpsc::Sender<Piece>) {
    loop {
        let over = reading.is_over;
        let sent = tokio::time::timeout(PATIENCE, send.send(Piece::Lines(bytes))).await;
        if !matches!(sent, Ok(Ok(()))) {
            return;
        }
        if over {
            break;
        }
        match reading.piece().await {
            Ok(lines) => bytes = lines,
            Err(_) => return,
        }
    }
    drop(reading);
    let _ = send.send(Piece::End).await;
}

/// A message from the reading task to the answer.
enum Piece {
    Lines(Vec<u8>),
    /// The file is whole. Without this, the reading task has given up.
    End,
}

/// The next piece. A file that is not whole ends in an error, of which the connection tells the client.
async fn next(
    (mut receive, is_over): (mpsc::Receiver<Piece>, bool),
) -> Option<(Result<Vec<u8>, Interrupted>, (mpsc::Receiver<Piece>, bool))> {
    if is_over {
        return None;
    }
    match receive.recv().await {
        Some(Piece::Lines(bytes)) => Some((Ok(bytes), (receive, false))),
        Some(Piece::End) => None,
        None => Some((Err(Interrupted), (receive, true))),
    }
}

/// How far a file was read.
struct Reading<R: Rows> {
    read: Read,
    rows: R,
    list: List<R::Row>,
    query: ListQuery,
    is_over: bool,
    _turn: OwnedSemaphorePermit,
}

impl<R: Rows> Reading<R> {
    async fn piece(&mut self) -> PortalResult<Vec<u8>> {
        let page = self
            .rows
            .page(self.read.db(), &self.query, PIECE, false)
            .await?;
        match page.next {
            Some(cursor) => self.query.cursor = cursor,
            None => self.is_over = true,
        }
        let lines = page.rows.iter().map(|row| record(self.list.line(row)));
        Ok(lines.flatten().collect())
    }
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

/// The cell in a form that no spreadsheet takes for a formula. A name may begin with any of these signs; a number below
/// zero stays one.
fn harmless(cell: &str) -> String {
    if is_below_zero(cell) {
        return cell.to_owned();
    }
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// Whether it is digits after a minus, with one point among them at most.
fn is_below_zero(cell: &str) -> bool {
    let Some(number) = cell.strip_prefix('-') else {
        return false;
    };
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    digits(whole) && digits(part)
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
        let line = record(["-12.50", "-7", "-1-1", "-1.2.3", "-", "-.5"]);
        assert_eq!(
            String::from_utf8(line).unwrap(),
            "-12.50,-7,'-1-1,'-1.2.3,'-,'-.5\r\n"
        );
        let line = record(["a,b", "\"c\"", "d\ne"]);
        assert_eq!(
            String::from_utf8(line).unwrap(),
            "\"a,b\",\"\"\"c\"\"\",\"d\ne\"\r\n"
        );
    }
}
