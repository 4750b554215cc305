//! Associating an MPN ID with a tenant.

use tierline_app::{
    error::{FieldProblem, PortalError},
    portal::all::*,
};
use tierline_core::{role::Role, text::MpnId};

use super::{PASSWORD, in_use, member, postpone};
use crate::{
    check::check,
    clock::Clock,
    testing::{
        given,
        world::{Person, World, refused, request},
    },
};

const ACCOUNT: &str = "mpn@fabrikam.example";

fn mpn(text: &str) -> MpnId {
    text.parse().unwrap()
}

/// A world in which the reseller has postponed its MPN ID.
async fn world() -> World {
    let world = World::new().await;
    member(&world, ACCOUNT).await;
    postpone(&world, &world.reseller).await;
    world
}

async fn prove(world: &World, person: &Person) {
    let portal = world.portal(person);
    portal.prove_membership(ACCOUNT, PASSWORD).await.unwrap();
}

async fn associate(world: &World, person: &Person, text: &str) -> Result<(), PortalError> {
    let portal = world.portal(person);
    portal.associate_mpn(mpn(text), request()).await
}

/// What the registry deactivates stops new business, is mailed once, and is replaced by another location.
#[tokio::test]
async fn an_inactive_location_is_replaced() {
    let world = world().await;
    let by = &world.reseller;
    prove(&world, by).await;
    let fitting = world
        .portal(by)
        .identifiers()
        .await
        .unwrap()
        .proved
        .unwrap();
    let own = fitting.profiles[0]
        .locations
        .iter()
        .find(|it| it.fits.is_ok());
    let own = own.unwrap().mpn.clone();
    associate(&world, by, &own).await.unwrap();
    let active = async |active: bool| {
        let set = "update registry_mpn set is_active = $2 where mpn = $1";
        sqlx::query(set)
            .bind(&own)
            .bind(active)
            .execute(&world.state.pool)
            .await
            .unwrap();
        let set = "update registry_member set body = jsonb_set(body, '{profiles,0,locations}', (
            select jsonb_agg(case l ->> 'mpn' when $1 then jsonb_set(l, '{is_active}', to_jsonb($2)) else l end)
            from jsonb_array_elements(body -> 'profiles' -> 0 -> 'locations') l))";
        sqlx::query(set)
            .bind(&own)
            .bind(active)
            .execute(&world.state.pool)
            .await
            .unwrap();
        given::time_has_passed(&world.state).await;
        given::time_has_passed(&world.state).await;
    };
    active(false).await;
    let organization = given::stored_organization(&world.state.pool, by.organization).await;
    assert!(organization.mpn_inactive.is_some());
    assert_eq!(
        world.mailed("mpn_location_changed").await,
        std::slice::from_ref(&by.email)
    );
    let page = world.portal(by).identifiers().await.unwrap();
    assert!(page.may.is_ok(), "another one can be chosen");
    active(true).await;
    let organization = given::stored_organization(&world.state.pool, by.organization).await;
    assert_eq!(organization.mpn_inactive, None);
    assert_eq!(world.mailed("mpn_location_changed").await.len(), 2);
    active(false).await;
    // A new location of the same member takes its place.
    prove(&world, by).await;
    let name = "Fabrikam South".parse().unwrap();
    world
        .portal(by)
        .add_location(mpn("7100000"), name, request())
        .await
        .unwrap();
    let organization = given::stored_organization(&world.state.pool, by.organization).await;
    assert_eq!(organization.mpn_inactive, None);
    assert_ne!(organization.mpn, Some(mpn(&own)));
}

/// An MPN ID of another country, which the operator can enter before a partner moves there, counts once it has.
#[tokio::test]
async fn a_location_elsewhere_counts_after_the_move() {
    let world = world().await;
    let by = &world.other_reseller;
    in_use(&world, by, "7100002").await;
    given::time_has_passed(&world.state).await;
    given::time_has_passed(&world.state).await;
    let told = "select text_body from mail where kind = 'mpn_location_changed'";
    let told: Vec<String> = sqlx::query_scalar(told)
        .fetch_all(&world.state.pool)
        .await
        .unwrap();
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("Germany"), "{told:?}");
    let page = world.portal(by).identifiers().await.unwrap();
    let place = page.mpn.unwrap().place.unwrap();
    assert!(place.is_active && place.country != page.country);
    assert!(page.may.is_ok(), "one of its own country can be chosen");
    let reason = "it has moved".parse().unwrap();
    let operator = world.portal(&world.operator);
    operator
        .change_country(by.organization, place.country, reason, request())
        .await
        .unwrap();
    given::time_has_passed(&world.state).await;
    let organization = given::stored_organization(&world.state.pool, by.organization).await;
    assert_eq!(organization.mpn_inactive, None);
    assert_eq!(organization.mpn, Some(mpn("7100002")));
}

