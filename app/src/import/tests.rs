//! Imports, rendered as on the server.

use leptos::prelude::*;
use tierline_core::{
    Refusal, Timestamp,
    ids::{ImportId, OrganizationId},
    import::{self, Effect, Kind, Phase, Problem, Status, Wanted},
};
use uuid::Uuid;

use super::{
    api::{SettleImport, SettleUserImport},
    model::{Counts, ImportDetail, ImportRow, ImportStart, LineRow},
    page::detail::view,
    start::show,
    told,
};
use crate::{form::Posting, i18n::Lang, ui::tests::render};

fn row(status: Status) -> ImportRow {
    ImportRow {
        id: ImportId::from_uuid(Uuid::from_u128(7)),
        kind: Kind::Registry,
        customer: None,
        file: "members.csv".to_owned(),
        status,
        at: Timestamp::UNIX_EPOCH,
        by: "Robin Counts".to_owned(),
        counts: Counts {
            lines: 3,
            added: 2,
            wrong: u64::from(status == Status::Wrong),
            ..Counts::default()
        },
    }
}

fn detail(status: Status) -> ImportDetail {
    let may = |command| {
        let decided = import::decide(status, command);
        decided.map(drop).map_err(Refusal::from)
    };
    ImportDetail {
        row: row(status),
        bytes: 2_000,
        choice: Vec::new(),
        phase: Phase::Comparing,
        steps: 0,
        done: 0,
        since: Timestamp::UNIX_EPOCH,
        decided_by: Some("Robin Counts".to_owned()),
        is_renewed: false,
        first: vec![LineRow {
            line: Some(3),
            effect: Effect::Wrong,
            subject: String::new(),
            detail: String::new(),
            before: None,
            after: None,
            problem: Some(Problem::invalid("country", "Atlantis", Wanted::Country)),
        }],
        may_apply: may(import::Command::Apply),
        may_discard: may(import::Command::Discard),
    }
}

fn page(status: Status) -> String {
    render(move || view(Lang::En, detail(status), Posting::<SettleImport>::new()))
}

#[test]
fn what_was_checked_can_be_applied_or_discarded() {
    let html = page(Status::Checked);
    assert!(html.contains(r#"value="apply""#), "{html}");
    assert!(html.contains(r#"value="discard""#), "{html}");
    assert!(html.contains("Changes to be made"), "{html}");
}

#[test]
fn what_is_under_way_says_how_far_it_is_and_has_a_link_for_pages_without_scripts() {
    for status in [Status::Checking, Status::Applying] {
        let html = page(status);
        assert!(html.contains("<progress"), "{html}");
        assert!(html.contains("Comparing the lines"), "{html}");
        let refresh = format!(r#"href="/imports/{}""#, row(status).id);
        assert!(html.contains(&refresh), "{html}");
        assert!(!html.contains(r#"value="apply""#), "{html}");
    }
}

#[test]
fn a_wrong_line_has_its_number_and_its_reason() {
    let html = page(Status::Wrong);
    assert!(html.contains("Atlantis"), "{html}");
    assert!(html.contains("effect=wrong"), "{html}");
    // On a phone, too, where a line shows only some of its cells.
    assert!(
        html.contains(r#"data-label="Reason" class="cell-note""#),
        "{html}"
    );
    assert!(!html.contains(r#"value="apply""#), "{html}");
    assert!(html.contains("Upload another file"), "{html}");
}

#[test]
fn a_file_is_chosen_unless_another_import_is_open() {
    let begin = |open: Option<ImportRow>| {
        let start = ImportStart {
            open,
            earlier: vec![row(Status::Applied)],
        };
        render(move || show(Lang::En, (Kind::Registry, None), start, |_| ().into_any()))
    };
    let html = begin(None);
    assert!(html.contains(r#"action="/import-files""#), "{html}");
    assert!(html.contains("multipart/form-data"), "{html}");
    assert!(html.contains("members.csv"), "{html}");
    let html = begin(Some(row(Status::Checked)));
    assert!(!html.contains("/import-files"), "{html}");
    assert!(html.contains("finished yet"), "{html}");
}

#[test]
fn what_is_for_a_customer_stays_on_its_own_pages() {
    let customer = OrganizationId::from_uuid(Uuid::from_u128(8));
    let of_customer = |row: ImportRow| ImportRow {
        kind: Kind::Users,
        customer: Some(customer),
        ..row
    };
    let start = ImportStart {
        open: None,
        earlier: vec![of_customer(row(Status::Applied))],
    };
    let id = customer.to_string();
    let html = render(move || {
        let about = (Kind::Users, Some(id));
        show(Lang::En, about, start, |_| ().into_any())
    });
    assert!(html.contains(r#"name="customer""#), "{html}");
    let page = format!(r#"href="/licenses/import/{customer}/"#);
    assert!(html.contains(&page), "{html}");
    assert!(!html.contains(r#"href="/imports"#), "{html}");

    let mut checked = detail(Status::Checked);
    checked.row = of_customer(checked.row);
    let html = render(move || view(Lang::En, checked, Posting::<SettleUserImport>::new()));
    assert!(
        html.contains(r#"action="/api/settle-user-import"#),
        "{html}"
    );
    assert_eq!(html.matches(r#"name="customer""#).count(), 2, "{html}");
    assert!(html.contains("/licenses/import-lines?of="), "{html}");
    assert!(!html.contains(r#"href="/imports"#), "{html}");
}

#[test]
fn a_problem_is_told_in_each_language() {
    let problem = Problem::invalid("location_mpn", "12", Wanted::Mpn);
    for lang in Lang::ALL {
        let told = told::problem(lang, &problem);
        assert!(
            told.contains("location_mpn") && told.contains("12"),
            "{told}"
        );
    }
}

#[test]
fn what_is_applied_in_steps_says_how_far_it_is() {
    let applying = ImportDetail {
        steps: 50_000,
        done: 12_000,
        ..detail(Status::Applying)
    };
    let html = render(move || view(Lang::En, applying, Posting::<SettleImport>::new()));
    assert!(html.contains("12,000 of 50,000"), "{html}");
    assert!(html.contains(r#"max="50000""#) && html.contains(r#"value="12000""#));
    let failed = ImportDetail {
        steps: 50_000,
        done: 12_000,
        ..detail(Status::Failed)
    };
    let html = render(move || view(Lang::En, failed, Posting::<SettleImport>::new()));
    assert!(html.contains("12,000 of 50,000") && !html.contains("Nothing was changed"));
}
