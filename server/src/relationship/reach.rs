//! A customer, as far as a partner's user may reach it.

use tierline_app::{error::PortalError, portal::PortalResult};
use tierline_core::{
    access::{self, Action, CustomerFacts},
    actor::Actor,
    organization::Organization,
    relationship::Relationship,
};

use crate::{
    organization::query::failed, pipeline::Read, relationship::store::in_force, store::Hold,
};

/// The relationship of the user's organization with this customer, if the user may do this with it. Without one in
/// force there is no customer; the own organization has none with itself.
pub(crate) async fn reach(
    read: &mut Read,
    organization: &Organization,
    actor: &Actor,
    customer: &Organization,
    action: Action,
) -> PortalResult<Relationship> {
    let at = (read.now(), Hold::Free);
    let relationship = in_force(read.db(), organization.id, customer.id, at)
        .await
        .map_err(failed)?
        .ok_or(PortalError::NotFound)?;
    let facts = CustomerFacts {
        organization,
        customer,
        relationship: Some(&relationship),
        providers: &[],
    };
    crate::pipeline::visible(access::authorize_on_customer(facts, actor, action))?;
    Ok(relationship)
}
