//! Publishing: what is asked of whom, and what stays.

use tierline_app::{
    agreement::{list::Unsigned, model::VersionState},
    error::PortalError,
    list::model::ListQuery,
};
use tierline_core::{agreement::Command, role::Role};

use super::*;
use crate::{
    agreement::command::TellPartners,
    organization::store as organizations,
    pipeline::{self, Principal},
    testing::world::refused,
};

#[tokio::test]
async fn the_operator_sees_which_version_is_signed_by_how_many() {
    let world = World::new().await;
    let portal = world.portal(&world.operator);
    assert!(portal.agreements().await.unwrap().versions.is_empty());
    let id = publish(&world, version("2")).await;
    let next = NewVersion {
        effective: Some(day(&world, 10)),
        must_be_signed_by: Some(day(&world, 40)),
        ..version("3")
    };
    publish(&world, next).await;
    sign(&world, &world.reseller).await;

    let page = portal.agreements().await.unwrap();
    let told: Vec<_> = page
        .versions
        .iter()
        .map(|row| (row.version.as_str(), row.state, row.signed, row.unsigned))
        .collect();
    assert_eq!(
        told,
        [
            ("3", VersionState::Scheduled, 0, 4),
            ("2", VersionState::InForce, 1, 3)
        ]
    );
    let version = portal.agreement_version(id, None).await.unwrap();
    let names: Vec<_> = version
        .unsigned
        .iter()
        .map(|row| row.party.name.as_str())
        .collect();
    assert_eq!(names, ["Contoso Distribution", "Tailspin", "Wide World"]);
    assert_eq!(version.text.words, ENGLISH);
    assert_eq!(version.timeline.entries.len(), 1);

    world.state.clock.advance(TimeDelta::days(10)).unwrap();
    let page = portal.agreements().await.unwrap();
    assert_eq!(page.versions[1].state, VersionState::Replaced);
}

#[tokio::test]
async fn a_name_is_given_once_and_english_is_never_missing() {
    let world = World::new().await;
    publish(&world, version("2")).await;
    let portal = world.portal(&world.operator);
    let again = portal.publish(version("2"), request()).await;
    assert_eq!(refused(again), "agreement_version_taken");
    let chinese = NewVersion {
        texts: vec![(Language::TraditionalChinese, CHINESE.to_owned())],
        ..version("3")
    };
    let answer = portal.publish(chinese, request()).await;
    assert_eq!(refused(answer), "agreement_texts");
    let backward = NewVersion {
        effective: Some(day(&world, 10)),
        must_be_signed_by: Some(day(&world, 9)),
        ..version("3")
    };
    let answer = portal.publish(backward, request()).await;
    assert_eq!(refused(answer), "agreement_dates");
    // A name that another agreement has is free.
    let other = NewVersion {
        kind: AgreementKind::IndirectResellerAgreement,
        ..version("2")
    };
    portal.publish(other, request()).await.unwrap();
}

#[tokio::test]
async fn the_deadline_moves_and_the_text_does_not() {
    let world = World::new().await;
    let by = day(&world, 5);
    let id = publish(
        &world,
        NewVersion {
            must_be_signed_by: Some(by),
            ..version("2")
        },
    )
    .await;
    let portal = world.portal(&world.operator);
    let later = Command::MoveDeadline {
        must_be_signed_by: Some(by + TimeDelta::days(45)),
    };
    portal.change_agreement(id, later, request()).await.unwrap();
    world.state.clock.advance(TimeDelta::days(6)).unwrap();
    let info = world.portal(&world.reseller).program_info().await.unwrap();
    assert_eq!(
        info.asked[0].must_be_signed_by,
        Some(by + TimeDelta::days(45))
    );
    let version = portal.agreement_version(id, None).await.unwrap();
    assert_eq!(version.timeline.entries.len(), 2);
    let changed = sqlx::query("update agreement_text set words = 'x'")
        .execute(&world.state.pool)
        .await;
    assert!(changed.is_err());
}

#[tokio::test]
async fn only_the_operators_program_admin_publishes() {
    let world = World::new().await;
    let id = publish(&world, version("2")).await;
    let reviewer = world.colleague(&world.operator, Role::Reviewer).await;
    let portal = world.portal(&reviewer);
    let answer = portal.publish(version("3"), request()).await;
    assert_eq!(refused(answer), "role_missing");
    let portal = world.portal(&world.provider);
    assert_eq!(portal.agreements().await, Err(PortalError::NotFound));
    let answer = portal.agreement_version(id, None).await;
    assert_eq!(answer, Err(PortalError::NotFound));
    let answer = portal.publish(version("3"), request()).await;
    assert_eq!(refused(answer), "role_missing");
}

