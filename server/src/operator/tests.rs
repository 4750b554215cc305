//! Organizations through the operator's portal and PostgreSQL.

use tierline_app::{list::model::ListQuery, operator::list::Organizations, portal::all::*};
use tierline_core::{ids::OrganizationId, organization::Capability, role::Role};

use crate::testing::{
    given,
    world::{Person, World, refused, request},
};

async fn change(
    world: &World,
    by: &Person,
    of: OrganizationId,
    suspend: bool,
) -> Result<(), tierline_app::error::PortalError> {
    let reason = "invoices are overdue".parse().unwrap();
    let portal = world.portal(by);
    portal
        .change_suspension(of, suspend, reason, request())
        .await
}

#[tokio::test]
async fn a_suspended_partner_does_existing_business_only_until_it_is_lifted() {
    let world = World::new().await;
    world.partners().await;
    let (by, of) = (&world.operator, world.reseller.organization);
    let before = world.portal(by).organization(of).await.unwrap();
    assert_eq!(before.partnerships, 1);
    assert!(before.may_suspend.is_ok() && before.may_lift.is_err());

    change(&world, by, of, true).await.unwrap();
    let stored = given::stored_organization(&world.state.pool, of).await;
    assert!(!stored.capabilities.is_active(Capability::IndirectReseller));
    assert_eq!(
        world.mailed("organization_suspended").await,
        std::slice::from_ref(&world.reseller.email)
    );
    // Its partnership stays, and the reason is in its history.
    let page = world.portal(by).organization(of).await.unwrap();
    assert_eq!(page.partnerships, 1);
    let entry = &page.timeline.entries[0].told;
    assert_eq!(entry.reason.as_deref(), Some("invoices are overdue"));
    assert_eq!(
        refused(change(&world, by, of, true).await),
        "nothing_to_suspend"
    );

    change(&world, by, of, false).await.unwrap();
    let stored = given::stored_organization(&world.state.pool, of).await;
    assert!(stored.capabilities.is_active(Capability::IndirectReseller));
    assert_eq!(
        refused(change(&world, by, of, false).await),
        "not_suspended"
    );
}

#[tokio::test]
async fn only_a_program_admin_suspends() {
    let world = World::new().await;
    let of = world.reseller.organization;
    let reviewer = world.colleague(&world.operator, Role::Reviewer).await;
    for by in [&reviewer, &world.provider] {
        assert_eq!(refused(change(&world, by, of, true).await), "role_missing");
        let page = world.portal(by).organization(of).await;
        assert_eq!(refused(page), "role_missing");
    }
    let customer = world.customer.organization;
    let answer = change(&world, &world.operator, customer, true).await;
    assert_eq!(refused(answer), "nothing_to_suspend");
}

#[tokio::test]
async fn the_operator_finds_organizations() {
    let world = World::new().await;
    change(&world, &world.operator, world.reseller.organization, true)
        .await
        .unwrap();
    let portal = world.portal(&world.operator);
    for (query, names) in [
        ("search=Tailspin", vec!["Tailspin"]),
        ("state=suspended", vec!["Fabrikam"]),
        (
            "capability=indirect_reseller&state=active",
            vec!["Tailspin"],
        ),
        ("capability=indirect_reseller", vec!["Fabrikam", "Tailspin"]),
        ("country=DE", vec!["Adventure Works"]),
    ] {
        let page = portal
            .listed::<Organizations>(ListQuery::parse(query))
            .await
            .unwrap();
        let rows = page.organizations.rows;
        let found: Vec<_> = rows.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(found, names, "{query}");
    }
}
