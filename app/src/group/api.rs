//! Server functions for groups of customers.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
#[cfg(feature = "ssr")]
use std::collections::BTreeSet;
#[cfg(feature = "ssr")]
use tierline_core::{
    group::{Command, Narrowing},
    ids::{CustomerGroupId, OrganizationId, UserId},
    text::GroupName,
};

use crate::{error::PortalError, group::model::GroupsPage, wire::Wire};
#[cfg(feature = "ssr")]
use crate::{
    form::{Fields, mark::Mark},
    group::told::Notice,
    route,
};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<AddCustomerGroup>(),
    Fields::of::<AssignCustomerGroups>(),
    Fields::of::<NarrowUser>(),
    Fields::of::<RemoveCustomerGroup>(),
    Fields::of::<RenameCustomerGroup>(),
];

/// The own organization's groups of customers.
#[server(prefix = "/api", endpoint = "customer-groups", protocol = Wire<GetUrl>)]
pub async fn customer_groups() -> Result<GroupsPage, PortalError> {
    crate::backend::portal()?.customer_groups().await
}

/// **Add group**.
#[server(prefix = "/api", endpoint = "add-customer-group")]
pub async fn add_customer_group(
    /// The request.
    request_id: String,
    /// The group's name.
    name: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let name = read_name(&name)?;
    crate::backend::portal()?
        .add_customer_group(name, request)
        .await?;
    crate::backend::done(route::CUSTOMER_GROUPS, Notice::GroupAdded);
    Ok(())
}

/// Another name for a group.
#[server(prefix = "/api", endpoint = "rename-customer-group")]
pub async fn rename_customer_group(
    /// The request.
    request_id: String,
    /// The group's id.
    group: String,
    /// The name.
    name: String,
) -> Result<(), PortalError> {
    let name = read_name(&name)?;
    changed(
        &request_id,
        &group,
        Command::Rename { name },
        Notice::GroupRenamed,
    )
    .await
}

/// **Remove** a group.
#[server(prefix = "/api", endpoint = "remove-customer-group")]
pub async fn remove_customer_group(
    /// The request.
    request_id: String,
    /// The group's id.
    group: String,
) -> Result<(), PortalError> {
    changed(&request_id, &group, Command::Remove, Notice::GroupRemoved).await
}

/// Puts a customer into the ticked groups, and out of all others.
#[server(prefix = "/api", endpoint = "assign-customer-groups")]
pub async fn assign_customer_groups(
    /// The request.
    request_id: String,
    /// The customer's id.
    customer: String,
    /// The ids of the ticked groups.
    #[server(default)]
    groups: Vec<String>,
    /// The mark of the groups that the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let customer: OrganizationId = crate::backend::parse::id(&customer)?;
    let (groups, mark) = (read_groups(&groups)?, Some(Mark::new(filled_with)));
    crate::backend::portal()?
        .assign_customer_groups(customer, groups, mark, request)
        .await?;
    crate::backend::done(&route::customer(customer), Notice::CustomerGrouped);
    Ok(())
}

/// Narrows a user's rights to the customers in the ticked groups, or widens them to all.
#[server(prefix = "/api", endpoint = "narrow-user")]
pub async fn narrow_user(
    /// The request.
    request_id: String,
    /// The user's id.
    user: String,
    /// `all` or `only`.
    #[server(default)]
    customers: String,
    /// The ids of the ticked groups.
    #[server(default)]
    groups: Vec<String>,
    /// The mark of what the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let user: UserId = crate::backend::parse::id(&user)?;
    let to = read_narrowing(&customers, &groups)?;
    let mark = Some(Mark::new(filled_with));
    crate::backend::portal()?
        .narrow_user(user, to, mark, request)
        .await?;
    crate::backend::done(&route::user(user), Notice::UserNarrowed);
    Ok(())
}

/// Makes the change and goes to the groups.
#[cfg(feature = "ssr")]
async fn changed(
    request: &str,
    group: &str,
    change: Command,
    notice: Notice,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(request)?;
    let group: CustomerGroupId = crate::backend::parse::id(group)?;
    crate::backend::portal()?
        .change_customer_group(group, change, request)
        .await?;
    crate::backend::done(route::CUSTOMER_GROUPS, notice);
    Ok(())
}

#[cfg(feature = "ssr")]
fn read_name(name: &str) -> Result<GroupName, PortalError> {
    GroupName::parse(name).map_err(|error| PortalError::of_text("name", error))
}

/// `all` customers, or `only` those in the ticked groups.
#[cfg(feature = "ssr")]
pub(crate) fn read_narrowing(customers: &str, groups: &[String]) -> Result<Narrowing, PortalError> {
    match customers {
        "all" => Ok(Narrowing::All),
        "only" => Ok(Narrowing::Only(read_groups(groups)?)),
        _ => Err(PortalError::Malformed),
    }
}

/// The ticked groups. What is no id comes from no page of ours.
#[cfg(feature = "ssr")]
fn read_groups(ids: &[String]) -> Result<BTreeSet<CustomerGroupId>, PortalError> {
    ids.iter().map(|id| crate::backend::parse::id(id)).collect()
}
