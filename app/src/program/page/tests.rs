//! The page as the server renders it.

#![expect(clippy::unwrap_used, reason = "a test that has no such sample fails")]

use tierline_core::{
    Refusal,
    access::{self, Action},
    program::{Setting, Settings, WorkingDays, parse_holidays},
    testing::{day, operator},
};

use super::*;
use crate::{
    context::PageInfo,
    form::{Posting, mark::Mark},
    program::model::{LatestChange, ShownValue},
    ui::tests::{render, render_at},
};

fn page(may_change: Result<(), Refusal>) -> SettingsPage {
    let settings = Settings::default();
    SettingsPage {
        values: Setting::ALL
            .iter()
            .map(|setting| ShownValue {
                setting: *setting,
                value: settings.get(*setting),
                is_set: *setting == Setting::ReviewTo,
            })
            .collect(),
        working_days: WorkingDays::default(),
        holidays: parse_holidays("2026-12-25,Christmas Day\n2031-01-01").unwrap(),
        latest: vec![LatestChange {
            group: Group::Promises,
            at: day(1),
            by: "Robin Counts".to_owned(),
        }],
        marks: vec![(Group::Promises, Mark::new("abc"))],
        may_change,
        timeline: None,
    }
}

fn refusal() -> Refusal {
    access::Refusal::RoleMissing {
        action: Action::ManageProgramSettings,
        organization: operator().party(),
        needs: vec![tierline_core::role::Role::ProgramAdmin],
    }
    .into()
}

fn overview(may_change: Result<(), Refusal>) -> String {
    render(move || values(Lang::En, &page(may_change)))
}

fn of_group(lang: Lang, group: Group, may_change: Result<(), Refusal>) -> String {
    render(move || group::view(lang, group, &page(may_change), group::Actions::new()))
}

#[test]
fn every_setting_is_a_row_that_leads_to_its_form() {
    let html = overview(Ok(()));
    assert!(!html.contains("<form"), "{html}");
    assert_eq!(
        html.matches("class=\"setting\"").count(),
        Setting::ALL.len(),
        "{html}"
    );
    for group in NUMBERS {
        let link = format!("href=\"/settings/program/{}\"", group.code());
        let count = group.settings().count();
        assert_eq!(html.matches(&link).count(), count, "{link} in {html}");
    }
    assert!(html.contains("5 business days"), "{html}");
    // Of a number that was not set it is said where it comes from.
    let unset = Setting::ALL.len() - 1;
    assert_eq!(html.matches("Server default").count(), unset, "{html}");
    assert!(overview(Err(refusal())).contains("Change settings"));
}

#[test]
fn every_setting_has_a_field_with_its_bounds() {
    for group in NUMBERS {
        let html = of_group(Lang::En, group, Ok(()));
        for setting in group.settings() {
            let bounds = setting.bounds();
            let field = format!(
                "name=\"{}\" type=\"number\" value=\"{}\"",
                setting.code(),
                setting.usual()
            );
            assert!(html.contains(&field), "{field} in {html}");
            assert!(html.contains(&format!("max=\"{}\"", bounds.most)), "{html}");
        }
        let action = format!("action=\"/api/set-{}\"", group.code());
        assert!(html.contains(&action), "{html}");
    }
    let html = of_group(Lang::En, Group::Promises, Ok(()));
    assert!(html.contains("Changed by Robin Counts"), "{html}");
    assert!(html.contains("From 1 to 60.</p>"), "{html}");
    assert!(html.contains("value=\"abc\""), "{html}");
    let html = of_group(Lang::En, Group::Limits, Ok(()));
    assert!(html.contains("Server default: "), "{html}");
}

#[test]
fn the_calendar_shows_its_days_by_year() {
    let info = PageInfo {
        now: "2026-07-01T00:00:00Z".parse().unwrap(),
        ..PageInfo::default()
    };
    let html = render_at("/here", info, || {
        calendar::calendar(Lang::En, &page(Ok(())), Posting::new())
    });
    for shown in [
        "Monday, Tuesday",
        "2026: 1 holiday",
        "2031: 1 holiday",
        "Friday",
        "Christmas Day",
        "href=\"/settings/program/holidays\"",
    ] {
        assert!(html.contains(shown), "{shown} in {html}");
    }
    // This year's alone is open.
    assert_eq!(html.matches("<details").count(), 2, "{html}");
    assert_eq!(html.matches(" open").count(), 1, "{html}");
    assert_eq!(
        html.matches("action=\"/api/remove-holiday\"").count(),
        2,
        "{html}"
    );
    let days = of_group(Lang::En, Group::WorkingDays, Ok(()));
    assert_eq!(days.matches("name=\"days[]\"").count(), 7, "{days}");
}

#[test]
fn holidays_are_typed_or_come_as_a_file() {
    let html = of_group(Lang::En, Group::Holidays, Ok(()));
    for shown in [
        "action=\"/api/add-holiday\"",
        "action=\"/api/add-holidays\" enctype=\"multipart/form-data\"",
        "name=\"list_file\" type=\"file\"",
    ] {
        assert!(html.contains(shown), "{shown} in {html}");
    }
}

#[test]
fn whoever_may_not_change_reads_the_numbers_and_the_reason() {
    for group in Group::ALL {
        let html = of_group(Lang::ZhHans, group, Err(refusal()));
        assert!(!html.contains("<form"), "{html}");
        assert!(html.contains("更改设置"), "{html}");
    }
    let html = of_group(Lang::ZhHans, Group::Promises, Err(refusal()));
    assert!(html.contains("5 个工作日"), "{html}");
    let html = render(|| calendar::calendar(Lang::En, &page(Err(refusal())), Posting::new()));
    assert!(!html.contains("<form"), "{html}");
}

#[test]
fn a_history_without_changes_says_so() {
    let html = render(|| history(Lang::En, page(Ok(()))));
    assert!(html.contains("Nothing has been changed yet"), "{html}");
}
