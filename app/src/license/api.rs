//! Server functions of licenses in users' hands. Those of the lists are beside them.

use leptos::{prelude::*, server_fn::codec::GetUrl};
#[cfg(feature = "ssr")]
use tierline_core::ids::{AssignmentId, OrganizationId, SubscriptionId, UserId};

#[cfg(feature = "ssr")]
use crate::{error::FieldProblem, form::Fields, license::told::Notice, route};
use crate::{error::PortalError, license::model::LicenseUserPage, wire::Wire};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<AssignLicenses>(),
    Fields::of::<WithdrawLicenses>(),
];

/// A user of a customer, with the licenses that it has and could have.
#[server(prefix = "/api", endpoint = "license-user", protocol = Wire<GetUrl>)]
pub async fn license_user(
    /// The customer's id.
    customer: String,
    /// The user's id.
    user: String,
    /// Where the page of licenses begins.
    #[server(default)]
    cursor: String,
) -> Result<LicenseUserPage, PortalError> {
    let customer = crate::backend::parse::id(&customer)?;
    let user = crate::backend::parse::id(&user)?;
    let portal = crate::backend::portal()?;
    portal.license_user(customer, user, cursor).await
}

/// **Assign**: a license of the subscription for each of the users, or for none of them.
#[server(prefix = "/api", endpoint = "assign-licenses")]
pub async fn assign_licenses(
    /// The request.
    request_id: String,
    /// The customer's id.
    customer: String,
    /// The subscription's id.
    #[server(default)]
    subscription: String,
    /// The ids of the users.
    #[server(default)]
    users: Vec<String>,
    /// `user` on a user's page, to which it leads back.
    #[server(default)]
    from: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let customer: OrganizationId = crate::backend::parse::id(&customer)?;
    if subscription.is_empty() {
        return Err(PortalError::field("subscription", FieldProblem::Required));
    }
    let subscription: SubscriptionId = crate::backend::parse::id(&subscription)?;
    let chosen = users.iter().map(|id| crate::backend::parse::id(id));
    let chosen: std::collections::BTreeSet<UserId> = chosen.collect::<Result<_, _>>()?;
    let page = match (from.as_str(), chosen.first()) {
        ("user", Some(user)) => route::license_user(customer, user),
        _ => route::license_holders(subscription),
    };
    crate::backend::portal()?
        .assign_licenses(customer, subscription, chosen, request)
        .await?;
    crate::backend::done(&page, Notice::LicensesAssigned);
    Ok(())
}

/// **Withdraw**: what these users hold is free from then on.
#[server(prefix = "/api", endpoint = "withdraw-licenses")]
pub async fn withdraw_licenses(
    /// The request.
    request_id: String,
    /// The customer's id.
    customer: String,
    /// The ids of what the users hold.
    #[server(default)]
    assignments: Vec<String>,
    /// On a user's page its id, to which it leads back.
    #[server(default)]
    user: String,
    /// On a subscription's page its id.
    #[server(default)]
    subscription: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let customer: OrganizationId = crate::backend::parse::id(&customer)?;
    let chosen = assignments.iter().map(|id| crate::backend::parse::id(id));
    let chosen: std::collections::BTreeSet<AssignmentId> = chosen.collect::<Result<_, _>>()?;
    let page = if user.is_empty() {
        let subscription: SubscriptionId = crate::backend::parse::id(&subscription)?;
        route::license_holders(subscription)
    } else {
        let user: UserId = crate::backend::parse::id(&user)?;
        route::license_user(customer, user)
    };
    crate::backend::portal()?
        .withdraw_licenses(customer, chosen, request)
        .await?;
    crate::backend::done(&page, Notice::LicensesWithdrawn);
    Ok(())
}