#[tokio::test]
async fn a_deadline_lies_ahead_when_it_is_set_or_moved() {
    let world = World::new().await;
    let portal = world.portal(&world.operator);
    let past = NewVersion {
        effective: Some(day(&world, -10)),
        must_be_signed_by: Some(day(&world, -1)),
        ..version("2")
    };
    let answer = portal.publish(past, request()).await;
    assert_eq!(refused(answer), "agreement_deadline_past");
    let ahead = NewVersion {
        must_be_signed_by: Some(day(&world, 40)),
        effective: Some(day(&world, -10)),
        ..version("2")
    };
    let id = publish(&world, ahead).await;
    let back = Command::MoveDeadline {
        must_be_signed_by: Some(day(&world, -1)),
    };
    let answer = portal.change_agreement(id, back, request()).await;
    assert_eq!(refused(answer), "agreement_deadline_past");
}

/// One step of the mailing, with so many partners.
async fn step(world: &World, at_most: u32) -> Option<u64> {
    let step = TellPartners { at_most };
    pipeline::run(&world.state, Principal::Job, None, &step)
        .await
        .unwrap()
}

#[tokio::test]
async fn publishing_tells_each_partner_once_in_steps_that_go_on_where_one_broke_off() {
    let world = World::new().await;
    publish(&world, version("1.5")).await;
    sign(&world, &world.reseller).await;
    sqlx::query("delete from agreement_mailing")
        .execute(&world.state.pool)
        .await
        .unwrap();
    let asked = NewVersion {
        effective: Some(day(&world, 10)),
        must_be_signed_by: Some(day(&world, 40)),
        ..version("2")
    };
    publish(&world, asked).await;
    assert!(world.mailed("agreement_published").await.is_empty());
    assert_eq!(step(&world, 1).await, Some(1));
    // What another server has in hand is not done twice.
    let mut other = world.state.pool.begin().await.unwrap();
    let held = crate::agreement::store::mailing::next(&mut other)
        .await
        .unwrap();
    assert!(held.is_some());
    assert_eq!(step(&world, 1).await, None);
    other.rollback().await.unwrap();
    while step(&world, 2).await.is_some() {}

    let mut told = world.mailed("agreement_published").await;
    told.sort();
    let mut partners = [
        &world.provider,
        &world.other_provider,
        &world.reseller,
        &world.other_reseller,
    ]
    .map(|partner| partner.email.clone());
    partners.sort();
    assert_eq!(told, partners, "no customer, and nobody twice");
    let dated = "select count(*) from mail where kind = 'agreement_published' and text_body like '%December 31, 2026%'";
    assert_eq!(world.count(dated).await, 4);
}

/// The version that is to be signed in so many days; everybody knows of it.
async fn told_of(world: &World, days: i64) -> AgreementId {
    let asked = NewVersion {
        must_be_signed_by: Some(day(world, days)),
        ..version("2")
    };
    let id = publish(world, asked).await;
    while step(world, 10).await.is_some() {}
    id
}

async fn moved(world: &World, id: AgreementId, to: Option<Timestamp>) {
    let must_be_signed_by = to;
    let command = Command::MoveDeadline { must_be_signed_by };
    let portal = world.portal(&world.operator);
    portal
        .change_agreement(id, command, request())
        .await
        .unwrap();
}

#[tokio::test]
async fn a_moved_deadline_is_told_to_those_who_have_not_signed() {
    let world = World::new().await;
    let id = told_of(&world, 40).await;
    sign(&world, &world.reseller).await;
    moved(&world, id, Some(day(&world, 60))).await;
    assert_eq!(step(&world, 1).await, Some(1));
    // Moved once more meanwhile: the newest day reaches everybody, from the beginning.
    moved(&world, id, None).await;
    while step(&world, 2).await.is_some() {}
    let told = world.mailed("agreement_deadline_moved").await;
    assert_eq!(told.len(), 4, "{told:?}");
    assert!(!told.contains(&world.reseller.email), "{told:?}");
    let last = "select count(*) from mail where kind = 'agreement_deadline_moved'
        and text_body like '%no longer a deadline%'";
    assert_eq!(world.count(last).await, 3);
    // What is so already is no news.
    moved(&world, id, None).await;
    assert_eq!(step(&world, 10).await, None);
}

