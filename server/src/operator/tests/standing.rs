//! Each reason of a suspension, and marks for offboarding.

use chrono::TimeDelta;
use tierline_app::{
    list::model::ListQuery,
    operator::{list::Organizations, model::OrganizationRow, state as shown},
    portal::all::*,
};
use tierline_core::{
    Timestamp,
    organization::{CapabilityState, Offboard, SuspendedBy},
    role::Role,
};

use super::*;

async fn row(world: &World, of: OrganizationId) -> OrganizationRow {
    let page = world
        .portal(&world.operator)
        .listed::<Organizations>(ListQuery::default())
        .await
        .unwrap();
    let mut rows = page.organizations.rows.into_iter();
    rows.find(|row| row.id == of).unwrap()
}

#[tokio::test]
async fn the_row_and_the_page_say_by_whom_a_partner_is_suspended() {
    let world = World::new().await;
    let (by, of) = (&world.operator, world.reseller.organization);
    assert_eq!(row(&world, of).await.suspended_by, []);
    change(&world, by, of, true).await.unwrap();
    assert_eq!(row(&world, of).await.suspended_by, [SuspendedBy::Operator]);
    let page = world.portal(by).organization(of, "").await.unwrap();
    let capability = Capability::IndirectReseller;
    assert_eq!(
        page.organization.suspended_by(capability),
        [SuspendedBy::Operator]
    );
}

/// A list that shows what is stored would call it active until a job has run, and for good where none records it.
#[tokio::test]
async fn the_list_shows_what_has_lapsed_by_now() {
    let world = World::new().await;
    let of = world.reseller.organization;
    assert_eq!(row(&world, of).await.agreement.as_deref(), Some("1"));
    let by = world.now() + TimeDelta::days(1);
    let text = (
        tierline_core::market::Language::English,
        "Be kind.".to_owned(),
    );
    let new = tierline_app::portal::NewVersion {
        kind: tierline_core::agreement::AgreementKind::PartnerAgreement,
        version: "2".parse().unwrap(),
        texts: vec![text],
        effective: None,
        must_be_signed_by: Some(by),
    };
    world.state.clock.advance(TimeDelta::seconds(1)).unwrap();
    world
        .portal(&world.operator)
        .publish(new, request())
        .await
        .unwrap();
    world.state.clock.advance(TimeDelta::days(2)).unwrap();
    assert_eq!(row(&world, of).await.agreement, None);
}

/// A direct-bill partner, with its global admin.
async fn direct(world: &World) -> Person {
    let partner = world.other_reseller.clone();
    sqlx::query(
        "update organization set capabilities = '{\"direct_bill\": \"active\"}' where id = $1",
    )
    .bind(partner.organization.into_uuid())
    .execute(&world.state.pool)
    .await
    .unwrap();
    partner
}

async fn mark(
    world: &World,
    of: OrganizationId,
    from: Option<Timestamp>,
) -> Result<(), PortalError> {
    let reason = "too few customers".parse().unwrap();
    let mark = Offboard::Mark { from };
    let portal = world.portal(&world.operator);
    portal.change_offboarding(of, mark, reason, request()).await
}

async fn take_back(world: &World, of: OrganizationId) -> Result<(), PortalError> {
    let reason = "many customers again".parse().unwrap();
    let portal = world.portal(&world.operator);
    portal
        .change_offboarding(of, Offboard::TakeBack, reason, request())
        .await
}

async fn state(world: &World, of: OrganizationId) -> Option<CapabilityState> {
    row(world, of).await.capabilities.direct_bill
}

#[tokio::test]
async fn a_mark_applies_from_its_day_on_and_is_recorded_once() {
    let world = World::new().await;
    let partner = direct(&world).await;
    let of = partner.organization;
    let from = world.now() + TimeDelta::days(30);
    mark(&world, of, Some(from)).await.unwrap();
    assert_eq!(
        world.mailed("offboarding_marked").await,
        std::slice::from_ref(&partner.email)
    );
    assert_eq!(row(&world, of).await.offboarding, Some(from));
    assert_eq!(state(&world, of).await, Some(CapabilityState::Active));
    // On its overview, with the reason.
    let overview = world.portal(&partner).overview().await.unwrap();
    let told = overview.organization.offboarding.unwrap();
    assert_eq!(told.reason.as_str(), "too few customers");
    assert_eq!(refused(mark(&world, of, None).await), "offboarding_marked");

    world.state.clock.advance(TimeDelta::days(30)).unwrap();
    // No job has run yet.
    assert_eq!(state(&world, of).await, Some(CapabilityState::Offboarding));
    given::time_has_passed(&world.state).await;
    given::time_has_passed(&world.state).await;
    let begun = "select count(*) from event where body -> 'event' ->> 'type' = 'offboarding_begun'";
    assert_eq!(world.count(begun).await, 1);
    let stored = given::stored_organization(&world.state.pool, of).await;
    let direct = stored.capabilities.state(Capability::DirectBill);
    assert_eq!(direct, Some(CapabilityState::Offboarding));

    take_back(&world, of).await.unwrap();
    assert_eq!(
        world.mailed("offboarding_taken_back").await,
        [partner.email]
    );
    assert_eq!(state(&world, of).await, Some(CapabilityState::Active));
    assert_eq!(refused(take_back(&world, of).await), "offboarding_unmarked");
    let page = world
        .portal(&world.operator)
        .organization(of, "")
        .await
        .unwrap();
    assert!(page.may_mark.is_ok() && page.may_take_back.is_err());
    let newest = &page.timeline.entries[0].told;
    assert_eq!(newest.reason.as_deref(), Some("many customers again"));
}

