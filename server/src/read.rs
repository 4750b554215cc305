//! Reading: every read model of the portal, shaped, filtered, sorted and paged in SQL.
//!
//! A query asks core what the caller may see before it answers, changes nothing, and takes no lock. What the caller
//! may not know of is [`PortalError::NotFound`], like what does not exist.

pub(crate) use crate::organization::query::organization;

use tierline_app::{error::PortalError, portal::PortalResult};
use tierline_core::{Refusal, access::Decision};

/// Goes on when core allows it. Where it is refused because nothing ties the two organizations together, there is
/// nothing to be seen.
pub(crate) fn visible(decision: Decision) -> PortalResult<()> {
    match decision {
        Ok(_) => Ok(()),
        Err(Refusal::NoRelationship { .. } | Refusal::NoPartnership { .. }) => {
            Err(PortalError::NotFound)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
