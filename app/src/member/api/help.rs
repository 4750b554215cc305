//! Server functions for the users of customers, called by their partners and by themselves.

use leptos::{
    prelude::*,
    server_fn::codec::{GetUrl, PostUrl},
};
#[cfg(feature = "ssr")]
use tierline_core::{
    ids::{OrganizationId, UserId},
    member::{Help, NewUser},
    text::{EmailAddress, PersonName},
};

#[cfg(feature = "ssr")]
use crate::{
    error::FieldErrors,
    form::{Fields, mark::Mark},
    member::{api::read_roles, told::Notice},
    route,
};
use crate::{
    error::PortalError,
    member::model::{CustomerUserPage, NewCustomerUserPage, TemporaryPassword},
    wire::Wire,
};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<AddCustomerUser>(),
    Fields::of::<HelpUser>(),
    Fields::of::<RenameCustomerUser>(),
    Fields::of::<TakeUserPassword>(),
    Fields::of::<UpdateCustomerUserRoles>(),
];

/// What the form of **Add user** says, for this customer.
#[server(prefix = "/api", endpoint = "new-customer-user", protocol = Wire<GetUrl>)]
pub async fn new_customer_user(
    /// The customer's id.
    customer: String,
) -> Result<NewCustomerUserPage, PortalError> {
    let customer = crate::backend::parse::id(&customer)?;
    crate::backend::portal()?.new_customer_user(customer).await
}

/// A user of a customer of the own organization.
#[server(prefix = "/api", endpoint = "customer-user", protocol = Wire<GetUrl>)]
pub async fn customer_user(
    /// The customer's id.
    customer: String,
    /// The user's id.
    user: String,
) -> Result<CustomerUserPage, PortalError> {
    let customer = crate::backend::parse::id(&customer)?;
    let user = crate::backend::parse::id(&user)?;
    crate::backend::portal()?
        .customer_user(customer, user)
        .await
}

/// **Add user** to a customer, with a temporary password that is shown once.
#[server(prefix = "/api", endpoint = "add-customer-user")]
pub async fn add_customer_user(
    /// The request.
    request_id: String,
    /// The customer's id.
    customer: String,
    /// The person's name.
    name: String,
    /// The work account, or what stands before its domain.
    address: String,
    /// The domain that stands beside the field.
    #[server(default)]
    domain: String,
    /// The roles that were ticked.
    #[server(default)]
    roles: Vec<String>,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let customer: OrganizationId = crate::backend::parse::id(&customer)?;
    let mut errors = FieldErrors::default();
    let name = errors.text("name", PersonName::parse(&name));
    let address = in_domain(&address, &domain);
    let address = errors.text("address", EmailAddress::parse(&address));
    let roles = read_roles(&roles)?;
    let new = name.zip(address).map(|(name, user_name)| NewUser {
        name,
        user_name,
        roles,
    });
    let added = crate::backend::portal()?
        .add_customer_user(customer, errors.finish(new)?, request)
        .await?;
    match added {
        Some(user) => crate::backend::go(&route::user_password(customer, user)),
        None => crate::backend::done(&route::license_users(customer), Notice::UserAdded),
    }
    Ok(())
}

/// A work account as it was typed, with the domain that stands beside the field unless another one was typed.
#[cfg(feature = "ssr")]
fn in_domain(typed: &str, domain: &str) -> String {
    let typed = typed.trim();
    if typed.is_empty() || typed.contains('@') || domain.is_empty() {
        return typed.to_owned();
    }
    format!("{typed}@{domain}")
}

/// Blocks a customer's user, lets it act again, removes it, or gives it a temporary password.
#[server(prefix = "/api", endpoint = "help-user")]
pub async fn help_user(
    /// The request.
    request_id: String,
    /// The customer's id.
    customer: String,
    /// The user's id.
    user: String,
    /// `block`, `unblock`, `remove` or `password`.
    #[server(default)]
    then: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let customer: OrganizationId = crate::backend::parse::id(&customer)?;
    let user: UserId = crate::backend::parse::id(&user)?;
    let (help, notice) = match then.as_str() {
        "block" => (Help::Block, Notice::UserBlocked),
        "unblock" => (Help::Unblock, Notice::UserUnblocked),
        "remove" => (Help::Remove, Notice::UserRemoved),
        "password" => (Help::ResetPassword, Notice::UserUpdated),
        _ => return Err(PortalError::Malformed),
    };
    let resets = help == Help::ResetPassword;
    let page = if help == Help::Remove {
        route::license_users(customer)
    } else {
        route::customer_user(customer, user)
    };
    crate::backend::portal()?
        .help_user(customer, user, help, None, request)
        .await?;
    if resets {
        crate::backend::go(&route::user_password(customer, user));
    } else {
        crate::backend::done(&page, notice);
    }
    Ok(())
}

/// Another name for a customer's user.
#[server(prefix = "/api", endpoint = "rename-customer-user")]
pub async fn rename_customer_user(
    /// The request.
    request_id: String,
    /// The customer's id.
    customer: String,
    /// The user's id.
    user: String,
    /// The name.
    name: String,
    /// The mark of the name that the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let name = PersonName::parse(&name).map_err(|error| PortalError::of_text("name", error))?;
    let help = Help::Rename { name };
    updated(&request_id, (&customer, &user), help, filled_with).await
}

/// **Update**: these roles for a customer's user from now on.
#[server(prefix = "/api", endpoint = "update-customer-user-roles")]
pub async fn update_customer_user_roles(
    /// The request.
    request_id: String,
    /// The customer's id.
    customer: String,
    /// The user's id.
    user: String,
    /// The roles that were ticked.
    #[server(default)]
    roles: Vec<String>,
    /// The mark of the roles that the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let roles = read_roles(&roles)?;
    let help = Help::Roles { roles };
    updated(&request_id, (&customer, &user), help, filled_with).await
}

/// Makes the change, and goes to the user's page.
#[cfg(feature = "ssr")]
async fn updated(
    request: &str,
    (customer, user): (&str, &str),
    help: Help,
    filled_with: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(request)?;
    let customer: OrganizationId = crate::backend::parse::id(customer)?;
    let user: UserId = crate::backend::parse::id(user)?;
    let mark = Some(Mark::new(filled_with));
    crate::backend::portal()?
        .help_user(customer, user, help, mark, request)
        .await?;
    let page = route::customer_user(customer, user);
    crate::backend::done(&page, Notice::UserUpdated);
    Ok(())
}

/// The temporary password of a customer's user: answered once, in the browser that made it. A POST, because reading it
/// removes it.
#[server(name = TakeUserPassword, prefix = "/api", endpoint = "user-password", protocol = Wire<PostUrl>)]
pub async fn user_password(
    /// The customer's id.
    customer: String,
    /// The user's id.
    user: String,
) -> Result<TemporaryPassword, PortalError> {
    let customer = crate::backend::parse::id(&customer)?;
    let user = crate::backend::parse::id(&user)?;
    crate::backend::portal()?
        .user_password(customer, user)
        .await
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn the_domain_beside_the_field_need_not_be_typed() {
        let typed = |text| in_domain(text, "contoso.example");
        assert_eq!(typed(" mia.kern "), "mia.kern@contoso.example");
        assert_eq!(typed("mia@fabrikam.example"), "mia@fabrikam.example");
        assert_eq!(typed(""), "");
        assert_eq!(in_domain("mia", ""), "mia");
    }
}
