//! Imports of the demo world: one that was applied, one with wrong lines, one that was discarded.

use chrono::TimeDelta;
use serde_json::{Value, json};
use sqlx::PgPool;
use tierline_core::{
    Timestamp,
    ids::ImportId,
    import::{Effect, Kind, Problem, Status, Wanted},
};
use uuid::Uuid;

use super::{DemoError, organizations, people};
use crate::import::{Line, Report, store};

/// What has happened to an import.
enum Step {
    /// It was looked at, or applied.
    Found(Status, Status),
    /// The operator decided.
    Settled(Status),
}

/// Inserts them, in the months before today.
pub(super) async fn insert(pool: &PgPool, now: Timestamp) -> Result<(), DemoError> {
    let operator = organizations::named("Tierline Demo Program")?.id();
    let by = people::first_of("Tierline Demo Program")?.id();
    let mut transaction = pool.begin().await?;
    for (days, kind, name, choice, to, report) in [
        (
            40,
            Kind::Registry,
            "members-2026-10.csv",
            Value::Null,
            Status::Applied,
            members(),
        ),
        (
            12,
            Kind::PriceSheet,
            "price-sheet-2026-11.csv",
            json!({ "markets": ["DE", "TW"], "segment": "Commercial" }),
            Status::Discarded,
            prices(),
        ),
        (
            3,
            Kind::Registry,
            "members-2026-11.csv",
            Value::Null,
            Status::Wrong,
            wrong(),
        ),
    ] {
        let at = now - TimeDelta::days(days);
        let id = ImportId::from_uuid(Uuid::now_v7());
        let new = store::New {
            id,
            kind,
            operator,
            customer: None,
            by,
            at,
            name,
            bytes: 48 * report.lines,
            choice: &choice,
        };
        store::insert(&mut transaction, new).await?;
        let steps: &[Step] = match to {
            Status::Applied => &[
                Step::Found(Status::Checking, Status::Checked),
                Step::Settled(Status::Applying),
                Step::Found(Status::Applying, Status::Applied),
            ],
            Status::Discarded => &[
                Step::Found(Status::Checking, Status::Checked),
                Step::Settled(Status::Discarded),
            ],
            _ => &[Step::Found(Status::Checking, Status::Wrong)],
        };
        for step in steps {
            match *step {
                Step::Found(from, to) => {
                    store::found(&mut transaction, id, (from, to), &report, at).await?
                }
                Step::Settled(to) => {
                    let step = (Status::Checked, to);
                    store::settle(&mut transaction, id, step, by, at).await?
                }
            };
        }
    }
    Ok(transaction.commit().await?)
}

fn line(line: Option<u64>, effect: Effect, (subject, detail): (&str, &str)) -> Line {
    Line {
        line,
        effect,
        subject: subject.to_owned(),
        detail: detail.to_owned(),
        before: None,
        after: None,
        problem: None,
    }
}

fn members() -> Report {
    let account = "mpn@relecloud.example";
    let location = Line {
        after: Some("Relecloud Zürich, CH, active".to_owned()),
        ..line(Some(2), Effect::Added, (account, "5120151"))
    };
    let closed = Line {
        before: Some("Fourth Coffee Cloud Taichung, TW, active".to_owned()),
        after: Some("Fourth Coffee Cloud Taichung, TW, inactive".to_owned()),
        ..line(
            Some(3),
            Effect::Changed,
            ("mpn@fourthcoffee.example", "5120101"),
        )
    };
    Report {
        lines: 6,
        added: 0,
        changed: 2,
        ended: 0,
        same: 3,
        told: vec![location, closed],
    }
}

fn prices() -> Report {
    let basic = "Microsoft 365 Business Basic (CFQ7TTC0LH18:0001)";
    let dearer = Line {
        before: Some("EUR 5.04 / EUR 5.60".to_owned()),
        after: Some("EUR 5.40 / EUR 6.00".to_owned()),
        ..line(None, Effect::Changed, (basic, "DE, P1M monthly, 1+"))
    };
    let new = Line {
        after: Some("TWD 172.80 / TWD 192.00".to_owned()),
        ..line(None, Effect::Added, (basic, "TW, P1M monthly, 1+"))
    };
    Report {
        lines: 412,
        added: 1,
        changed: 1,
        ended: 0,
        same: 9,
        told: vec![dearer, new],
    }
}

fn wrong() -> Report {
    let country = Problem::invalid("country", "Tiawan", Wanted::Country);
    let taken = Problem::Taken {
        text: "4586301".to_owned(),
    };
    Report::of_wrong(24, [(7, country), (19, taken)])
}
