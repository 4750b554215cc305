//! The checklist before a request is sent: the known obstacles to accepting it.
//!
//! "Before you can start working with resellers, they must be enrolled as indirect resellers in the CSP program"
//! ("Partner with indirect resellers in the CSP program").

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::{
    market,
    organization::{Capability, Organization},
    read::Read,
};

/// One line of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[non_exhaustive]
pub struct Check {
    /// The requirement checked.
    pub item: CheckItem,
    /// The outcome.
    pub outcome: CheckOutcome,
}

/// The requirements in the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum CheckItem {
    /// The recipient is enrolled as an indirect reseller.
    Enrolled,
    /// It has signed the partner agreement.
    AgreementSigned,
    /// It has associated a location MPN ID.
    MpnIdAssociated,
    /// It is in the same region.
    SameRegion,
    /// It is not a partner itself (customers only).
    NoPartner,
}

/// The outcome of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum CheckOutcome {
    /// The requirement is met.
    Met,
    /// Not met (yet); accepting would be refused.
    NotMet,
    /// The recipient is not known; the requirement is checked at acceptance.
    Unknown,
}

/// The checklist for an invitation of this kind. With an unknown recipient every line is unknown, which does not
/// prevent sending. Neither does an unmet line: a reseller may enroll before it accepts. Of a recipient in another
/// region nothing is told but that, because no partnership can come of it.
///
/// ```
/// use tierline_core::{invitation::{CheckItem, CheckOutcome, Kind, readiness}, testing::*};
/// let (provider, mut reseller) = (provider(), reseller());
/// let kind = Kind::Partnership { provider: provider.id };
/// let checks = readiness(&provider, None, kind);
/// assert!(checks.iter().all(|check| check.outcome == CheckOutcome::Unknown));
///
/// reseller.agreement = None;
/// let checks = readiness(&provider, Some(&reseller), kind);
/// let not_met: Vec<_> = checks.iter().filter(|check| check.outcome == CheckOutcome::NotMet).collect();
/// assert_eq!(not_met.len(), 1);
/// assert_eq!(not_met[0].item, CheckItem::AgreementSigned);
///
/// reseller.country = "US".parse().unwrap();
/// let checks = readiness(&provider, Some(&reseller), kind);
/// let known: Vec<_> = checks.iter().filter(|check| check.outcome != CheckOutcome::Unknown).collect();
/// assert_eq!(known.len(), 1);
/// assert_eq!((known[0].item, known[0].outcome), (CheckItem::SameRegion, CheckOutcome::NotMet));
/// ```
#[must_use]
pub fn readiness(
    inviter: &Organization,
    recipient: Option<&Organization>,
    kind: Kind,
) -> Vec<Check> {
    let here = |other: &Organization| market::same_region(inviter.country, other.country);
    let outcome = |test: fn(&Organization) -> bool| match recipient {
        Some(organization) if !here(organization) => CheckOutcome::Unknown,
        None => CheckOutcome::Unknown,
        Some(organization) if test(organization) => CheckOutcome::Met,
        Some(_) => CheckOutcome::NotMet,
    };
    let region = Check {
        item: CheckItem::SameRegion,
        outcome: match recipient {
            None => CheckOutcome::Unknown,
            Some(other) if here(other) => CheckOutcome::Met,
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
