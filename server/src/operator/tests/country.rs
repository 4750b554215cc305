//! Another country of a partner's legal profile.

use tierline_app::portal::all::*;
use tierline_core::role::Role;

use super::*;

async fn to(
    world: &World,
    by: &Person,
    of: OrganizationId,
    country: &str,
) -> Result<(), PortalError> {
    let reason = "it has moved".parse().unwrap();
    let portal = world.portal(by);
    portal
        .change_country(of, country.parse().unwrap(), reason, request())
        .await
}

#[tokio::test]
async fn what_the_new_country_would_separate_stands_in_the_way() {
    let world = World::new().await;
    let (by, of) = (&world.operator, world.reseller.organization);
    world.partners().await;
    let Err(PortalError::Refused(refusal)) = to(&world, by, of, "FR").await else {
        panic!("it was moved");
    };
    assert_eq!(refusal.code(), "country_in_use");
    let provider = given::stored_organization(&world.state.pool, world.provider.organization).await;
    let told = format!("{refusal:?}");
    assert!(told.contains(provider.name.as_str()), "{told}");
    let stored = given::stored_organization(&world.state.pool, of).await;
    assert_eq!(stored.country.code(), "TW");
}

#[tokio::test]
async fn a_partner_that_nothing_ties_moves_once() {
    let world = World::new().await;
    let (by, alone) = (&world.operator, &world.other_reseller);
    let of = alone.organization;
    to(&world, by, of, "FR").await.unwrap();
    let stored = given::stored_organization(&world.state.pool, of).await;
    assert_eq!(stored.country.code(), "FR");
    assert_eq!(
        world.mailed("country_changed").await,
        std::slice::from_ref(&alone.email)
    );
    let page = world.portal(by).organization(of, "").await.unwrap();
    let entry = &page.timeline.entries[0].told;
    assert_eq!(entry.reason.as_deref(), Some("it has moved"));
    // As it was is no change.
    to(&world, by, of, "FR").await.unwrap();
    assert_eq!(world.mailed("country_changed").await.len(), 1);
}

#[tokio::test]
async fn only_a_program_admin_moves_a_partner_and_no_customer() {
    let world = World::new().await;
    let alone = world.other_reseller.organization;
    let reviewer = world.colleague(&world.operator, Role::Reviewer).await;
    for by in [&reviewer, &world.provider] {
        assert_eq!(refused(to(&world, by, alone, "FR").await), "role_missing");
    }
    let customer = world.customer.organization;
    let answer = to(&world, &world.operator, customer, "FR").await;
    assert_eq!(refused(answer), "profile_of_customer");
}