#[tokio::test]
async fn whoever_is_still_to_be_told_of_a_version_is_told_once() {
    let world = World::new().await;
    let asked = NewVersion {
        must_be_signed_by: Some(day(&world, 40)),
        ..version("2")
    };
    let id = publish(&world, asked).await;
    assert_eq!(step(&world, 1).await, Some(1));
    moved(&world, id, None).await;
    while step(&world, 1).await.is_some() {}
    assert_eq!(world.mailed("agreement_deadline_moved").await.len(), 1);
    assert_eq!(world.mailed("agreement_published").await.len(), 4);
    let dated = "select count(*) from mail where kind = 'agreement_published' and text_body like '%no deadline%'";
    assert_eq!(world.count(dated).await, 3);
}

#[tokio::test]
async fn those_who_have_not_signed_are_a_list_of_their_own() {
    let world = World::new().await;
    let id = publish(&world, version("2")).await;
    sign(&world, &world.reseller).await;
    let other = NewVersion {
        kind: AgreementKind::IndirectResellerAgreement,
        ..version("2")
    };
    let other = publish(&world, other).await;
    let portal = world.portal(&world.operator);
    let found = async |of: AgreementId, search: &str| {
        let query = ListQuery {
            of: of.to_string(),
            search: search.to_owned(),
            ..ListQuery::default()
        };
        let page = portal.listed::<Unsigned>(query).await.unwrap();
        let rows = page.partners.rows.into_iter();
        let names: Vec<_> = rows.map(|row| row.party.name.to_string()).collect();
        (names, page.partners.total)
    };
    let names = |of: &[&str]| of.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    let unsigned = names(&["Contoso Distribution", "Tailspin", "Wide World"]);
    assert_eq!(found(id, "").await, (unsigned, 3));
    assert_eq!(found(id, "tail").await, (names(&["Tailspin"]), 1));
    assert_eq!(found(id, "fabrikam").await, (names(&[]), 0));
    assert_eq!(found(other, "").await, (names(&[]), 0));
    for of in ["", "nothing", "0198c000-0000-7000-8000-000000000000"] {
        let query = ListQuery {
            of: of.to_owned(),
            ..ListQuery::default()
        };
        let answer = portal.listed::<Unsigned>(query).await;
        assert_eq!(answer.err(), Some(PortalError::NotFound));
    }
    let partner = world.portal(&world.provider);
    let query = ListQuery {
        of: id.to_string(),
        ..ListQuery::default()
    };
    let answer = partner.listed::<Unsigned>(query).await;
    assert_eq!(answer.err(), Some(PortalError::NotFound));
}

#[tokio::test]
async fn nobody_is_told_who_still_enrolls_or_has_signed_already() {
    let world = World::new().await;
    for (partner, state) in [
        (&world.provider, "ended"),
        (&world.other_provider, "ended"),
        (&world.other_reseller, "enrolling"),
    ] {
        let change = "update organization set capabilities =
            (select jsonb_object_agg(key, $2::text) from jsonb_each(capabilities)) where id = $1";
        sqlx::query(change)
            .bind(partner.organization.into_uuid())
            .bind(state)
            .execute(&world.state.pool)
            .await
            .unwrap();
    }
    publish(&world, version("2")).await;
    sign(&world, &world.reseller).await;
    while step(&world, 10).await.is_some() {}
    assert!(world.mailed("agreement_published").await.is_empty());
}

/// What decides is loaded, however many versions there are: a signature of an old one counts until a newer one is due.
#[tokio::test]
async fn of_many_versions_those_are_loaded_that_decide() {
    let world = World::new().await;
    for name in ["2", "3", "4", "5", "6"] {
        publish(&world, version(name)).await;
        if name == "3" {
            sign(&world, &world.reseller).await;
        }
    }
    let due = NewVersion {
        must_be_signed_by: Some(day(&world, 5)),
        ..version("7")
    };
    publish(&world, due).await;
    publish(&world, version("8")).await;
    let own = world.reseller.organization.into_uuid();
    let loaded = async |days| {
        let mut db = world.state.pool.acquire().await.unwrap();
        let now = day(&world, days);
        let found = organizations::recorded(&mut db, &[own], now).await.unwrap();
        let recorded = found.into_iter().next().unwrap();
        let mut names: Vec<_> = recorded
            .agreements
            .iter()
            .map(|it| it.version.to_string())
            .collect();
        names.sort();
        (names, recorded.at(now).agreement.is_some())
    };
    assert_eq!(
        loaded(1).await,
        (vec!["3".to_owned(), "8".to_owned()], true)
    );
    let all = ["3", "7", "8"].map(str::to_owned).to_vec();
    assert_eq!(loaded(6).await, (all, false));
}
