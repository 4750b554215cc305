use crate::{
    actor::Actor,
    ids::{OrganizationId, UserId},
    subscription::Author,
};

/// By whom something happens to a license.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct By {
    /// The partner on whose behalf it is done; none if the customer does it itself, or nobody does.
    pub partner: Option<OrganizationId>,
    /// The user; none if it happens by itself.
    pub user: Option<UserId>,
}

impl By {
    /// It happens by itself.
    pub const NOBODY: By = By {
        partner: None,
        user: None,
    };

    /// The actor, at this customer.
    #[must_use]
    pub fn actor(actor: &Actor, customer: OrganizationId) -> By {
        By {
            partner: actor.on_behalf_at(customer),
            user: Some(actor.user),
        }
    }

    /// Who changed a subscription of this customer, or scheduled it.
    #[must_use]
    pub fn author(author: Author, customer: OrganizationId) -> By {
        By {
            partner: (author.organization != customer).then_some(author.organization),
            user: Some(author.user),
        }
    }
}
