//! Who supports the customer, and who earns incentives, against Postgres.

use chrono::TimeDelta;
use tierline_app::{
    error::PortalError,
    list::model::ListQuery,
    partnership::model::Finding,
    portal::all::*,
    subscription::{list::renewals::Renewals, model::partners::PartnersPage},
};
use tierline_core::{
    ids::{OrganizationId, SubscriptionId},
    relationship::{Command as End, Grant, TenantOwnerChange},
    role::Role,
    subscription::{Associate, AutoRenew, Command},
};
use uuid::Uuid;

use super::life::{agrees, bought, buy, page, submit};
use crate::testing::world::{Person, World, refused, request};

async fn associate(
    world: &World,
    person: &Person,
    id: SubscriptionId,
    asked: Associate,
) -> Result<(), PortalError> {
    let portal = world.portal(person);
    portal.associate(id, asked, request()).await
}

async fn supports(
    world: &World,
    person: &Person,
    id: SubscriptionId,
    to: &Person,
) -> Result<(), PortalError> {
    let to = to.organization;
    associate(world, person, id, Associate::DesignateSupport { to }).await
}

async fn earns(
    world: &World,
    id: SubscriptionId,
    to: Option<OrganizationId>,
) -> Result<(), PortalError> {
    let asked = Associate::SetPartnerOfRecord { to };
    associate(world, &world.provider, id, asked).await
}

async fn partners(world: &World, person: &Person, id: SubscriptionId) -> PartnersPage {
    let portal = world.portal(person);
    portal
        .subscription_partners(id, Finding::default())
        .await
        .unwrap()
}

async fn contact(world: &World, id: SubscriptionId) -> OrganizationId {
    page(world, &world.customer, id).await.support.party.id
}

#[tokio::test]
async fn a_designated_reseller_supports_until_its_right_ends() {
    let (world, id) = bought().await;
    let (provider, reseller) = (&world.provider, &world.reseller);
    assert_eq!(contact(&world, id).await, provider.organization);
    let before = partners(&world, provider, id).await;
    let ids: Vec<_> = before.contacts.iter().map(|party| party.id).collect();
    assert_eq!(ids, [provider.organization, reseller.organization]);
    assert_eq!(before.support_refused, None);

    supports(&world, provider, id, reseller).await.unwrap();
    assert_eq!(contact(&world, id).await, reseller.organization);
    let mut told = vec![world.customer.email.clone(), reseller.email.clone()];
    told.sort();
    assert_eq!(world.mailed("subscription_changed").await, told);
    let again = supports(&world, provider, id, reseller).await;
    assert_eq!(refused(again), "unchanged");
    agrees(&world).await;

    // Another right ends, and nothing follows from that.
    let tie = world.relationship(reseller).await;
    let portal = world.portal(&world.customer);
    let end = async |what| portal.change_relationship(tie, what, None, request()).await;
    end(End::EndGrant(Grant::Administer)).await.unwrap();
    assert_eq!(contact(&world, id).await, reseller.organization);
    end(End::EndGrant(Grant::Support)).await.unwrap();
    assert_eq!(contact(&world, id).await, provider.organization);
    assert_eq!(
        world.mailed("support_returned").await,
        std::slice::from_ref(&provider.email)
    );
    agrees(&world).await;
    let refusal = supports(&world, provider, id, reseller).await;
    assert_eq!(refused(refusal), "grant_missing");
    let after = partners(&world, provider, id).await;
    assert_eq!(after.contacts.len(), 1);
}

#[tokio::test]
async fn the_end_of_a_relationship_takes_every_support_back_at_once() {
    let (world, id) = bought().await;
    let (provider, reseller) = (&world.provider, &world.reseller);
    world
        .portal(provider)
        .place_order(
            world.customer.organization,
            vec![(world.sku, 5)],
            None,
            request(),
        )
        .await
        .unwrap();
    let other: Uuid = sqlx::query_scalar("select id from subscription where id <> $1")
        .bind(id.into_uuid())
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    for id in [id, other.into()] {
        supports(&world, provider, id, reseller).await.unwrap();
    }
    let tie = world.relationship(reseller).await;
    let portal = world.portal(&world.customer);
    let end = async |what| portal.change_relationship(tie, what, None, request()).await;
    // Whom the customer turns to knows of it, whatever else it may do.
    let sees = async || {
        let portal = world.portal(reseller);
        portal.subscription(other.into()).await.map(drop)
    };
    end(End::EndGrant(Grant::Administer)).await.unwrap();
    assert_eq!(sees().await, Ok(()));
    end(End::End).await.unwrap();
    assert_eq!(sees().await, Err(PortalError::NotFound));
    for id in [id, other.into()] {
        assert_eq!(contact(&world, id).await, provider.organization);
    }
    // One letter for both.
    assert_eq!(
        world.mailed("support_returned").await,
        std::slice::from_ref(&provider.email)
    );
    agrees(&world).await;
}

