//! Values of a new tenant that somebody may have already.

use crate::{
    customer, organization,
    refusal::Refusal,
    text::{Domain, EmailAddress},
};

/// The values of a new tenant that somebody has already, read under a lock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Whether the domain already belongs to an organization.
    pub domain: bool,
    /// Whether somebody already signs in by the first admin's user name.
    pub user_name: bool,
}

impl Taken {
    /// Refuses what is taken.
    pub(crate) fn check(self, domain: &Domain, user_name: &EmailAddress) -> Result<(), Refusal> {
        if self.domain {
            return Err(organization::Refusal::DomainTaken {
                domain: domain.to_string(),
            }
            .into());
        }
        if self.user_name {
            return Err(customer::Refusal::UserNameTaken {
                user_name: user_name.to_string(),
            }
            .into());
        }
        Ok(())
    }
}
