//! The program's price sheet, and price lists of the operator's own, as they are imported in the portal.

use std::{
    fs::File,
    io::{self, BufRead as _, BufReader, Seek as _},
};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tierline_app::{
    error::{FieldErrors, FieldProblem},
    portal::PortalResult,
};
use tierline_core::{
    catalog::{
        details,
        sheet::{self, Segment, Sheet, Unread, Wanted},
    },
    import::Problem,
    market::Country,
};

use super::{
    command::{Import, ImportDetails, ImportSheet},
    products,
};
use crate::{
    fault::failed,
    import::{Report, Running},
};

/// The most markets of one import: more than there are in the program.
const MOST_MARKETS: usize = 300;

/// What of a sheet is imported, as it is stored.
#[derive(Debug, Deserialize, Serialize)]
struct Choice {
    markets: Vec<Country>,
    segment: String,
}

/// The chosen markets and the segment, by the fields of the form.
pub(crate) fn choice(fields: &[(String, String)]) -> PortalResult<Value> {
    let value = |name: &str| {
        let found = fields.iter().find(|(field, _)| field == name);
        found.map_or("", |(_, value)| value.as_str())
    };
    let mut errors = FieldErrors::default();
    let named = value("markets").split([',', ';', ' ', '、', '，']);
    let named: Vec<&str> = named.map(str::trim).filter(|it| !it.is_empty()).collect();
    let mut markets: Vec<Country> = named
        .iter()
        .take(MOST_MARKETS)
        .filter_map(|code| Country::parse(code).ok())
        .collect();
    if named.is_empty() {
        errors.wrong("markets", FieldProblem::Empty);
    } else if markets.len() < named.len() {
        errors.wrong("markets", FieldProblem::NotValid);
    }
    markets.sort_unstable();
    markets.dedup();
    let segment = Segment::parse(value("segment")).ok();
    if segment.is_none() {
        errors.wrong("segment", FieldProblem::Empty);
    }
    let segment = errors.finish(segment)?.to_string();
    serde_json::to_value(Choice { markets, segment }).map_err(failed)
}

/// Looks at a price sheet, or applies it.
pub(crate) async fn import_file(running: Running) -> PortalResult<()> {
    let chosen: Choice = serde_json::from_value(running.choice().clone()).map_err(failed)?;
    let wanted = Wanted {
        markets: chosen.markets.into_iter().collect(),
        segment: Segment::parse(&chosen.segment).map_err(failed)?,
    };
    let asked = wanted.clone();
    match running.read(move |file| read(file, &asked)).await? {
        Ok(sheet) => {
            let import = ImportSheet {
                wanted,
                sheet,
                dry_run: false,
            };
            running.run(&import).await
        }
        Err(Wrong { lines, problems }) => running.refuse(&Report::of_wrong(lines, problems)).await,
    }
}

/// The number of lines, for a file that cannot be read as a price list.
fn lines(file: &File) -> io::Result<u64> {
    let mut file = BufReader::new(file);
    let mut lines = 0;
    while file.skip_until(b'\n')? > 0 {
        lines += 1;
    }
    Ok(lines)
}

/// Looks at a simple price list, or applies it.
pub(crate) async fn import_list(running: Running) -> PortalResult<()> {
    let read = |mut file: File| match products(&file) {
        Ok(listed) => Ok(Ok(listed)),
        // Only a file that cannot be read as a price list is gone through once more.
        Err(problems) => {
            file.rewind()?;
            Ok(Err((lines(&file)?, problems)))
        }
    };
    match running.read(read).await? {
        Ok(listed) => {
            let import = Import {
                listed,
                dry_run: false,
            };
            running.run(&import).await
        }
        Err((lines, problems)) => {
            let report = Report::of_wrong(lines, problems.all());
            running.refuse(&report).await
        }
    }
}

/// Looks at what the price sheet lacks of its products, or applies it.
pub(crate) async fn import_details(running: Running) -> PortalResult<()> {
    let read = |mut file: File| match details::read_rows(&file) {
        Ok(all) => Ok(Ok(all)),
        // Only a file with wrong lines is gone through once more.
        Err(problems) => {
            file.rewind()?;
            Ok(Err((lines(&file)?, problems)))
        }
    };
    match running.read(read).await? {
        Ok(all) => running.run(&ImportDetails { all }).await,
        Err((lines, problems)) => {
            let report = Report::of_wrong(lines, problems);
            running.refuse(&report).await
        }
    }
}

/// The imports of a price sheet of these markets, and of the details of its products, whose texts the program itself
/// has.
///
/// # Errors
/// What is wrong with them, in words.
pub(crate) fn of_texts(
    sheet: &str,
    markets: &[&str],
    details: &str,
) -> Result<(ImportSheet, ImportDetails), String> {
    let market = |code: &&str| Country::parse(code).map_err(|error| error.to_string());
    let markets = markets.iter().map(market).collect::<Result<_, String>>()?;
    let wanted = Wanted {
        markets,
        segment: Segment::parse("Commercial").map_err(|error| error.to_string())?,
    };
    let sheet = sheet::read(sheet, &wanted).map_err(|problems| problems.to_string())?;
    let all = details::read(details).map_err(|problems| format!("{problems:?}"))?;
    let sheet = ImportSheet {
        wanted,
        sheet,
        dry_run: false,
    };
    Ok((sheet, ImportDetails { all }))
}

/// A sheet that cannot be imported.
struct Wrong {
    lines: u64,
    problems: Vec<(u64, Problem)>,
}

fn read(file: File, wanted: &Wanted) -> io::Result<Result<Sheet, Wrong>> {
    match sheet::read_rows(file, wanted) {
        Ok(sheet) => Ok(Ok(sheet)),
        Err(Unread::Wrong { lines, problems }) => Ok(Err(Wrong {
            lines,
            problems: problems.all().collect(),
        })),
        Err(Unread::Unreadable(error)) => Err(error),
    }
}
