//! Orders and new customers, as the portal's pages request them.

use tierline_app::portal::all::*;
use tierline_app::{
    catalog::model::OrderLine,
    customer::model::CustomerDraft,
    portal::{DraftCheck, SignUp},
};
use tierline_core::{
    ids::{CustomerDraftId, OrganizationId, SkuId},
    text::{Domain, TenantPrefix},
};
use uuid::Uuid;

use crate::{
    data::What,
    entered::LineData,
    link,
    step::{Stop, request},
    world::World,
};

/// The alias of an organization that a scenario creates.
const NEW: &str = "new_customer";

pub(crate) async fn order(
    world: &mut World,
    user: Option<&str>,
    customer: &str,
    lines: &[LineData],
    partner_of_record: Option<&str>,
) -> Result<(), Stop> {
    let customer = world.organization(customer).id;
    let partner_of_record = partner_of_record.map(|alias| world.organization(alias).id);
    let lines = lines
        .iter()
        .map(|line| {
            let (alias, quantity, plan) = line.parts();
            OrderLine {
                plan,
                ..OrderLine::from((sku(world, alias), quantity))
            }
        })
        .collect();
    let portal = world.portal(user).await;
    portal
        .submit_order(customer, lines, partner_of_record, request())
        .await?;
    Ok(())
}

/// The wizard from its first page to its last. Typed values are kept unchecked, so that only the last step decides.
pub(crate) async fn create_customer(
    world: &mut World,
    user: Option<&str>,
    new: &What,
) -> Result<(), Stop> {
    let What::CreateCustomer {
        name,
        domain,
        country,
        reseller,
        lines,
    } = new
    else {
        unreachable!("it is a new customer")
    };
    let reseller = reseller
        .as_ref()
        .map(|alias| world.organization(alias).id.to_string());
    let draft = CustomerDraft {
        reseller: reseller.unwrap_or_default(),
        name: name.to_string(),
        domain: prefix(domain).to_string(),
        country: country.code().to_owned(),
        street: "1 Harbour Road".to_owned(),
        admin_name: "Anna Berg".to_owned(),
        admin_user: "admin".to_owned(),
        contact: "anna@mail.example".to_owned(),
        lines: lines
            .iter()
            .map(|(alias, quantity)| (sku(world, alias).to_string(), quantity.to_string()))
            .collect(),
        ..CustomerDraft::default()
    };
    let id = CustomerDraftId::from_uuid(Uuid::now_v7());
    let portal = world.portal(user).await;
    portal
        .save_customer_draft(id, draft.into(), DraftCheck::Nothing)
        .await?;
    let customer = portal.submit_customer_draft(id, None).await?;
    world.came_into_being(NEW, customer).await;
    Ok(())
}

/// A holder of the link makes a tenant.
pub(crate) async fn sign_up(world: &mut World, alias: &str, new: &What) -> Result<(), Stop> {
    let What::SignUp {
        name,
        domain,
        country,
        link,
    } = new
    else {
        unreachable!("it is a sign-up")
    };
    let token = link::token(world, alias, *link)?;
    let sign_up = SignUp {
        name: name.clone(),
        domain: prefix(domain),
        country: *country,
        admin_name: "Anna Berg".parse().unwrap(),
        admin_user: "anna".parse().unwrap(),
        password: "four quiet lanterns".to_owned(),
    };
    world
        .portal(None)
        .await
        .sign_up(&token, sign_up, request())
        .await?;
    let id: Uuid = sqlx::query_scalar("select id from organization where domain = $1")
        .bind(domain.as_str())
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    world
        .came_into_being(NEW, OrganizationId::from_uuid(id))
        .await;
    Ok(())
}

/// The typed part of a tenant's domain.
fn prefix(domain: &Domain) -> TenantPrefix {
    let (first, _) = domain.as_str().split_once('.').unwrap();
    first.parse().unwrap()
}

/// The product's SKU, or one that does not exist.
pub(crate) fn sku(world: &World, alias: &str) -> SkuId {
    let known = world.products.get(alias).copied();
    known.unwrap_or_else(|| SkuId::from_uuid(Uuid::now_v7()))
}
