use leptos::prelude::*;

use super::render;
use crate::ui::{Badge, PageHeader, Timeline, TimelineDay, TimelineItem};

#[test]
fn the_state_stands_beside_the_title_and_an_address_in_it_breaks_after_its_at_sign() {
    let html = render(|| {
        view! {
            <PageHeader
                trail=vec![("/requests".to_owned(), "Requests".to_owned())]
                title="Request to alex@contoso.example"
                lead="Its lead"
                badge=|| view! { <Badge>"Draft"</Badge> }
            >
                "Primary"
            </PageHeader>
        }
    });
    let (name, after) = html.split_once("class=\"page-name\"").unwrap();
    assert!(name.contains("aria-current=\"page\""), "{html}");
    let (name, after) = after.split_once("class=\"page-action\"").unwrap();
    assert!(
        name.contains("alex@</span>") && name.contains("<wbr>") && name.contains("Draft"),
        "{html}"
    );
    assert!(after.contains("<p class=\"lead\">Its lead</p>"), "{html}");
}

#[test]
fn a_reason_stands_on_the_line_of_who_and_when() {
    let at = "2026-11-21T09:15:00Z".parse().unwrap();
    let html = render(move || {
        view! {
            <Timeline>
                <TimelineDay at=at>
                    <TimelineItem at=at by="Ann" reason=Some("Reason: too early".to_owned())>
                        <p>"Declined"</p>
                    </TimelineItem>
                </TimelineDay>
            </Timeline>
        }
    });
    let (_, when) = html.split_once("class=\"timeline-when\"").unwrap();
    let (when, _) = when.split_once("</p>").unwrap();
    assert!(
        when.contains("by Ann") && when.contains("Reason: too early"),
        "{html}"
    );
}
