use chrono::{TimeDelta, TimeZone, Utc};
use leptos::prelude::*;
use tierline_core::Timestamp;

use super::render_at;
use crate::{
    context::PageInfo,
    timeline::{About, EventTimeline, Sentence, TimelineEntry, Told},
    ui::{Glyph, Tone},
};

fn entry(at: Timestamp, what: &str, page: Option<&str>) -> TimelineEntry {
    TimelineEntry {
        at,
        by: None,
        organization: None,
        told: Told {
            what: Sentence::of(|_| what.to_owned()),
            reason: None,
            tone: Tone::Neutral,
            glyph: Glyph::Dot,
            by_link_holder: false,
        },
        about: Some(About {
            name: "Woodgrove".to_owned(),
            page: page.map(str::to_owned),
        }),
    }
}

#[test]
fn a_timeline_tells_each_day_once_and_links_the_subject_where_the_sentence_names_it() {
    let now = Utc.with_ymd_and_hms(2026, 11, 21, 9, 15, 0).unwrap();
    let entries = vec![
        entry(now, "Woodgrove ended it", Some("/customers/1")),
        entry(now - TimeDelta::hours(1), "It ended", Some("/customers/1")),
        // On its own page it is no link, and without a page neither.
        entry(
            now - TimeDelta::hours(10),
            "Woodgrove agreed",
            Some("/grants"),
        ),
        entry(now - TimeDelta::hours(10), "Woodgrove asked", None),
        // Not every role may see these pages.
        entry(
            now - TimeDelta::hours(10),
            "Woodgrove came",
            Some("/partnerships/1"),
        ),
    ];
    let page = PageInfo {
        now,
        ..PageInfo::default()
    };
    let html = render_at(
        "/grants",
        page,
        move || view! { <EventTimeline entries=entries/> },
    );
    assert_eq!(html.matches("timeline-date").count(), 2, "{html}");
    assert!(
        html.contains("today") && html.contains("yesterday"),
        "{html}"
    );
    assert_eq!(html.matches("<a ").count(), 2, "{html}");
    let link = r#"<a href="/customers/1">Woodgrove</a>"#;
    let text = html.replace("<!>", "");
    assert!(text.contains(&format!("{link} ended it")), "{text}");
    assert!(text.contains(&format!("It ended · {link}")), "{text}");
    assert!(
        text.contains("08:15 UTC") && text.contains("23:15 UTC"),
        "{text}"
    );
}
