//! Actions on the own organization, and on the program.

use proptest::prelude::*;
use tierline_core::{
    access::{Action, authorize_on_program, authorize_own, authorize_role},
    organization::{Capabilities, Capability, CapabilityState, Organization},
    permission::SubjectKind,
    role::{Role, RoleSet},
};

use crate::{
    common::*,
    model::{STATES, may},
};

/// An organization with any capabilities, each in any state.
fn anybody() -> impl Strategy<Value = Organization> {
    let states = prop::collection::vec(prop::option::weighted(0.4, 0..STATES.len()), 5);
    let inactive = prop::bool::weighted(0.2);
    (states, any::<bool>(), any::<bool>(), inactive).prop_map(|(states, signed, mpn, inactive)| {
        let mut organization = provider();
        organization.capabilities = Capability::ALL
            .into_iter()
            .zip(states)
            .filter_map(|(capability, state)| Some((capability, STATES[state?])))
            .fold(Capabilities::default(), |all, (capability, state)| {
                all.with(capability, state)
            });
        organization.agreement = organization.agreement.filter(|_| signed);
        organization.mpn = organization.mpn.filter(|_| mpn);
        organization.mpn_inactive = inactive.then(|| day(1));
        organization
    })
}

/// Whether the organization meets the requirements of this action for new business.
fn in_business(organization: &Organization, action: Action) -> bool {
    use Capability as C;
    let is =
        |capability| organization.capabilities.state(capability) == Some(CapabilityState::Active);
    let signed = organization.agreement.is_some()
        && organization.mpn.is_some()
        && organization.mpn_inactive.is_none();
    match action {
        Action::RequestPartnership => signed && is(C::IndirectProvider),
        Action::LookUpReseller | Action::ProposeListing => is(C::IndirectProvider),
        Action::AcceptPartnership | Action::InviteForBoth | Action::AskToPartner => {
            signed && is(C::IndirectReseller)
        }
        Action::CreateCustomer => signed && (is(C::IndirectProvider) || is(C::DirectBill)),
        Action::RequestRelationship => {
            signed && (is(C::IndirectProvider) || is(C::IndirectReseller) || is(C::DirectBill))
        }
        Action::ManageOrganizations
        | Action::ReviewCustomers
        | Action::ManageAccounts
        | Action::ManageCatalog
        | Action::ReviewEnrollments
        | Action::AssignCases
        | Action::ReviewListings
        | Action::ManageMembers
        | Action::ManageAgreements
        | Action::ViewProgramSettings
        | Action::ManageProgramSettings
        | Action::ManageMail => is(C::Operator),
        _ => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn the_own_organizations(organization in anybody(), role in 0..Role::ALL.len(), action in 0..Action::ALL.len(), member: bool) {
        let (role, action) = (Role::ALL[role], Action::ALL[action]);
        let mut actor = actor(&organization, role);
        if !member {
            actor.organization = stranger().id;
        }
        let permitted = |on| member && may(&organization, role, action, on);
        prop_assert_eq!(authorize_role(&organization, &actor, action).is_ok(), permitted(SubjectKind::Own));
        let business = in_business(&organization, action);
        let own = authorize_own(&organization, &actor, action);
        prop_assert_eq!(own.is_ok(), permitted(SubjectKind::Own) && business, "{:?}", own);
        let program = authorize_on_program(&organization, &actor, action);
        prop_assert_eq!(program.is_ok(), permitted(SubjectKind::Program) && business, "{:?}", program);
    }

    /// If a user has several roles, one that permits the action is enough, and the first such role is named.
    #[test]
    fn several_roles_permit_what_one_of_them_does(organization in anybody(), bits in 0..1u16 << Role::ALL.len(), action in 0..Action::ALL.len()) {
        let action = Action::ALL[action];
        let roles: RoleSet = Role::ALL.into_iter().filter(|role| bits & (1 << *role as u16) != 0).collect();
        for on in SubjectKind::ALL {
            let permitting = |role: &Role| may(&organization, *role, action, on);
            let found = action.permission(&organization.capabilities, roles, on);
            let named = found.map(|(_, role)| role);
            prop_assert_eq!(found.is_some(), roles.iter().any(|role| permitting(&role)));
            prop_assert!(named.is_none_or(|role| roles.contains(role) && permitting(&role)));
        }
    }

    /// A role that does not exist in such an organization permits nothing there.
    #[test]
    fn a_role_of_another_kind_is_none(organization in anybody(), role in 0..Role::ALL.len(), action in 0..Action::ALL.len()) {
        let (role, action) = (Role::ALL[role], Action::ALL[action]);
        if !role.exists_in(&organization.capabilities) {
            prop_assert!(authorize_role(&organization, &actor(&organization, role), action).is_err());
        }
    }
}
