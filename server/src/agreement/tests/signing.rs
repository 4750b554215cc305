//! Signing: by whom, once, and only what is in force.

use tierline_app::{error::PortalError, overview::model::Waiting};
use tierline_core::{Refusal, refusal::NextStep, role::Role};

use super::*;
use crate::{
    agreement::{query, receipt},
    testing::world::refused,
};

#[tokio::test]
async fn a_signature_keeps_what_was_signed_and_by_whom() {
    let world = World::new().await;
    publish(&world, version("2")).await;
    let anna = &world.reseller;
    let portal = world.portal(anna);
    assert!(matches!(
        &portal.overview().await.unwrap().for_us[..],
        [Waiting::AgreementAsked { version, .. }] if version == "2"
    ));

    sign(&world, anna).await;

    let overview = portal.overview().await.unwrap();
    assert!(overview.for_us.is_empty(), "{:?}", overview.for_us);
    assert_eq!(overview.accepted.unwrap().version, "2");
    let info = portal.program_info().await.unwrap();
    assert!(info.asked.is_empty());
    let here = info.signed[0].here.as_ref().unwrap();
    assert_eq!(here.account, anna.email);
    assert_eq!(here.language, Language::English);
    assert_eq!(here.digest, crate::agreement::store::digest(ENGLISH));
    let mailed = world.mailed("agreement_signed").await;
    assert_eq!(mailed, [anna.email.as_str()]);
    // The signature that was entered before is still there, as one from outside.
    let stored: String =
        sqlx::query_scalar("select agreement ->> 'version' from organization where id = $1")
            .bind(anna.organization.into_uuid())
            .fetch_one(&world.state.pool)
            .await
            .unwrap();
    assert_eq!(stored, "2");
}

#[tokio::test]
async fn the_hash_is_that_of_the_downloaded_text() {
    let world = World::new().await;
    let id = publish(&world, version("2")).await;
    let portal = world.portal(&world.reseller);
    for (language, words) in [
        (Language::English, ENGLISH),
        (Language::TraditionalChinese, CHINESE),
    ] {
        let shown = read(&world, &world.reseller, language).await;
        let mut snapshot = portal.read().await.unwrap();
        let (name, file) = query::file(&mut snapshot, id, language).await.unwrap();
        assert_eq!(file, words);
        assert_eq!(shown.digest, crate::agreement::store::digest(&file));
        assert!(name.starts_with("partner-agreement-2-"), "{name}");
    }
    // Nobody else reads it, and there is no Simplified Chinese.
    let sales = world.colleague(&world.reseller, Role::SalesAgent).await;
    let mut snapshot = world.portal(&sales).read().await.unwrap();
    let answer = query::file(&mut snapshot, id, Language::English).await;
    assert_eq!(refused(answer), "role_missing");
    let mut snapshot = portal.read().await.unwrap();
    let answer = query::file(&mut snapshot, id, Language::SimplifiedChinese).await;
    assert_eq!(answer, Err(PortalError::NotFound));
}

#[tokio::test]
async fn an_agreement_that_was_replaced_while_it_was_read_is_not_signed() {
    let world = World::new().await;
    publish(&world, version("2")).await;
    let old = read(&world, &world.reseller, Language::English).await;
    publish(
        &world,
        NewVersion {
            effective: Some(day(&world, 1)),
            ..version("3")
        },
    )
    .await;
    // Published is not in force.
    assert_eq!(
        read(&world, &world.reseller, Language::English)
            .await
            .version,
        old.version
    );
    world.state.clock.advance(TimeDelta::days(1)).unwrap();
    let portal = world.portal(&world.reseller);
    assert_eq!(
        refused(portal.sign(old, request()).await),
        "agreement_not_in_force"
    );
    sign(&world, &world.reseller).await;
    let signed = portal.program_info().await.unwrap().signed;
    assert_eq!(signed[0].version, "3");
}

#[tokio::test]
async fn a_text_that_was_not_shown_is_not_signed() {
    let world = World::new().await;
    publish(&world, version("2")).await;
    let mut read = read(&world, &world.reseller, Language::English).await;
    read.digest = other_digest();
    let answer = world.portal(&world.reseller).sign(read, request()).await;
    assert_eq!(refused(answer), "agreement_text_differs");
}