#[tokio::test]
async fn one_contact_is_named_for_all_that_was_ordered() {
    let (world, id) = bought().await;
    let (provider, reseller) = (&world.provider, &world.reseller);
    let customer = world.customer.organization;
    let lines = vec![(world.sku, 5)];
    world
        .portal(provider)
        .place_order(customer, lines, None, request())
        .await
        .unwrap();
    let other: Uuid = sqlx::query_scalar("select id from subscription where id <> $1")
        .bind(id.into_uuid())
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    assert_eq!(partners(&world, provider, id).await.others, 1);
    assert_eq!(partners(&world, reseller, id).await.others, 0);
    let all = async |person: &Person| {
        let portal = world.portal(person);
        let to = reseller.organization;
        portal.designate_support_of_all(id, to, request()).await
    };
    assert_eq!(refused(all(reseller).await), "another_partner");
    let strangers = all(&world.other_provider).await;
    assert_eq!(strangers, Err(PortalError::NotFound));
    let agent = world.colleague(provider, Role::SalesAgent).await;
    assert_eq!(refused(all(&agent).await), "role_missing");
    all(provider).await.unwrap();
    for id in [id, other.into()] {
        assert_eq!(contact(&world, id).await, reseller.organization);
    }
    // One letter to each, however many there are.
    let mut told = vec![world.customer.email.clone(), reseller.email.clone()];
    told.sort();
    assert_eq!(world.mailed("support_designated").await, told);
    assert!(world.mailed("subscription_changed").await.is_empty());
    assert_eq!(refused(all(provider).await), "unchanged");
    agrees(&world).await;
}

/// More than are changed at a time.
#[tokio::test]
async fn many_subscriptions_get_and_lose_their_contact_with_one_letter() {
    let (world, id) = bought().await;
    let (provider, reseller) = (&world.provider, &world.reseller);
    for _ in 0..4 {
        let lines = vec![(world.sku, 5)];
        let portal = world.portal(provider);
        let placed = portal.place_order(world.customer.organization, lines, None, request());
        placed.await.unwrap();
    }
    let supported = async |by: &Person| {
        sqlx::query_scalar::<_, i64>(
            "select count(*) from subscription where support_contact_id = $1",
        )
        .bind(by.organization.into_uuid())
        .fetch_one(&world.state.pool)
        .await
        .unwrap()
    };
    let (portal, to) = (world.portal(provider), reseller.organization);
    portal
        .designate_support_of_all(id, to, request())
        .await
        .unwrap();
    assert_eq!(supported(reseller).await, 5);
    let mut told = vec![world.customer.email.clone(), reseller.email.clone()];
    told.sort();
    assert_eq!(world.mailed("support_designated").await, told);
    let tie = world.relationship(reseller).await;
    let portal = world.portal(&world.customer);
    portal
        .change_relationship(tie, End::End, None, request())
        .await
        .unwrap();
    assert_eq!(supported(provider).await, 5);
    assert_eq!(
        world.mailed("support_returned").await,
        std::slice::from_ref(&provider.email)
    );
    agrees(&world).await;
}

/// Whether or not that is written down.
#[tokio::test]
async fn what_is_over_by_now_gets_no_other_contact() {
    let (world, id) = bought().await;
    let over = buy(&world).await;
    let off = Command::SetAutoRenew {
        auto_renew: AutoRenew::Off,
    };
    submit(&world, &world.provider, over, off).await.unwrap();
    world
        .state
        .clock
        .advance(TimeDelta::days(365 + 31))
        .unwrap();
    let (portal, to) = (world.portal(&world.provider), world.reseller.organization);
    portal
        .designate_support_of_all(id, to, request())
        .await
        .unwrap();
    let supported: Vec<Uuid> =
        sqlx::query_scalar("select id from subscription where support_contact_id = $1")
            .bind(to.into_uuid())
            .fetch_all(&world.state.pool)
            .await
            .unwrap();
    assert_eq!(supported, [id.into_uuid()]);
    let stored = "select count(*) from subscription where status = 'active'";
    assert_eq!(world.count(stored).await, 2, "nobody has written it down");
}

#[tokio::test]
async fn whoever_did_not_order_names_nobody() {
    let (world, id) = bought().await;
    let (provider, reseller) = (&world.provider, &world.reseller);
    let other = supports(&world, reseller, id, reseller).await;
    assert_eq!(refused(other), "another_partner");
    let itself = supports(&world, &world.customer, id, reseller).await;
    assert_eq!(refused(itself), "itself");
    let seen = partners(&world, reseller, id).await;
    let code = seen.support_refused.map(|refusal| refusal.code());
    assert_eq!(code, Some("another_partner"));
    assert!(seen.of_record_refused.is_some() && seen.resellers.is_empty());
    for stranger in [&world.other_provider, &world.far_customer] {
        let portal = world.portal(stranger);
        let seen = portal.subscription_partners(id, Finding::default()).await;
        assert!(seen.is_err(), "{stranger:?}");
    }
    let strangers = supports(&world, &world.other_provider, id, reseller).await;
    assert_eq!(strangers, Err(PortalError::NotFound));
    let own = world.portal(&world.customer);
    let own = own.subscription_partners(id, Finding::default()).await;
    assert_eq!(own.unwrap_err(), PortalError::NotFound);
    // Who is tied to neither is not known.
    let unknown = supports(&world, provider, id, &world.far_customer).await;
    assert_eq!(unknown, Err(PortalError::NotFound));
    let agent = world.colleague(provider, Role::SalesAgent).await;
    let refusal = supports(&world, &agent, id, reseller).await;
    assert_eq!(refused(refusal), "role_missing");
}

