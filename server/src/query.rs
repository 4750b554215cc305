//! Reading: every read model of the portal, shaped, filtered, sorted and paged in SQL.
//!
//! A query asks core what the caller may see before it answers, changes nothing, and takes no lock. What the caller
//! may not know of is [`PortalError::NotFound`], like what does not exist.

pub mod customer;
pub mod draft;
pub mod grant;
pub mod invitation;
pub mod link;
mod load;
pub mod mail;
pub mod overview;
pub(crate) mod page;
pub mod partner;
pub mod product;
pub mod tally;
mod timeline;

#[cfg(test)]
mod tests;

pub(crate) use load::organization;

use tierline_app::{error::PortalError, portal::Answer};
use tierline_core::{Refusal, access::Decision};

/// Goes on when core allows it. Where it is refused because nothing ties the two organizations together, there is
/// nothing to be seen.
fn visible(decision: Decision) -> Answer<()> {
    match decision {
        Ok(_) => Ok(()),
        Err(Refusal::NoRelationship { .. } | Refusal::NoPartnership { .. }) => {
            Err(PortalError::NotFound)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
