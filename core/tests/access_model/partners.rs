//! Actions on another partner.

use proptest::prelude::*;
use tierline_core::{
    Evolve as _,
    access::{Action, PartnerFacts, authorize_on_partner},
    partnership::{self, Partnership},
    permission::SubjectKind,
    role::Role,
};

use crate::{
    common::{self, *},
    model::may,
};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn between_partners(role in 0..Role::ALL.len(), on_day in 0..60i64, ended in 0..4u8, revoked: bool, again: bool, by_provider: bool, action in 0..Action::ALL.len()) {
        let (provider, reseller) = (provider(), reseller());
        let mut it = common::partnership(&provider, &reseller);
        let evolve = |it: Partnership, event| Partnership::evolve(it.id, Some(it), &event).unwrap();
        if revoked {
            it = evolve(it, partnership::Event::TenantAdminRevoked { at: day(1), by: id(1) });
        }
        if again {
            it = evolve(it, partnership::Event::TenantAdminGranted { at: day(2), by: id(1) });
        }
        it = match ended {
            1 => evolve(it, partnership::Event::Ended { at: day(5), by: provider.id, reason: None }),
            2 => evolve(it, partnership::Event::NoticeGiven { at: day(5), by: reseller.id, user: id(1), ends: day(35), reason: None }),
            _ => it,
        };
        let (own, other) = if by_provider { (&provider, &reseller) } else { (&reseller, &provider) };
        let role = Role::ALL[role];
        let action = Action::ALL[action];
        let in_force = match ended { 1 => false, 2 => on_day < 35, _ => true };
        let seat = match action {
            Action::AdministerResellerTenant => by_provider && (!revoked || again),
            Action::RevokeTenantAdmin | Action::GrantTenantAdmin => !by_provider,
            _ => true,
        };
        let expected = may(own, role, action, SubjectKind::Partner) && in_force && seat;
        let party = other.party();
        let facts = PartnerFacts { organization: own, other: &party, partnership: Some(&it) };
        prop_assert_eq!(authorize_on_partner(facts, &actor(own, role), action, day(on_day)).is_ok(), expected);
    }
}