#[tokio::test]
async fn a_mark_is_found_by_the_filter() {
    let world = World::new().await;
    let partner = direct(&world).await;
    let found = async |query: &str| {
        let page = world
            .portal(&world.operator)
            .listed::<Organizations>(ListQuery::parse(query))
            .await
            .unwrap();
        let rows = page.organizations.rows.into_iter();
        rows.map(|row| row.name).collect::<Vec<_>>()
    };
    assert!(found("offboarding=marked").await.is_empty());
    let unmarked = found("offboarding=unmarked").await;
    assert!(unmarked.contains(&"Tailspin".to_owned()), "{unmarked:?}");
    mark(&world, partner.organization, None).await.unwrap();
    assert_eq!(found("offboarding=marked").await, ["Tailspin"]);
    // At once, as no day was said.
    assert_eq!(
        state(&world, partner.organization).await,
        Some(CapabilityState::Offboarding)
    );
}

/// The filter by state finds what the rows say, whether or not a job has recorded it; so do the count and the file.
#[tokio::test]
async fn the_filter_by_state_goes_by_this_moment() {
    let world = World::new().await;
    let partner = direct(&world).await;
    let from = world.now() + TimeDelta::days(30);
    mark(&world, partner.organization, Some(from))
        .await
        .unwrap();
    let portal = world.portal(&world.operator);
    let agree = async || {
        let listed = async |query: String| {
            let query = ListQuery::parse(&query);
            let page = portal.listed::<Organizations>(query).await.unwrap();
            page.organizations
        };
        let all = listed(String::new()).await.rows;
        let mut offboarding = Vec::new();
        for state in shown::ALL {
            let code = shown::code(state);
            let is_in = |row: &&OrganizationRow| {
                let mut held = Capability::ALL.into_iter();
                held.any(|it| row.capabilities.state(it) == Some(state))
            };
            let expected: Vec<_> = all.iter().filter(is_in).map(|row| row.id).collect();
            let found = listed(format!("state={code}")).await;
            let rows: Vec<_> = found.rows.iter().map(|row| row.id).collect();
            assert_eq!(rows, expected, "{code}");
            assert_eq!(found.total, expected.len() as u64, "{code}");
            let direct = listed(format!("capability=direct_bill&state={code}")).await;
            if state == CapabilityState::Offboarding {
                offboarding = direct.rows.into_iter().map(|row| row.id).collect();
            }
        }
        offboarding
    };
    assert!(agree().await.is_empty());
    world.state.clock.advance(TimeDelta::days(30)).unwrap();
    assert_eq!(agree().await, [partner.organization]);
    given::time_has_passed(&world.state).await;
    assert_eq!(agree().await, [partner.organization]);
}

#[tokio::test]
async fn only_a_program_admin_marks_and_only_direct_bill_partners() {
    let world = World::new().await;
    let reseller = mark(&world, world.reseller.organization, None).await;
    assert_eq!(refused(reseller), "not_direct_bill");
    let past = world.now() - TimeDelta::days(1);
    let partner = direct(&world).await;
    let answer = mark(&world, partner.organization, Some(past)).await;
    assert_eq!(refused(answer), "offboarding_past");
    let reviewer = world.colleague(&world.operator, Role::Reviewer).await;
    for by in [&reviewer, &partner] {
        let reason = "too few customers".parse().unwrap();
        let mark = Offboard::Mark { from: None };
        let answer = world
            .portal(by)
            .change_offboarding(partner.organization, mark, reason, request())
            .await;
        assert_eq!(refused(answer), "role_missing");
    }
}

#[tokio::test]
async fn a_history_links_no_page_that_its_reader_cannot_open() {
    let world = World::new().await;
    change(&world, &world.operator, world.reseller.organization, true)
        .await
        .unwrap();
    let reviewer = world.colleague(&world.operator, Role::Reviewer).await;
    for (reader, opens) in [(&world.operator, true), (&reviewer, false)] {
        let overview = world.portal(reader).overview().await.unwrap();
        let about = overview.recent[0].about.clone().unwrap();
        assert_eq!(about.name, "Fabrikam");
        assert_eq!(about.page.is_some(), opens, "{:?}", reader.roles);
    }
}

/// The index of those that enroll is used only for a question that asks of no capability but those in it.
#[tokio::test]
async fn every_capability_is_in_the_index_of_those_that_enroll() {
    let world = World::new().await;
    let index: String = sqlx::query_scalar(
        "select indexdef from pg_indexes where indexname = 'organization_enrolling'",
    )
    .fetch_one(&world.state.pool)
    .await
    .unwrap();
    for capability in Capability::ALL {
        let named = format!("\\\"{}\\\"", capability.code());
        assert!(index.contains(&named), "{named} in {index}");
    }
}
