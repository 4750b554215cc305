//! A provider looks a reseller up.

use sqlx::types::Json;
use tierline_app::portal::LookUp;
use tierline_core::{
    agreement::AgreementKind,
    organization::{Capabilities, Capability, CapabilityState},
    role::Role,
};

use super::*;
use crate::testing::world::refused;

fn domain(of: &Person) -> LookUp {
    let (_, domain) = of.email.rsplit_once('@').unwrap();
    LookUp::Domain(domain.parse().unwrap())
}

#[tokio::test]
async fn a_reseller_of_the_region_is_told_of_with_what_is_missing() {
    let world = World::new().await;
    let portal = world.portal(&world.provider);
    let found = portal
        .look_up(Some(domain(&world.reseller)))
        .await
        .unwrap()
        .found
        .unwrap();
    assert_eq!(found.name, "Fabrikam");
    assert!(found.enrolled && found.signed && found.standing.is_ok() && !found.partnership);

    // By its MPN ID it is the same one.
    let mpn = LookUp::Mpn(found.mpn.clone().unwrap().parse().unwrap());
    world.partners().await;
    let by_mpn = portal.look_up(Some(mpn)).await.unwrap().found.unwrap();
    assert_eq!(by_mpn.name, found.name);
    assert!(by_mpn.partnership);

    sqlx::query("update organization set agreement = null where id = $1")
        .bind(world.reseller.organization.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    let found = portal
        .look_up(Some(domain(&world.reseller)))
        .await
        .unwrap()
        .found
        .unwrap();
    assert!(!found.signed);
    assert_eq!(found.unsigned, Some(AgreementKind::PartnerAgreement));
    assert_eq!(found.standing.unwrap_err().code(), "agreement_unsigned");
}

#[tokio::test]
async fn what_is_elsewhere_or_something_else_is_answered_like_nothing() {
    let world = World::new().await;
    let enrolling =
        Capabilities::default().with(Capability::IndirectReseller, CapabilityState::Enrolling);
    sqlx::query("update organization set country = 'DE', capabilities = $2 where id = $1")
        .bind(world.other_reseller.organization.into_uuid())
        .bind(Json(enrolling))
        .execute(&world.state.pool)
        .await
        .unwrap();
    let portal = world.portal(&world.provider);
    let nobody = LookUp::Domain("nobody.example".parse().unwrap());
    let nothing = portal.look_up(Some(nobody)).await.unwrap();
    assert_eq!(nothing.found, None);
    for other in [
        &world.other_reseller,
        &world.customer,
        &world.other_provider,
    ] {
        let page = portal.look_up(Some(domain(other))).await.unwrap();
        assert_eq!(page.found, None, "{}", other.email);
    }
    // In the region, one that is still enrolling is told of as such.
    sqlx::query("update organization set country = 'TW' where id = $1")
        .bind(world.other_reseller.organization.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    let page = portal.look_up(Some(domain(&world.other_reseller))).await;
    let found = page.unwrap().found.unwrap();
    assert!(!found.enrolled);
    assert_eq!(found.standing.unwrap_err().code(), "capability_inactive");
}

#[tokio::test]
async fn only_providers_ask_and_only_so_often() {
    let world = World::new().await;
    let helpdesk = world.colleague(&world.provider, Role::HelpdeskAgent).await;
    let asked = || Some(domain(&world.reseller));
    let answer = world.portal(&helpdesk).look_up(asked()).await;
    assert_eq!(refused(answer), "role_missing");
    let answer = world.portal(&world.reseller).look_up(asked()).await;
    assert_eq!(refused(answer), "capability_inactive");
    let portal = world.portal(&world.provider);
    let mut answered = 0;
    while portal.look_up(asked()).await.is_ok() {
        answered += 1;
        assert!(answered < 200, "never limited");
    }
    // The page itself still opens.
    assert!(portal.look_up(None).await.is_ok());
}
