//! The program's price sheet, as the operator imports it in the portal.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tierline_app::{
    error::{FieldErrors, FieldProblem},
    portal::PortalResult,
};
use tierline_core::{
    catalog::{
        file,
        sheet::{self, Segment, Sheet, Wanted},
    },
    import::Problem,
    market::Country,
};

use super::command::ImportSheet;
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
    match running.read(move |bytes| read(bytes, &asked)).await? {
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

/// A sheet that cannot be imported.
struct Wrong {
    lines: u64,
    problems: Vec<(u64, Problem)>,
}

fn read(bytes: &[u8], wanted: &Wanted) -> Result<Sheet, Wrong> {
    let text = file::text(bytes).map_err(|problem| Wrong {
        lines: 0,
        problems: vec![problem.told()],
    })?;
    sheet::read(text, wanted).map_err(|problems| Wrong {
        lines: u64::try_from(text.lines().count().saturating_sub(1)).unwrap_or(u64::MAX),
        problems: problems.all().collect(),
    })
}
