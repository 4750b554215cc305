use std::sync::Arc;

use tierline_app::portal::all::*;
use tierline_app::{
    customer::model::CustomerDraft,
    error::{FieldProblem, PortalError},
    portal::DraftCheck,
};
use tierline_core::ids::{CustomerDraftId, OrganizationId};
use uuid::Uuid;

use crate::testing::{
    self,
    world::{World, refused},
};

pub(super) fn typed(world: &World) -> CustomerDraft {
    CustomerDraft {
        reseller: world.reseller.organization.to_string(),
        name: "Wide World Importers".to_owned(),
        domain: "wideworld".to_owned(),
        country: "TW".to_owned(),
        street: "1 Harbour Road".to_owned(),
        admin_name: "王小明".to_owned(),
        admin_user: "admin".to_owned(),
        contact: "office@wideworld.example".to_owned(),
        lines: vec![(world.sku.to_string(), "25".to_owned())],
        ..CustomerDraft::default()
    }
}

pub(super) fn draft_id() -> CustomerDraftId {
    CustomerDraftId::from_uuid(Uuid::now_v7())
}

pub(super) async fn submitted(
    world: &World,
) -> (crate::web::RequestPortal, CustomerDraftId, OrganizationId) {
    let (portal, id) = (world.portal(&world.provider), draft_id());
    portal
        .save_customer_draft(id, typed(world).into(), DraftCheck::All)
        .await
        .unwrap();
    let customer = portal.submit_customer_draft(id, None).await.unwrap();
    (portal, id, customer)
}

#[tokio::test]
async fn a_tenant_is_named_under_the_operators_domain() {
    let mut world = World::new().await;
    let arguments = ["--demo", "--tenant-domain=tenants.contoso.com"];
    world.state.config = Arc::new(testing::config(&arguments));
    world.partners().await;
    let (portal, id, _) = submitted(&world).await;
    assert_eq!(portal.domain_suffix(), ".tenants.contoso.com");
    let page = portal
        .customer_draft(id, tierline_app::partnership::model::Finding::default())
        .await
        .unwrap();
    assert_eq!(page.domain_suffix, ".tenants.contoso.com");
    assert_eq!(
        world
            .count(
                "select count(*) from organization where domain = 'wideworld.tenants.contoso.com'"
            )
            .await,
        1
    );
}

#[tokio::test]
async fn a_draft_becomes_a_customer_with_its_first_order_once() {
    let world = World::new().await;
    world.partners().await;
    let (portal, id, customer) = submitted(&world).await;
    assert_eq!(portal.submit_customer_draft(id, None).await, Ok(customer));
    assert_eq!(
        world
            .portal(&world.provider)
            .submit_customer_draft(id, None)
            .await,
        Ok(customer)
    );
    for (what, query) in [
        (
            "organizations",
            "select count(*) from organization where domain = 'wideworld.tierline.example'",
        ),
        ("orders", "select count(*) from customer_order"),
        (
            "accounts",
            "select count(*) from app_user where must_change_password and signed_in_at is null",
        ),
    ] {
        assert_eq!(world.count(query).await, 1, "{what}");
    }
    assert_eq!(
        world
            .count("select count(distinct relationship_id) from served_together")
            .await,
        2
    );
    assert_eq!(
        world
            .count("select count(*) from customer_draft where submitted is not null")
            .await,
        1
    );
    assert_eq!(
        world.mailed("customer_created").await,
        ["office@wideworld.example"]
    );
    assert_eq!(
        world.mailed("order_submitted").await,
        [world.reseller.email.clone()]
    );
}