#[tokio::test]
async fn of_two_who_sign_at_once_one_does() {
    let world = World::new().await;
    publish(&world, version("2")).await;
    let other = world.colleague(&world.reseller, Role::GlobalAdmin).await;
    let what = read(&world, &world.reseller, Language::English).await;
    let (one, two) = (world.portal(&world.reseller), world.portal(&other));
    let (first, second) = tokio::join!(
        one.sign(what.clone(), request()),
        two.sign(what.clone(), request())
    );
    let answers = [first, second];
    let done = answers.iter().filter(|answer| answer.is_ok()).count();
    assert_eq!(done, 1, "{answers:?}");
    let late = answers.into_iter().find(Result::is_err).unwrap();
    assert_eq!(refused(late), "agreement_signed");
    let kept = "select count(*) from agreement_signature";
    assert_eq!(world.count(kept).await, 1);
    let events = "select count(*) from event where body -> 'event' ->> 'type' = 'agreement_signed'";
    assert_eq!(world.count(events).await, 1);

    // The same request once more gets the first answer.
    let again = request();
    let what = {
        publish(&world, version("3")).await;
        read(&world, &world.reseller, Language::English).await
    };
    for _ in 0..2 {
        one.sign(what.clone(), again).await.unwrap();
    }
    assert_eq!(world.count(kept).await, 2);
}

#[tokio::test]
async fn only_a_global_admin_signs_and_others_see_who_can() {
    let world = World::new().await;
    publish(&world, version("2")).await;
    let what = read(&world, &world.reseller, Language::English).await;
    for role in [Role::AdminAgent, Role::SalesAgent, Role::ReportViewer] {
        let other = world.colleague(&world.reseller, role).await;
        let portal = world.portal(&other);
        let page = portal
            .agreement(AgreementKind::PartnerAgreement, None)
            .await
            .unwrap();
        assert!(page.text.is_none(), "{role:?} reads the text");
        assert_eq!(page.signers, ["Anna"], "{role:?}");
        assert_eq!(page.may_sign.unwrap_err().code(), "role_missing");
        let answer = portal.sign(what.clone(), request()).await;
        assert_eq!(refused(answer), "role_missing", "{role:?}");
    }
    // It is no agreement of a customer.
    let portal = world.portal(&world.customer);
    let page = portal
        .agreement(AgreementKind::PartnerAgreement, None)
        .await;
    assert_eq!(page.map(drop), Err(PortalError::NotFound));
    // Nor is the other one for a reseller that was never anything else.
    let page = world
        .portal(&world.reseller)
        .agreement(AgreementKind::IndirectResellerAgreement, None)
        .await
        .unwrap();
    assert_eq!(page.may_sign.unwrap_err().code(), "agreement_not_offered");
}

#[tokio::test]
async fn past_the_date_an_unsigned_partner_transacts_nothing_until_it_signs() {
    let world = World::new().await;
    world.partners().await;
    publish(
        &world,
        NewVersion {
            must_be_signed_by: Some(day(&world, 30)),
            ..version("2")
        },
    )
    .await;
    let (provider, reseller) = (world.portal(&world.provider), world.portal(&world.reseller));
    // Asked, and not late: business goes on, and the list says that it may.
    let ask = |n: i32| {
        let portal = world.portal(&world.provider);
        async move {
            let to = format!("anna{n}@nowhere.example");
            portal
                .draft_invitation(
                    tierline_app::portal::NewInvitation::Partnership,
                    crate::testing::world::message(&to),
                    request(),
                )
                .await
        }
    };
    ask(1).await.unwrap();
    world.state.clock.advance(TimeDelta::days(30)).unwrap();
    let Err(PortalError::Refused(refusal)) = ask(2).await else {
        panic!("not refused");
    };
    assert_eq!(refusal.code(), "agreement_unsigned");
    assert_eq!(refusal.next_step(), NextStep::SignAgreement);
    assert!(matches!(*refusal, Refusal::Organization(_)));
    // The page of the refused action says so in advance, and the provider sees it of its reseller.
    let mut resellers = provider
        .listed::<tierline_app::partnership::list::Resellers>(
            tierline_app::list::model::ListQuery::default(),
        )
        .await
        .unwrap();
    assert_eq!(resellers.organization.agreement, None);
    assert!(!resellers.partners.rows.remove(0).signed);

    sign(&world, &world.provider).await;
    ask(3).await.unwrap();
    sign(&world, &world.reseller).await;
    let resellers = provider
        .listed::<tierline_app::partnership::list::Resellers>(
            tierline_app::list::model::ListQuery::default(),
        )
        .await
        .unwrap();
    assert!(resellers.partners.rows[0].signed);
    assert!(reseller.program_info().await.unwrap().asked.is_empty());
}

