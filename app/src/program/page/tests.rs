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
    form::mark::Mark,
    program::model::{LatestChange, ShownValue},
    ui::tests::render,
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

fn rendered(lang: Lang, may_change: Result<(), Refusal>) -> String {
    render(move || {
        let actions = Actions::new();
        view(lang, page(may_change), actions)
    })
}

#[test]
fn every_setting_has_a_field_with_its_bounds() {
    let html = rendered(Lang::En, Ok(()));
    for setting in Setting::ALL {
        let bounds = setting.bounds();
        let field = format!(
            "name=\"{}\" type=\"number\" value=\"{}\"",
            setting.code(),
            setting.usual()
        );
        assert!(html.contains(&field), "{field} in {html}");
        assert!(html.contains(&format!("max=\"{}\"", bounds.most)), "{html}");
    }
    assert!(html.contains("Changed by Robin Counts"), "{html}");
    // Of a number that was not set it is said where it comes from.
    assert!(html.contains("From 1 to 60.</p>"), "{html}");
    assert!(html.contains("Server default: "), "{html}");
    assert!(html.contains("action=\"/api/set-promises\""), "{html}");
    assert!(html.contains("value=\"abc\""), "{html}");
}

#[test]
fn the_calendar_shows_its_days_by_year() {
    let html = rendered(Lang::En, Ok(()));
    assert_eq!(html.matches("name=\"days[]\"").count(), 7, "{html}");
    for shown in [
        "2026: 1 holiday",
        "2031: 1 holiday",
        "Friday",
        "Christmas Day",
    ] {
        assert!(html.contains(shown), "{shown} in {html}");
    }
    assert_eq!(
        html.matches("action=\"/api/remove-holiday\"").count(),
        2,
        "{html}"
    );
}

#[test]
fn whoever_may_not_change_reads_the_numbers_and_the_reason() {
    let refused = access::Refusal::RoleMissing {
        action: Action::ManageProgramSettings,
        organization: operator().party(),
        needs: vec![tierline_core::role::Role::ProgramAdmin],
    };
    let html = rendered(Lang::ZhHans, Err(refused.into()));
    assert!(!html.contains("<form"), "{html}");
    assert!(html.contains("5 个工作日"), "{html}");
    assert!(html.contains("更改设置"), "{html}");
}