#[tokio::test]
async fn what_is_wrong_is_told_by_field_and_not_kept() {
    let world = World::new().await;
    world.partners().await;
    let (portal, id) = (world.portal(&world.provider), draft_id());
    let wrong = CustomerDraft {
        domain: "-".to_owned(),
        ..typed(&world)
    };
    let answer = portal
        .save_customer_draft(id, wrong.clone().into(), DraftCheck::Details)
        .await;
    assert_eq!(
        answer,
        Err(PortalError::field("domain", FieldProblem::TooShort))
    );
    assert_eq!(world.count("select count(*) from customer_draft").await, 0);
    portal
        .save_customer_draft(id, wrong.into(), DraftCheck::Nothing)
        .await
        .unwrap();
    let taken = CustomerDraft {
        domain: "wideworld".to_owned(),
        ..typed(&world)
    };
    submitted(&world).await;
    let answer = portal
        .save_customer_draft(id, taken.into(), DraftCheck::Details)
        .await;
    assert_eq!(
        answer,
        Err(PortalError::field("domain", FieldProblem::DomainTaken))
    );
    let named = CustomerDraft {
        domain: "another".to_owned(),
        admin_user: "someone".to_owned(),
        ..typed(&world)
    };
    sqlx::query("update app_user set email = 'someone@another.tierline.example' where id = $1")
        .bind(world.far_customer.user.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    for check in [DraftCheck::Details, DraftCheck::All] {
        let answer = portal
            .save_customer_draft(id, named.clone().into(), check)
            .await;
        assert_eq!(
            answer,
            Err(PortalError::field(
                "admin_user",
                FieldProblem::UserNameTaken
            ))
        );
    }
    portal
        .save_customer_draft(id, named.into(), DraftCheck::Nothing)
        .await
        .unwrap();
    assert_eq!(
        portal.submit_customer_draft(id, None).await,
        Err(PortalError::field(
            "admin_user",
            FieldProblem::UserNameTaken
        ))
    );
    let too_many = CustomerDraft {
        domain: "other".to_owned(),
        lines: vec![(world.sku.to_string(), "301".to_owned())],
        ..typed(&world)
    };
    let field = format!("lines[sku-{}]", world.sku);
    let answer = portal
        .save_customer_draft(id, too_many.clone().into(), DraftCheck::All)
        .await;
    assert_eq!(
        answer,
        Err(PortalError::field(&field, FieldProblem::QuantityOutside))
    );
    portal
        .save_customer_draft(id, too_many.into(), DraftCheck::Details)
        .await
        .unwrap();
    assert_eq!(
        portal.submit_customer_draft(id, None).await,
        Err(PortalError::field(&field, FieldProblem::QuantityOutside))
    );
}

/// A new customer has nothing that an add-on could be for: the step says so, and not **Submit**.
#[tokio::test]
async fn an_add_on_of_a_first_order_needs_its_base_beside_it() {
    let world = World::new().await;
    world.partners().await;
    let add_on = Uuid::now_v7();
    for statement in [
        "insert into product (sku_id, part_number, name, sold, minimum, maximum, sort_key)
         values ($1, 'AUDIO', 'Audio Conferencing', true, 1, 300, 'audio conferencing')",
        "insert into product_tie (sku_id, tie, other_id)
         select $1, 'base', sku_id from product where part_number = 'BASIC'",
    ] {
        sqlx::query(statement)
            .bind(add_on)
            .execute(&world.state.pool)
            .await
            .unwrap();
    }
    let (portal, id) = (world.portal(&world.provider), draft_id());
    let five = (add_on.to_string(), "5".to_owned());
    let alone = CustomerDraft {
        lines: vec![five.clone()],
        ..typed(&world)
    };
    let answer = portal
        .save_customer_draft(id, alone.into(), DraftCheck::All)
        .await;
    let field = format!("lines[sku-{add_on}]");
    assert_eq!(
        answer,
        Err(PortalError::field(&field, FieldProblem::BaseMissing))
    );
    let mut both = typed(&world);
    both.lines.push(five);
    portal
        .save_customer_draft(id, both.into(), DraftCheck::All)
        .await
        .unwrap();
    portal.submit_customer_draft(id, None).await.unwrap();
    let tied = "select count(*) from subscription where base_id is not null";
    assert_eq!(world.count(tied).await, 1);
}

#[tokio::test]
async fn a_first_order_has_a_product_by_two_plans() {
    let world = World::new().await;
    world.partners().await;
    let (portal, id) = (world.portal(&world.provider), draft_id());
    let mut both = typed(&world);
    both.lines
        .push((format!("{}.month-monthly", world.sku), "2".to_owned()));
    portal
        .save_customer_draft(id, both.into(), DraftCheck::All)
        .await
        .unwrap();
    let finding = tierline_app::partnership::model::Finding::default();
    let page = portal.customer_draft(id, finding).await.unwrap();
    assert_eq!(page.chosen.len(), 2);
    assert_eq!(page.total.map(|total| total.minor), Some(27 * 18_000));
    portal.submit_customer_draft(id, None).await.unwrap();
    let by_the_month =
        "select count(*) from subscription where body -> 'plan' ->> 'term' = 'month'";
    assert_eq!(world.count(by_the_month).await, 1);
    assert_eq!(world.count("select count(*) from subscription").await, 2);
    // By a plan by which it is not sold, the step refuses it.
    let annual = CustomerDraft {
        domain: "other".to_owned(),
        lines: vec![(format!("{}.year-annual", world.sku), "2".to_owned())],
        ..typed(&world)
    };
    let field = format!("lines[sku-{}.year-annual]", world.sku);
    assert_eq!(
        portal
            .save_customer_draft(draft_id(), annual.into(), DraftCheck::All)
            .await,
        Err(PortalError::field(&field, FieldProblem::ProductNotSold))
    );
}

#[tokio::test]
async fn another_region_is_refused_and_a_reseller_is_told_whom_to_ask() {
    let world = World::new().await;
    world.partners().await;
    let far = CustomerDraft {
        country: "DE".to_owned(),
        ..typed(&world)
    };
    let answer = world
        .portal(&world.provider)
        .save_customer_draft(draft_id(), far.into(), DraftCheck::Details)
        .await;
    assert_eq!(refused(answer), "region_mismatch");
    let own = CustomerDraft {
        reseller: String::new(),
        ..typed(&world)
    };
    let answer = world
        .portal(&world.reseller)
        .save_customer_draft(draft_id(), own.into(), DraftCheck::Nothing)
        .await;
    assert_eq!(refused(answer), "reseller_cannot_create_customers");
}

#[tokio::test]
async fn another_reseller_is_looked_for_in_place_of_a_suspended_one() {
    let world = World::new().await;
    world.partners().await;
    let suspend = "update organization set capabilities = '{\"indirect_reseller\": \"suspended\"}' where id = $1";
    sqlx::query(suspend)
        .bind(world.reseller.organization.as_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    let (portal, id) = (world.portal(&world.provider), draft_id());
    let save = |check| portal.save_customer_draft(id, typed(&world).into(), check);
    save(DraftCheck::Nothing).await.unwrap();
    assert_eq!(
        refused(save(DraftCheck::Details).await),
        "capability_inactive"
    );
}

#[tokio::test]
async fn an_abandoned_draft_leaves_nothing_and_a_submitted_one_is_not_abandoned() {
    let world = World::new().await;
    world.partners().await;
    let (portal, id) = (world.portal(&world.provider), draft_id());
    portal
        .save_customer_draft(id, typed(&world).into(), DraftCheck::All)
        .await
        .unwrap();
    portal.cancel_customer_draft(id).await.unwrap();
    portal.cancel_customer_draft(id).await.unwrap();
    assert_eq!(world.count("select count(*) from customer_draft").await, 0);
    assert_eq!(
        portal.submit_customer_draft(id, None).await,
        Err(PortalError::NotFound)
    );
    let (portal, id, _) = submitted(&world).await;
    assert_eq!(
        portal.cancel_customer_draft(id).await,
        Err(PortalError::Conflict)
    );
    let answer = portal
        .save_customer_draft(id, typed(&world).into(), DraftCheck::Nothing)
        .await;
    assert_eq!(answer, Err(PortalError::Conflict));
}

#[tokio::test]
async fn a_draft_is_abandoned_only_by_who_may_create_customers() {
    let world = World::new().await;
    world.partners().await;
    let (portal, id) = (world.portal(&world.provider), draft_id());
    portal
        .save_customer_draft(id, typed(&world).into(), DraftCheck::All)
        .await
        .unwrap();
    sqlx::query("update membership set roles = '{report_viewer}' where user_id = $1")
        .bind(world.provider.user.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    assert_eq!(
        refused(portal.cancel_customer_draft(id).await),
        "role_missing"
    );
    assert_eq!(world.count("select count(*) from customer_draft").await, 1);
}