#[tokio::test]
async fn past_the_date_no_order_is_placed_and_the_way_to_sign_is_shown() {
    let world = World::new().await;
    world.partners().await;
    world.joint_customer().await;
    publish(
        &world,
        NewVersion {
            must_be_signed_by: Some(day(&world, 30)),
            ..version("2")
        },
    )
    .await;
    let portal = world.portal(&world.provider);
    let order = || {
        let lines = vec![(world.sku, 1)];
        portal.place_order(world.customer.organization, lines, None, request())
    };
    order().await.unwrap();
    world.state.clock.advance(TimeDelta::days(30)).unwrap();
    let Err(PortalError::Refused(refusal)) = order().await else {
        panic!("not refused");
    };
    assert_eq!(refusal.code(), "agreement_unsigned");
    // The link is that of the agreement, for whoever reads the refusal.
    let session = portal.caller.info.clone().unwrap();
    let (href, _) =
        tierline_app::refusal::remedy(tierline_app::i18n::Lang::En, &refusal, Some(&session), None)
            .unwrap();
    assert_eq!(href, "/agreement/partner_agreement");
    sign(&world, &world.provider).await;
    order().await.unwrap();
}

/// A receipt that `pdftotext` reads: skipped, and said so, where that program is missing.
#[tokio::test]
async fn a_receipt_tells_signer_version_and_text_in_chinese() {
    let world = World::new().await;
    let id = publish(&world, version("2026-02")).await;
    let what = read(&world, &world.reseller, Language::TraditionalChinese).await;
    let portal = world.portal(&world.reseller);
    portal.sign(what.clone(), request()).await.unwrap();
    let (name, bytes) = receipt(portal.call(), id).await.unwrap();
    assert_eq!(name, "receipt-partner-agreement-2026-02");
    let Some(text) = crate::pdf::tests::text_of(&bytes) else {
        return;
    };
    let digest = what.digest.to_string();
    for expected in [
        "Anna",
        world.reseller.email.as_str(),
        "2026-02",
        "合作夥伴合約",
        "友善",
        "Fabrikam",
    ] {
        assert!(text.contains(expected), "no `{expected}` in:\n{text}");
    }
    // A long hash is broken into lines, and nothing of it is lost.
    let together: String = text.split_whitespace().collect();
    assert!(together.contains(&digest), "{text}");
    // Nobody else's, and nobody's without a signature.
    let other = world.portal(&world.other_reseller);
    let answer = receipt(other.call(), id).await;
    assert_eq!(answer, Err(PortalError::NotFound));
}

#[tokio::test]
async fn an_old_signature_is_found_behind_all_that_are_listed() {
    use crate::{agreement::store, store::Hold};

    let world = World::new().await;
    let id = publish(&world, version("2")).await;
    sign(&world, &world.reseller).await;
    sqlx::query(
        "insert into agreement_signature (organization_id, kind, name, at, body, organization, signer, account)
         select organization_id, kind, 'later ' || n, at + n * interval '1 second', body, organization, signer, account
         from agreement_signature, generate_series(1, 250) n where name = '2'",
    )
    .execute(&world.state.pool)
    .await
    .unwrap();
    let mut db = world.state.pool.acquire().await.unwrap();
    let own = world.reseller.organization;
    let listed = store::signatures(&mut db, own).await.unwrap();
    assert_eq!(listed.len(), 200);
    let version = store::by_id(&mut db, id, Hold::Free)
        .await
        .unwrap()
        .unwrap();
    let found = store::signature_of(&mut db, own, &version.value).await;
    assert_eq!(found.unwrap().unwrap().account, world.reseller.email);
}
