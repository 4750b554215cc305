use chrono::{TimeDelta, TimeZone, Utc};
use leptos::prelude::*;
use tierline_core::{invitation::Status, market::Currency, money::Money};

use super::{render, render_at};
use crate::{
    context::PageInfo,
    i18n::Lang,
    ui::{
        Amount, BeforeAfter, Change, Deadline, StateBadge, StateLook, Step, Stepper, Tab, Tabs,
        TimelineItem,
    },
};

#[test]
fn every_state_has_a_word_in_every_language_and_an_icon() {
    for status in Status::ALL {
        let look = StateLook::from(status);
        let words = Lang::ALL.map(look.word);
        assert!(
            words.iter().all(|word| !word.is_empty()) && words[0] != words[1],
            "{words:?}"
        );
        let html = render(move || view! { <StateBadge state=status/> });
        assert!(html.contains("<svg") && html.contains(words[0]), "{html}");
    }
}

#[test]
fn only_earlier_steps_can_be_gone_to() {
    let html = render(|| {
        let steps = vec![
            Step::new("Details").href("/1"),
            Step::new("Lines").href("/2"),
            Step::new("Review").href("/3"),
        ];
        view! { <Stepper label="New customer" steps=steps current=1/> }
    });
    assert!(
        html.contains(r#"href="/1""#)
            && !html.contains(r#"href="/2""#)
            && !html.contains(r#"href="/3""#),
        "{html}"
    );
    assert_eq!(html.matches(r#"aria-current="step""#).count(), 1, "{html}");
    assert!(html.contains("Step 2 of 3"), "{html}");
}

#[test]
fn the_current_tab_is_marked() {
    let html = render(|| {
        let tabs = vec![Tab::new("/a", "Active").count(1200), Tab::new("/b", "Past")];
        view! { <Tabs label="Partners" tabs=tabs current=0/> }
    });
    assert_eq!(html.matches("aria-current").count(), 1, "{html}");
    assert!(html.contains("1,200"), "{html}");
}

#[test]
fn a_deadline_is_measured_by_the_servers_clock() {
    let now = Utc.with_ymd_and_hms(2026, 11, 21, 9, 0, 0).unwrap();
    let page = || PageInfo {
        now,
        ..PageInfo::default()
    };
    let soon = render_at(
        "/",
        page(),
        move || view! { <Deadline at=now + TimeDelta::days(1)/> },
    );
    assert!(
        soon.contains("deadline-warning") && soon.contains("in 1 day"),
        "{soon}"
    );
    let past = render_at(
        "/",
        page(),
        move || view! { <Deadline at=now - TimeDelta::days(1)/> },
    );
    assert!(
        past.contains("Expired") && past.contains("1 day ago"),
        "{past}"
    );
}

#[test]
fn nobody_did_what_happened_by_itself() {
    let html =
        render(|| view! { <TimelineItem at=chrono::DateTime::UNIX_EPOCH>"Expired"</TimelineItem> });
    assert!(html.contains("automatically"), "{html}");
}

#[test]
fn money_has_the_decimals_of_its_currency() {
    assert!(
        render(|| view! { <Amount money=Money::new(123_450, Currency::Usd)/> })
            .contains("USD 1,234.50")
    );
    assert!(
        render(|| view! { <Amount money=Money::new(1_200, Currency::Jpy)/> }).contains("JPY 1,200")
    );
    // In a column whose head names it.
    assert!(
        render(|| view! { <Amount money=Money::new(-120_050, Currency::Usd) bare=true/> })
            .contains(">-1,200.50<")
    );
}

#[test]
fn what_had_no_value_says_so() {
    let html = render(|| {
        let change = Change {
            label: "Reseller".into(),
            before: String::new(),
            after: "Fabrikam".into(),
        };
        view! { <BeforeAfter changes=vec![change]/> }
    });
    assert!(
        html.contains(">none<") && !html.contains("<del>") && html.contains("<ins>Fabrikam</ins>"),
        "{html}"
    );
}
