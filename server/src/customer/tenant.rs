//! What every way to a tenant of one's own begins with: its domain, its first global admin, and what is taken already.

use tierline_app::{
    account::model::{check_own_password, check_password},
    error::{FieldProblem, PortalError},
    portal::{PortalResult, SignUp},
};
use tierline_core::{
    Refusal,
    customer::{self, Taken},
    organization,
    text::{Domain, EmailAddress},
};

use crate::{
    account::store as accounts,
    organization::store as organizations,
    pipeline::{Call, CommandError, CommandResult, Unit},
};

/// The domain and the work account that were typed, with a password that may be chosen for it.
pub(crate) fn tenant_of(call: &Call, new: &SignUp) -> PortalResult<(Domain, EmailAddress)> {
    check_password(&new.password).map_err(|error| PortalError::field("password", error))?;
    let domain = new
        .domain
        .under(&call.state.config.tenant_domain)
        .map_err(|error| PortalError::of_text("domain", error))?;
    let email = new
        .admin_user
        .at(&domain)
        .map_err(|error| PortalError::of_text("admin_user", error))?;
    let own = [email.as_str(), new.admin_name.as_str(), new.name.as_str()];
    check_own_password(&new.password, own)
        .map_err(|error| PortalError::field("password", error))?;
    Ok((domain, email))
}

/// What of a new tenant's values somebody has already.
pub(crate) async fn taken(
    unit: &mut Unit<'_>,
    domain: &Domain,
    user_name: &EmailAddress,
) -> CommandResult<Taken> {
    Ok(Taken {
        domain: organizations::is_taken(unit.db, domain).await?,
        user_name: accounts::is_taken(unit.db, user_name).await?,
    })
}

/// Core's refusal of a value that somebody has already, beside the value's field; any other as it is.
pub(crate) fn beside_its_field(refusal: Refusal) -> CommandError {
    match refusal {
        Refusal::Organization(organization::Refusal::DomainTaken { .. }) => {
            CommandError::field("domain", FieldProblem::DomainTaken)
        }
        Refusal::Customer(customer::Refusal::UserNameTaken { .. }) => {
            CommandError::field("admin_user", FieldProblem::UserNameTaken)
        }
        refusal => refusal.into(),
    }
}
