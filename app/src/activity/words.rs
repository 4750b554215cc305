//! Events in words. Each area tells its own; this puts them together.

use tierline_core::{event::Event, organization::Party};

use crate::timeline::Told;

/// An event for a reader who may know these organizations.
#[must_use]
pub fn tell(event: &Event, parties: &[Party]) -> Told {
    match event {
        Event::Organization { event, .. } => Told::of(event, parties),
        Event::User { event, .. } => Told::of(event, parties),
        Event::MemberInvitation { event, .. } => Told::of(event, parties),
        Event::Invitation { event, .. } => Told::of(event, parties),
        Event::Partnership { event, .. } => Told::of(event, parties),
        Event::Relationship { event, .. } => Told::of(event, parties),
        Event::Order { event, .. } => Told::of(event, parties),
        Event::Subscription { event, .. } => Told::of(event, parties),
        Event::PriceList { event, .. } => Told::of(event, parties),
    }
}

#[cfg(test)]
mod tests {
    use tierline_core::{
        Timestamp,
        ids::{OrganizationId, PartnershipId},
        partnership,
    };
    use uuid::Uuid;

    use super::*;
    use crate::i18n::Lang;

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
        let told = tell(&event, &[known]);
        assert_eq!(
            told.what.in_language(Lang::En),
            "Fabrikam gave notice: the partnership ends on November 21, 2026, 09:15 UTC"
        );
        assert_eq!(told.reason.as_deref(), Some("we merge"));
        assert!(!told.by_link_holder);
        let told = tell(&event, &[]);
        assert!(
            told.what
                .in_language(Lang::ZhHans)
                .starts_with("另一个组织")
        );
    }
}
