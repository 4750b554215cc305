//! The choice of a partner among more than a page lists.

use tierline_app::customer::list::Customers;
use tierline_app::portal::all::*;
use tierline_app::{
    customer::model::CustomerDraft,
    error::PortalError,
    list::model::ListQuery,
    partnership::model::{Among, Finding, PartnerChoices},
    portal::DraftCheck,
};
use tierline_core::{
    ids::{CustomerDraftId, OrganizationId},
    role::Role,
};
use uuid::Uuid;

use crate::testing::world::World;

fn names(choices: &PartnerChoices) -> Vec<&str> {
    let names = choices.partners.iter();
    names.map(|choice| choice.party.name.as_str()).collect()
}

fn find(words: &str, chosen: Option<OrganizationId>) -> Finding {
    Finding {
        words: words.to_owned(),
        chosen,
    }
}

async fn resellers(world: &World, finding: Finding) -> PartnerChoices {
    let portal = world.portal(&world.provider);
    let choices = portal
        .partner_choices(Among::Resellers, None, finding)
        .await;
    choices.unwrap()
}

#[tokio::test]
async fn the_first_are_listed_and_the_others_found_and_the_chosen_one_is_always_there() {
    let world = World::new().await;
    world.partners().await;
    let few = resellers(&world, Finding::default()).await;
    assert_eq!(names(&few), ["Fabrikam"]);
    assert!(!few.is_part());

    let more = world.more_resellers(60).await;
    let first = resellers(&world, Finding::default()).await;
    assert_eq!(first.partners.len(), 50);
    assert_eq!(names(&first)[..2], ["Fabrikam", "Reseller 001"]);
    assert_eq!(names(&first)[49], "Reseller 049");
    assert!(first.has_more && first.is_part() && !first.is_nothing_found);

    let found = resellers(&world, find(" 055 ", None)).await;
    assert_eq!(names(&found), ["Reseller 055"]);
    assert!(!found.has_more && found.is_part() && !found.is_nothing_found);
    let id = more[59].to_string();
    let by_id = resellers(&world, find(&id, None)).await;
    assert_eq!(names(&by_id), ["Reseller 060"]);

    // The chosen one is in its place, found or not, and takes no place from the others.
    let chosen = Some(more[59]);
    let with_first = resellers(&world, find("", chosen)).await;
    assert_eq!(with_first.partners.len(), 51);
    assert_eq!(names(&with_first)[49..], ["Reseller 049", "Reseller 060"]);
    assert!(with_first.has_more);
    let with_found = resellers(&world, find("055", chosen)).await;
    assert_eq!(names(&with_found), ["Reseller 055", "Reseller 060"]);
    let alone = resellers(&world, find("nobody", chosen)).await;
    assert_eq!(names(&alone), ["Reseller 060"]);
    assert!(alone.is_nothing_found);
    let listed = resellers(&world, find("", Some(more[0]))).await;
    assert_eq!(listed.partners.len(), 51);
    assert_eq!(names(&listed)[1], "Reseller 001");
    let only = find("060", chosen);
    assert_eq!(names(&resellers(&world, only).await), ["Reseller 060"]);

    // Another organization, of which the caller knows nothing, is no choice.
    let strange = Some(world.other_reseller.organization);
    assert_eq!(
        names(&resellers(&world, find("055", strange)).await),
        ["Reseller 055"]
    );
}

