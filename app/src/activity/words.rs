//! Events in words. Each area tells its own; this puts them together.

use tierline_core::event::Event;

use crate::timeline::{Known, Told};

/// An event for a reader who knows this.
#[must_use]
pub fn tell(event: &Event, known: Known<'_>) -> Told {
    match event {
        Event::Organization { event, .. } => Told::of(event, known),
        Event::User { event, .. } => Told::of(event, known),
        Event::MemberInvitation { event, .. } => Told::of(event, known),
        Event::Invitation { event, .. } => Told::of(event, known),
        Event::Partnership { event, .. } => Told::of(event, known),
        Event::Relationship { event, .. } => Told::of(event, known),
        Event::Order { event, .. } => Told::of(event, known),
        Event::Subscription { event, .. } => Told::of(event, known),
        Event::PriceList { event, .. } => Told::of(event, known),
        Event::Sale { event, .. } => Told::of(event, known),
        Event::Enrollment { event, .. } => Told::of(event, known),
        Event::Member { event, .. } => Told::of(event, known),
        Event::Agreement { event, .. } => Told::of(event, known),
        Event::Case { event, .. } => Told::of(event, known),
        Event::Listing { event, .. } => Told::of(event, known),
        Event::Ask { event, .. } => Told::of(event, known),
        Event::Program { event, .. } => Told::of(event, known),
        Event::CustomerGroup { event, .. } => Told::of(event, known),
        Event::Assignment { event, .. } => Told::of(event, known),
        Event::OrderRequest { event, .. } => Told::of(event, known),
    }
}

#[cfg(test)]
mod tests {
    use tierline_core::{
        Timestamp,
        ids::{InvitationId, OrganizationId, PartnershipId},
        invitation,
        organization::Party,
        partnership,
    };
    use uuid::Uuid;

    use super::*;
    use crate::{i18n::Lang, timeline::Subject};

    #[test]
    fn organizations_are_named_as_far_as_the_reader_may_know_them() {
        let at: Timestamp = "2026-11-21T09:15:00Z".parse().unwrap();
        let id = |n| OrganizationId::from_uuid(Uuid::from_u128(n));
        let event = Event::Partnership {
            id: PartnershipId::from_uuid(Uuid::from_u128(3)),
            event: partnership::Event::NoticeGiven {
                at,
                by: id(1),
                user: Uuid::from_u128(4).into(),
                ends: at,
                reason: Some("we merge".parse().unwrap()),
            },
        };
        let known = Party {
            id: id(1),
            name: "Fabrikam".parse().unwrap(),
        };
        let parties = [known];
        let known = Known {
            parties: &parties,
            ..Known::default()
        };
        let told = tell(&event, known);
        assert_eq!(
            told.what.in_language(Lang::En),
            "Fabrikam gave notice: the partnership ends on November 21, 2026, 09:15 UTC"
        );
        assert_eq!(told.reason.as_deref(), Some("we merge"));
        assert!(!told.by_link_holder);
        // Of two partners, the sentence names the one that did not act.
        for (subject, expected) in [
            (
                "Relecloud",
                "Fabrikam gave notice: the partnership with Relecloud ends",
            ),
            ("Fabrikam", "Fabrikam gave notice: the partnership ends"),
        ] {
            let subject = Subject::Reseller(subject.to_owned());
            let known = Known {
                subject: Some(&subject),
                ..known
            };
            let said = tell(&event, known).what.in_language(Lang::En);
            assert!(said.starts_with(expected), "{said}");
        }
        let told = tell(&event, Known::default());
        assert!(
            told.what
                .in_language(Lang::ZhHans)
                .starts_with("另一个组织")
        );
    }

    #[test]
    fn a_request_says_whose_it_is() {
        let event = Event::Invitation {
            id: InvitationId::from_uuid(Uuid::from_u128(3)),
            event: invitation::Event::Opened {
                at: "2026-11-21T09:15:00Z".parse().unwrap(),
            },
        };
        let told = |subject: Option<Subject>| {
            let known = Known {
                subject: subject.as_ref(),
                ..Known::default()
            };
            tell(&event, known).what.in_language(Lang::En)
        };
        let to = Subject::To("alex@contoso.example".to_owned());
        assert_eq!(told(Some(to)), "Opened the request to alex@contoso.example");
        let from = Subject::From("Contoso".to_owned());
        assert_eq!(told(Some(from)), "Opened the request from Contoso");
        assert_eq!(told(None), "Opened the request");
    }
}