#[tokio::test]
async fn a_postponed_mpn_id_is_associated_later() {
    let world = world().await;
    let by = &world.reseller;
    let before = world.portal(by).identifiers().await.unwrap();
    assert!(before.mpn.is_none() && before.proved.is_none() && before.may.is_ok());

    prove(&world, by).await;
    let proved = world
        .portal(by)
        .identifiers()
        .await
        .unwrap()
        .proved
        .unwrap();
    let fits: Vec<_> = proved.profiles[0]
        .locations
        .iter()
        .map(|it| it.fits.as_ref().map_err(tierline_core::Refusal::code))
        .map(|fits| fits.err().unwrap_or("fits"))
        .collect();
    assert_eq!(fits, ["fits", "mpn_elsewhere", "mpn_inactive"]);

    associate(&world, by, "7100001").await.unwrap();
    let after = world.portal(by).identifiers().await.unwrap();
    let own = after.mpn.unwrap();
    assert_eq!(
        (own.mpn.as_str(), own.place.unwrap().is_active),
        ("7100001", true)
    );
    // One tenant, one ID; and the sign-in is used up.
    assert_eq!(after.may.unwrap_err().code(), "mpn_associated");
    assert!(after.proved.is_none());
    assert_eq!(
        refused(associate(&world, by, "7100001").await),
        "mpn_associated"
    );
}

#[tokio::test]
async fn what_does_not_fit_is_refused_by_its_reason() {
    let world = world().await;
    let by = &world.reseller;
    assert_eq!(
        refused(associate(&world, by, "7100001").await),
        "membership_unproved"
    );
    prove(&world, by).await;
    for (text, code) in [
        ("7100002", "mpn_elsewhere"),
        ("7100003", "mpn_inactive"),
        ("7100000", "mpn_of_profile"),
        ("7999999", "mpn_unknown"),
    ] {
        assert_eq!(refused(associate(&world, by, text).await), code, "{text}");
    }
    assert_eq!(
        given::stored_organization(&world.state.pool, by.organization)
            .await
            .mpn,
        None
    );
}

#[tokio::test]
async fn of_two_tenants_that_want_one_mpn_id_one_gets_it() {
    let world = world().await;
    postpone(&world, &world.other_reseller).await;
    let (first, second) = (&world.reseller, &world.other_reseller);
    prove(&world, first).await;
    prove(&world, second).await;
    let (one, other) = tokio::join!(
        associate(&world, first, "7100001"),
        associate(&world, second, "7100001")
    );
    let refusals: Vec<_> = [one, other].into_iter().filter(Result::is_err).collect();
    assert_eq!(refusals.len(), 1);
    assert_eq!(refused(refusals.into_iter().next().unwrap()), "mpn_taken");
    let tenants = "select count(*) from organization where mpn = '7100001'";
    assert_eq!(world.count(tenants).await, 1);
}

#[tokio::test]
async fn a_location_is_added_with_a_new_mpn_id() {
    let world = world().await;
    let by = &world.reseller;
    prove(&world, by).await;
    let name = "Fabrikam Kaohsiung".parse().unwrap();
    let portal = world.portal(by);
    portal
        .add_location(mpn("7100000"), name, request())
        .await
        .unwrap();
    let own = portal.identifiers().await.unwrap().mpn.unwrap();
    let place = own.place.unwrap();
    assert_eq!(place.location, "Fabrikam Kaohsiung");
    assert_eq!(place.country.code(), "TW");
    let report = check(&world.state.pool).await.unwrap();
    // What is put there for a test has no whole history, but the member has.
    let mut differ = report.differ.first.iter();
    assert!(!differ.any(|(object, _)| *object == "member"), "{report:?}");
}

#[tokio::test]
async fn a_wrong_password_is_limited_like_a_sign_in() {
    let world = world().await;
    let portal = world.portal(&world.reseller);
    for (account, password) in [(ACCOUNT, "wrong"), ("nobody@fabrikam.example", PASSWORD)] {
        let answer = portal.prove_membership(account, password).await;
        let wrong = PortalError::field("member_password", FieldProblem::Credentials);
        assert_eq!(answer, Err(wrong), "{account}");
    }
    let mut last = Ok(());
    for _ in 0..10 {
        last = portal.prove_membership(ACCOUNT, "wrong").await;
    }
    assert!(matches!(last, Err(PortalError::TooMany { .. })), "{last:?}");
    // The right one does not help any more.
    let right = portal.prove_membership(ACCOUNT, PASSWORD).await;
    assert!(
        matches!(right, Err(PortalError::TooMany { .. })),
        "{right:?}"
    );
    assert!(portal.identifiers().await.unwrap().proved.is_none());
}

#[tokio::test]
async fn a_sign_in_counts_for_an_hour_and_for_its_user() {
    let mut world = world().await;
    prove(&world, &world.reseller).await;
    let colleague = world.colleague(&world.reseller, Role::AdminAgent).await;
    assert_eq!(
        refused(associate(&world, &colleague, "7100001").await),
        "membership_unproved"
    );
    world.state.clock = Clock::manual(world.now() + chrono::TimeDelta::hours(1));
    let late = associate(&world, &world.reseller, "7100001").await;
    assert_eq!(refused(late), "membership_unproved");
}

#[tokio::test]
async fn whoever_may_not_associate_does_not_get_to_guess() {
    let world = world().await;
    let sales = world.colleague(&world.reseller, Role::SalesAgent).await;
    let portal = world.portal(&sales);
    let answer = portal.prove_membership(ACCOUNT, PASSWORD).await;
    assert_eq!(refused(answer), "role_missing");
    let page = portal.identifiers().await.unwrap();
    assert_eq!(page.may.unwrap_err().code(), "role_missing");
}