#[tokio::test]
async fn a_subscription_without_partner_of_record_is_found_and_mended() {
    let (world, id) = bought().await;
    let (provider, reseller) = (&world.provider, &world.reseller);
    let without = async || {
        let portal = world.portal(provider);
        let query = ListQuery::parse("record=nobody");
        let page = portal.listed::<Renewals>(query).await.unwrap();
        (page.without_reseller.count, page.renewals.rows.len())
    };
    assert_eq!(without().await, (0, 0));
    let before = page(&world, provider, id).await;
    assert_eq!(before.of_record_warning, None);

    earns(&world, id, None).await.unwrap();
    assert_eq!(without().await, (1, 1));
    let warning = page(&world, provider, id).await.of_record_warning;
    let code = warning.map(|refusal| refusal.code());
    assert_eq!(code, Some("no_partner_of_record"));
    // The customer has nothing to do with it.
    let own = page(&world, &world.customer, id).await;
    assert_eq!(own.of_record_warning, None);

    world.state.clock.advance(TimeDelta::days(2)).unwrap();
    earns(&world, id, Some(reseller.organization))
        .await
        .unwrap();
    assert_eq!(without().await, (0, 0));
    agrees(&world).await;
    let tenures = partners(&world, provider, id).await.tenures;
    let names: Vec<_> = tenures
        .iter()
        .map(|tenure| tenure.reseller.as_ref().map(|party| party.id))
        .collect();
    let of_record = Some(reseller.organization);
    assert_eq!(names, [of_record, None, of_record]);
    assert_eq!(tenures[0].until, None);
    assert_eq!(tenures[1].until, Some(tenures[0].from));
    assert_eq!(tenures[2].until, Some(tenures[1].from));
}

#[tokio::test]
async fn a_partner_of_record_that_leaves_is_told_as_a_warning_and_not_named_again() {
    let (world, id) = bought().await;
    let reseller = &world.reseller;
    let tie = world.relationship(reseller).await;
    world
        .portal(&world.customer)
        .change_relationship(tie, End::End, None, request())
        .await
        .unwrap();
    let warning = page(&world, &world.provider, id).await.of_record_warning;
    let code = warning.map(|refusal| refusal.code());
    assert_eq!(code, Some("no_relationship"));
    earns(&world, id, None).await.unwrap();
    let again = earns(&world, id, Some(reseller.organization)).await;
    assert_eq!(refused(again), "no_relationship");
    let choices = partners(&world, &world.provider, id).await.resellers;
    assert!(choices.is_empty());
}

#[tokio::test]
async fn a_customer_of_the_platform_makes_its_reseller_tenant_owner() {
    let (world, _) = bought().await;
    let tie = world.relationship(&world.reseller).await;
    let change = async |person: &Person, change| {
        let portal = world.portal(person);
        portal.change_tenant_owner(tie, change, request()).await
    };
    let give = TenantOwnerChange::Give;
    let early = change(&world.customer, give).await;
    assert_eq!(refused(early), "no_platform");
    sqlx::query("update subscription set kind = 'platform'")
        .execute(&world.state.pool)
        .await
        .unwrap();
    let admin = world.colleague(&world.customer, Role::BillingAdmin).await;
    assert_eq!(refused(change(&admin, give).await), "role_missing");
    let stranger = change(&world.far_customer, give).await;
    assert_eq!(stranger, Err(PortalError::NotFound));

    change(&world.customer, give).await.unwrap();
    let seen = world.portal(&world.reseller);
    let seen = seen.customer(world.customer.organization).await.unwrap();
    assert!(seen.has_platform && seen.relationship.owns_tenant());
    let mailed = world.mailed("tenant_owner_changed").await;
    assert_eq!(mailed, std::slice::from_ref(&world.reseller.email));
    let again = change(&world.customer, give).await;
    assert_eq!(refused(again), "owns_tenant");
    change(&world.customer, TenantOwnerChange::TakeAway)
        .await
        .unwrap();
    let seen = world.portal(&world.reseller);
    let seen = seen.customer(world.customer.organization).await.unwrap();
    assert!(!seen.relationship.owns_tenant());
    assert_eq!(world.mailed("tenant_owner_changed").await.len(), 2);
    let own = world.portal(&world.customer);
    let own = own.grants(ListQuery::default()).await.unwrap();
    assert!(own.has_platform);
}
