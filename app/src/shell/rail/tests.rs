use tierline_core::{
    ids::{OrganizationId, UserId},
    organization::Capabilities,
    role::{Role, RoleSet},
};
use uuid::Uuid;

use super::*;
use crate::account::model::session::SessionOrganization;

fn session(capability: Capability, role: Role) -> SessionInfo {
    SessionInfo {
        user: UserId::from_uuid(Uuid::from_u128(7)),
        user_name: "Ann".to_owned(),
        email: "ann@contoso.example".to_owned(),
        must_change_password: false,
        second_factor_owed: None,
        organization: Some(SessionOrganization {
            id: OrganizationId::from_uuid(Uuid::from_u128(1)),
            name: "Contoso".to_owned(),
            capabilities: Capabilities::only(capability),
            roles: RoleSet::EMPTY.with(role),
            customers: Default::default(),
        }),
        others: Vec::new(),
    }
}

fn pages(capability: Capability, role: Role) -> Vec<&'static str> {
    let shown = items(Lang::En, &session(capability, role), false);
    shown.into_iter().map(|item| item.href).collect()
}

#[test]
fn nobody_is_led_to_a_page_that_the_role_may_not_see() {
    use Capability as C;
    let [first, last] = [route::OVERVIEW, route::SETTINGS];
    let (resellers, providers) = (route::INDIRECT_RESELLERS, route::INDIRECT_PROVIDERS);
    let (subscriptions, renewals, orders) = (route::SUBSCRIPTIONS, route::RENEWALS, route::ORDERS);
    let requests = route::ORDER_REQUESTS;
    for (capability, role, between) in [
        (
            C::IndirectProvider,
            Role::AdminAgent,
            vec![
                route::CUSTOMERS,
                resellers,
                subscriptions,
                renewals,
                orders,
                requests,
                route::STATEMENT,
            ],
        ),
        (
            C::IndirectProvider,
            Role::HelpdeskAgent,
            vec![
                route::CUSTOMERS,
                subscriptions,
                renewals,
                orders,
                route::STATEMENT,
            ],
        ),
        (
            C::IndirectReseller,
            Role::ReportViewer,
            vec![
                route::CUSTOMERS,
                providers,
                subscriptions,
                renewals,
                orders,
                requests,
                route::STATEMENT,
            ],
        ),
        (
            C::IndirectReseller,
            Role::HelpdeskAgent,
            vec![
                route::CUSTOMERS,
                subscriptions,
                renewals,
                orders,
                route::STATEMENT,
            ],
        ),
        (
            C::Customer,
            Role::GlobalAdmin,
            vec![
                route::LICENSE_USERS,
                route::OWN_LICENSES,
                subscriptions,
                renewals,
                orders,
                route::GRANTS,
                requests,
                route::STATEMENT,
            ],
        ),
        (
            C::Customer,
            Role::BillingAdmin,
            vec![
                route::OWN_LICENSES,
                subscriptions,
                renewals,
                orders,
                route::GRANTS,
                requests,
                route::STATEMENT,
            ],
        ),
        (C::Customer, Role::User, vec![route::OWN_LICENSES]),
        (
            C::Operator,
            Role::ProgramAdmin,
            vec![
                route::CASES,
                route::ORGANIZATIONS,
                route::REGISTRY,
                route::CATALOG,
                route::AGREEMENTS,
                route::LISTING_CHANGES,
                route::MAIL_DELIVERY,
            ],
        ),
        (
            C::Operator,
            Role::Reviewer,
            vec![route::CASES, route::LISTING_CHANGES],
        ),
    ] {
        let expected: Vec<_> = [vec![first], between, vec![last]].concat();
        assert_eq!(pages(capability, role), expected, "{role:?}");
    }
}

#[test]
fn settings_and_the_demo_stand_apart_at_the_end() {
    let shown = items(
        Lang::En,
        &session(Capability::IndirectProvider, Role::AdminAgent),
        true,
    );
    let apart: Vec<_> = shown.iter().map(Item::is_apart).collect();
    assert_eq!(
        apart,
        [
            false, false, false, false, false, false, false, false, true, true
        ]
    );
}

#[test]
fn a_page_below_no_entry_belongs_to_one() {
    use Capability as C;
    let of = |path, capability| belongs(path, Some(&session(capability, Role::GlobalAdmin)));
    let (partnership, invitation) = ("/partnerships/1", "/invitations/1");
    assert_eq!(
        of(partnership, C::IndirectProvider),
        Some(route::INDIRECT_RESELLERS)
    );
    assert_eq!(
        of(partnership, C::IndirectReseller),
        Some(route::INDIRECT_PROVIDERS)
    );
    assert_eq!(of(invitation, C::IndirectReseller), Some(route::CUSTOMERS));
    assert_eq!(of(invitation, C::IndirectProvider), None);
    assert_eq!(of("/customers/1", C::IndirectReseller), None);
    let agreement = "/agreement/partner_agreement";
    assert_eq!(of(agreement, C::IndirectReseller), Some(route::OVERVIEW));
    assert_eq!(of("/agreements/1", C::Operator), None);
    let subscription = "/subscriptions/1/change";
    for anybody in [C::Customer, C::IndirectProvider, C::DirectBill] {
        assert_eq!(of(subscription, anybody), None);
    }
    assert!(is_at(subscription, route::SUBSCRIPTIONS));
    assert!(is_at("/customers/1", route::CUSTOMERS) && is_at("/", route::OVERVIEW));
    assert!(!is_at("/customers", route::OVERVIEW) && !is_at("/customersx", route::CUSTOMERS));
}
