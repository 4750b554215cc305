//! The association of an MPN ID, rendered as on the server.

#![expect(clippy::unwrap_used, reason = "a test that has no such sample fails")]

use leptos::prelude::*;
use tierline_core::membership::Refusal;

use super::{
    model::{LocationChoice, OwnIdentifiers, ProfileChoice, ProvedMember},
    page::{AssociateMpnId, Associating},
};
use crate::ui::tests::render;

fn location(mpn: &str, fits: Result<(), tierline_core::Refusal>) -> LocationChoice {
    LocationChoice {
        mpn: mpn.to_owned(),
        name: format!("Place {mpn}"),
        country: "TW".parse().unwrap(),
        is_active: true,
        fits,
    }
}

fn shown(proved: Option<ProvedMember>) -> String {
    let identifiers = OwnIdentifiers {
        country: "TW".parse().unwrap(),
        is_partner: true,
        mpn: None,
        may: Ok(()),
        proved,
    };
    render(move || {
        view! { <AssociateMpnId identifiers=identifiers associating=Associating::new() back="/enroll"/> }
    })
}

#[test]
fn without_a_sign_in_there_is_nothing_but_that() {
    let html = shown(None);
    assert!(html.contains(r#"action="/api/prove-membership""#), "{html}");
    assert!(html.contains(r#"value="/enroll""#), "{html}");
    assert!(!html.contains("/api/associate-mpn"), "{html}");
}

#[test]
fn only_what_fits_can_be_selected_and_the_rest_says_why() {
    let mpn = "5000002".parse().unwrap();
    let taken = Err(Refusal::MpnTaken { mpn }.into());
    let html = shown(Some(ProvedMember {
        account: "mpn@fabrikam.example".to_owned(),
        profiles: vec![ProfileChoice {
            mpn: "5000000".to_owned(),
            name: "Fabrikam".to_owned(),
            is_active: true,
            locations: vec![location("5000001", Ok(())), location("5000002", taken)],
        }],
    }));
    assert_eq!(html.matches(r#"name="mpn""#).count(), 1, "{html}");
    assert!(html.contains("associated with another tenant"), "{html}");
    assert!(html.contains(r#"action="/api/add-location""#), "{html}");
}