#[tokio::test]
async fn partners_are_offered_as_core_says_that_they_are_partners() {
    let world = World::new().await;
    world.partners().await;
    let more = world.more_resellers(4).await;
    let now = world.now();
    let day = chrono::TimeDelta::days(1);
    for (reseller, status, ends) in [
        (more[0], "ended", now - day),
        (more[1], "ending", now - day),
        (more[2], "ending", now + day),
    ] {
        sqlx::query("update partnership set status = $2, ends_at = $3 where reseller_id = $1")
            .bind(reseller.into_uuid())
            .bind(status)
            .bind(ends)
            .execute(&world.state.pool)
            .await
            .unwrap();
    }
    let now = resellers(&world, Finding::default()).await;
    assert_eq!(names(&now), ["Fabrikam", "Reseller 003", "Reseller 004"]);
    // Customers are filtered by former ones, too.
    let portal = world.portal(&world.provider);
    let ever = portal
        .listed::<Customers>(ListQuery::default())
        .await
        .unwrap();
    assert_eq!(ever.partners.partners.len(), 5);
    // From the other side, the provider is the only one.
    let portal = world.portal(&world.reseller);
    let page = portal
        .new_invitation(None, Finding::default())
        .await
        .unwrap();
    assert_eq!(names(&page.providers), ["Contoso Distribution"]);
    assert!(page.providers.only().is_some());
    let none = portal
        .partner_choices(Among::Resellers, None, Finding::default())
        .await
        .unwrap();
    assert!(none.is_empty());
}

#[tokio::test]
async fn every_page_with_a_choice_finds_and_keeps() {
    let world = World::new().await;
    world.partners().await;
    let more = world.more_resellers(60).await;
    world.joint_customer().await;
    let portal = world.portal(&world.provider);

    // The wizard: what its draft has is chosen, and else what its address names.
    let draft = CustomerDraftId::from_uuid(Uuid::now_v7());
    let page = portal
        .customer_draft(draft, find("007", Some(more[58])))
        .await;
    let page = page.unwrap();
    assert_eq!(names(&page.resellers), ["Reseller 007", "Reseller 059"]);
    let typed = CustomerDraft {
        reseller: more[59].to_string(),
        ..CustomerDraft::default()
    };
    portal
        .save_customer_draft(draft, typed.into(), DraftCheck::Nothing)
        .await
        .unwrap();
    let page = portal
        .customer_draft(draft, find("007", Some(more[58])))
        .await;
    let page = page.unwrap();
    assert_eq!(names(&page.resellers), ["Reseller 007", "Reseller 060"]);

    // The list of customers.
    let query = ListQuery::parse(&format!("find=007&filter={}", more[59]));
    let page = portal.listed::<Customers>(query).await.unwrap();
    assert_eq!(names(&page.partners), ["Reseller 007", "Reseller 060"]);
    assert_eq!(page.customers.total, 0);

    // An order: only those with a relationship with the customer.
    let customer = world.customer.organization;
    let lines = Vec::new();
    let page = portal
        .new_subscription(customer, ListQuery::default(), lines, Finding::default())
        .await
        .unwrap();
    assert_eq!(names(&page.resellers), ["Fabrikam"]);
    let asked = portal
        .partner_choices(Among::Resellers, Some(customer), find("", Some(more[0])))
        .await
        .unwrap();
    assert_eq!(names(&asked), ["Fabrikam"]);
}

#[tokio::test]
async fn partners_are_found_by_those_who_may_know_them() {
    let world = World::new().await;
    world.partners().await;
    world.joint_customer().await;
    let all = async |person, customer| {
        let portal = world.portal(person);
        let asked = portal.partner_choices(Among::All, customer, Finding::default());
        asked.await.map(|choices| choices.partners.len())
    };
    let helpdesk = world.colleague(&world.provider, Role::HelpdeskAgent).await;
    assert_eq!(all(&helpdesk, None).await, Ok(1));
    assert_eq!(all(&world.other_provider, None).await, Ok(0));
    let customer = Some(world.customer.organization);
    assert_eq!(all(&helpdesk, customer).await, Ok(1));
    // Whom a customer of others works with is not for everyone.
    let missing = Err(PortalError::NotFound);
    assert_eq!(all(&world.other_provider, customer).await, missing);
    let nobody = Some(Uuid::now_v7().into());
    assert_eq!(all(&helpdesk, nobody).await, missing);
    assert_eq!(all(&world.customer, None).await, missing);
    assert_eq!(all(&world.operator, None).await, missing);
}
