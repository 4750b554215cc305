//! The checklist before a request is sent: what is known already to stand in the way.

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::{
    market,
    organization::{Capability, Organization},
    read::Read,
};

/// One line of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Check {
    /// What is looked at.
    pub item: CheckItem,
    /// How it stands.
    pub outcome: CheckOutcome,
}

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum CheckItem {
    /// Is the recipient enrolled as an indirect reseller?
    Enrolled,
    /// Has it signed the partner agreement?
    AgreementSigned,
    /// Has it associated a location MPN ID?
    MpnIdAssociated,
    /// Is it in the same region?
    SameRegion,
    /// Is it no partner itself (customers only)?
    NoPartner,
}

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum CheckOutcome {
    /// As it should be.
    Met,
    /// Not (yet); accepting would be refused.
    NotMet,
    /// The recipient is not known; it will be checked at acceptance.
    Unknown,
}

/// The checklist for an invitation of this kind. With an unknown recipient every line is unknown, which is no
/// obstacle to sending.
///
/// ```
/// use tierline_core::{ids::OrganizationId, invitation::{CheckOutcome, Kind, readiness}};
/// # use tierline_core::organization::*;
/// # let provider = Organization { id: OrganizationId::from_uuid(uuid::Uuid::from_u128(1)), name: "Contoso Distribution".parse().unwrap(),
/// #   domain: "contoso.example".parse().unwrap(), country: "TW".parse().unwrap(), capabilities: Capabilities::only(Capability::IndirectProvider), agreement: None, mpn: None };
/// let checks = readiness(&provider, None, Kind::Partnership { provider: provider.id });
/// assert!(checks.iter().all(|check| check.outcome == CheckOutcome::Unknown));
/// ```
#[must_use]
pub fn readiness(
    inviter: &Organization,
    recipient: Option<&Organization>,
    kind: Kind,
) -> Vec<Check> {
    let outcome = |test: fn(&Organization) -> bool| match recipient {
        None => CheckOutcome::Unknown,
        Some(organization) if test(organization) => CheckOutcome::Met,
        Some(_) => CheckOutcome::NotMet,
    };
    let region = Check {
        item: CheckItem::SameRegion,
        outcome: match recipient {
            None => CheckOutcome::Unknown,
            Some(other) if market::same_region(inviter.country, other.country) => CheckOutcome::Met,
            Some(_) => CheckOutcome::NotMet,
        },
    };
    match kind {
        Kind::Partnership { .. } => vec![
            Check {
                item: CheckItem::Enrolled,
                outcome: outcome(|other| {
                    other.capabilities.is_active(Capability::IndirectReseller)
                }),
            },
            Check {
                item: CheckItem::AgreementSigned,
                outcome: outcome(|other| other.agreement.is_some()),
            },
            Check {
                item: CheckItem::MpnIdAssociated,
                outcome: outcome(|other| other.mpn.is_some()),
            },
            region,
        ],
        Kind::Relationship { .. } | Kind::JointRelationship { .. } => vec![
            Check {
                item: CheckItem::NoPartner,
                outcome: outcome(|other| !other.capabilities.is_partner()),
            },
            region,
        ],
    }
}
