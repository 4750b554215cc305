//! Capabilities that the operator adds to a partner.

use tierline_app::portal::all::*;
use tierline_core::{
    organization::{Capability, CapabilityState},
    role::Role,
};

use super::*;

async fn add(
    world: &World,
    by: &Person,
    of: OrganizationId,
    capability: Capability,
) -> Result<(), PortalError> {
    let reason = "it has opened another branch".parse().unwrap();
    let portal = world.portal(by);
    portal
        .add_capability(of, capability, reason, request())
        .await
}

#[tokio::test]
async fn a_provider_is_added_to_direct_bill_at_once() {
    let world = World::new().await;
    let (by, of) = (&world.operator, world.provider.organization);
    let page = world.portal(by).organization(of, "").await.unwrap();
    let lacks: Vec<_> = page.may_add.iter().map(|it| it.capability).collect();
    assert_eq!(
        lacks,
        [Capability::IndirectReseller, Capability::DirectBill]
    );
    assert!(page.may_add.iter().all(|it| it.may.is_ok()));

    add(&world, by, of, Capability::DirectBill).await.unwrap();
    let stored = given::stored_organization(&world.state.pool, of).await;
    assert!(stored.capabilities.is_active(Capability::DirectBill));
    assert!(stored.capabilities.is_active(Capability::IndirectProvider));
    assert_eq!(
        world.mailed("capability_added").await,
        std::slice::from_ref(&world.provider.email)
    );
    let page = world.portal(by).organization(of, "").await.unwrap();
    let entry = &page.timeline.entries[0].told;
    assert_eq!(
        entry.reason.as_deref(),
        Some("it has opened another branch")
    );
    let again = add(&world, by, of, Capability::DirectBill).await;
    assert_eq!(refused(again), "capability_held");
}

#[tokio::test]
async fn an_added_reseller_still_gives_its_support_contact_and_signs() {
    let world = World::new().await;
    let (by, of) = (&world.operator, world.provider.organization);
    add(&world, by, of, Capability::IndirectReseller)
        .await
        .unwrap();
    let stored = given::stored_organization(&world.state.pool, of).await;
    let state = stored.capabilities.state(Capability::IndirectReseller);
    assert_eq!(state, Some(CapabilityState::Enrolling));
    let begun = "select count(*) from enrollment e join organization o on o.id = e.organization_id
        where o.capabilities ->> 'indirect_reseller' = 'enrolling'";
    assert_eq!(world.count(begun).await, 1);
    // What it begins itself is that enrollment, and no second one.
    let portal = world.portal(&world.provider);
    let again = portal.begin_enrollment(request());
    assert_eq!(refused(again.await), "enrollment_exists");
}

#[tokio::test]
async fn what_the_rules_forbid_is_not_added() {
    let world = World::new().await;
    let by = &world.operator;
    let reseller = world.reseller.organization;
    let answer = add(&world, by, reseller, Capability::DirectBill).await;
    assert_eq!(refused(answer), "no_new_direct_customers");
    let customer = world.customer.organization;
    let answer = add(&world, by, customer, Capability::IndirectReseller).await;
    assert_eq!(refused(answer), "capability_alone");
    change(&world, by, reseller, true).await.unwrap();
    let answer = add(&world, by, reseller, Capability::IndirectProvider).await;
    assert_eq!(refused(answer), "capability_inactive");
    let reviewer = world.colleague(by, Role::Reviewer).await;
    for by in [&reviewer, &world.provider] {
        let answer = add(&world, by, reseller, Capability::IndirectProvider).await;
        assert_eq!(refused(answer), "role_missing");
    }
}
