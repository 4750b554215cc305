//! Histories of enrollments that no decision makes.

use proptest::prelude::*;
use tierline_core::{
    Evolve as _, Timestamp,
    enrollment::{
        Calendar, CheckKind, Enrollment, Event, LegalProfile, PROMISE, Path, PrimaryContact,
        ReasonCode,
    },
};

use super::document;
use crate::common::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// Events in any order, also such as no decision makes.
    #[test]
    fn any_history_is_a_state(picks in prop::collection::vec((any::<prop::sample::Index>(), 0..200_i64), 0..40)) {
        let mut state = None;
        for (pick, number) in picks {
            let events = any_events(day(number));
            Enrollment::advance(&mut state, id(10), &events[pick.index(events.len())]);
            let Some(enrollment) = &state else { continue };
            let _ = enrollment.tracker(&Calendar::default(), PROMISE, day(number));
            let _ = enrollment.lapse(&reseller(), day(number));
            let written = serde_json::to_string(enrollment).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Enrollment>(&written).unwrap(), enrollment);
        }
    }
}

fn any_events(at: Timestamp) -> Vec<Event> {
    let by = id(7);
    let check = CheckKind::Business;
    vec![
        Event::Begun {
            organization: id(2),
            path: Path::New,
            at,
            by,
        },
        Event::MpnPostponed { at, by },
        Event::ProfileEntered {
            profile: LegalProfile {
                address: Vec::new(),
                ..legal_profile()
            },
            affects: CheckKind::ALL.to_vec(),
            at,
            by,
        },
        Event::ContactEntered {
            contact: PrimaryContact {
                phone: None,
                ..primary_contact()
            },
            affects: vec![CheckKind::EmailOwnership],
            at,
            by,
        },
        Event::SupportEntered {
            support: support_contact(),
            at,
            by,
        },
        Event::Submitted { at, by },
        Event::ConfirmationSent { link: u32::MAX, at },
        Event::ContactConfirmed { at },
        Event::ContactDenied { at },
        Event::CheckPassed { check, at, by },
        Event::CheckFailed {
            check,
            reason: ReasonCode::ContactDenied,
            note: None,
            until: None,
            at,
            by,
        },
        Event::DocumentAdded {
            document: document(check, at),
            at,
            by,
        },
        Event::Appealed {
            check,
            statement: None,
            at,
            by,
        },
        Event::Authorized { at },
        Event::Vouched { at },
        Event::Activated { at },
        Event::Suspended { at },
    ]
}
