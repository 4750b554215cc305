//! What a signature is worth as time passes.

use serde::{Deserialize, Serialize};

use super::{Agreement, AgreementKind, Signature};
use crate::{
    Timestamp,
    organization::{Capability, CapabilityState, Organization},
    read::Read,
    text::AgreementVersion,
};

/// The version of this agreement that applies at this moment: the one that came into force last.
///
/// ```
/// use tierline_core::{agreement::{AgreementKind, in_force_now}, testing::*};
/// let all = [agreement(1, "2026-01", day(0), None), agreement(2, "2026-02", day(30), Some(day(60)))];
/// let version = |now| in_force_now(&all, AgreementKind::PartnerAgreement, now).map(|it| it.version.as_str());
/// assert_eq!((version(day(29)), version(day(30))), (Some("2026-01"), Some("2026-02")));
/// assert_eq!(in_force_now(&all, AgreementKind::IndirectResellerAgreement, day(30)), None);
/// ```
#[must_use]
pub fn in_force_now(
    agreements: &[Agreement],
    kind: AgreementKind,
    now: Timestamp,
) -> Option<&Agreement> {
    of(agreements, kind)
        .filter(|it| it.effective <= now)
        .max_by_key(|it| (it.effective, it.at))
}

/// A version that a partner is asked to sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Ask {
    /// The agreement.
    pub kind: AgreementKind,
    /// The version.
    pub version: AgreementVersion,
    /// From when on the partner can't transact without having signed it.
    pub must_be_signed_by: Option<Timestamp>,
}

/// The version of this agreement that a partner is asked to sign, when it has signed this one, or none.
///
/// ```
/// use tierline_core::{agreement::{AgreementKind, asked}, testing::*};
/// let all = [agreement(1, "2026-01", day(0), None), agreement(2, "2026-02", day(30), Some(day(60)))];
/// let kind = AgreementKind::PartnerAgreement;
/// let signed = Some(("2026-01", day(5)));
/// assert_eq!(asked(&all, kind, signed, day(29)), None);
/// assert_eq!(asked(&all, kind, signed, day(30)).unwrap().must_be_signed_by, Some(day(60)));
/// assert!(asked(&all, kind, None, day(5)).is_some());
/// ```
#[must_use]
pub fn asked(
    agreements: &[Agreement],
    kind: AgreementKind,
    signed: Option<(&str, Timestamp)>,
    now: Timestamp,
) -> Option<Ask> {
    let newest = in_force_now(agreements, kind, now)?;
    let has_it = signed.is_some_and(|signed| !is_newer(agreements, newest, signed));
    (!has_it).then(|| Ask {
        kind,
        version: newest.version.clone(),
        must_be_signed_by: newest.must_be_signed_by,
    })
}

/// The organization as it stands at this moment: with the agreements that still count, whether or not a job has
/// recorded that others do not. Every decision about the organization takes it like this. `reseller_agreement` is the
/// newest signature of the indirect reseller agreement, if the organization has signed one.
///
/// ```
/// use tierline_core::{access::may_transact, agreement::in_force, organization::Capability, testing::*};
/// let all = [agreement(1, "1", day(0), None), agreement(2, "2026-02", day(30), Some(day(60)))];
/// let transacts = |now| may_transact(&in_force(reseller(), None, &all, now), Capability::IndirectReseller);
/// assert!(transacts(day(59)).is_ok(), "asked, and not late");
/// assert_eq!(transacts(day(60)).unwrap_err().code(), "agreement_unsigned");
/// ```
#[must_use]
pub fn in_force(
    mut organization: Organization,
    reseller_agreement: Option<&Signature>,
    agreements: &[Agreement],
    now: Timestamp,
) -> Organization {
    let signed = organization.agreement.take();
    organization.agreement = signed.filter(|signed| {
        let kind = AgreementKind::PartnerAgreement;
        counts(agreements, kind, (&signed.version, signed.at), now)
    });
    // A reseller by that agreement is one that has to sign it, once the signature does not count any more.
    let lapsed = reseller_agreement.is_some_and(|signed| {
        !counts(
            agreements,
            AgreementKind::IndirectResellerAgreement,
            (signed.version.as_str(), signed.at),
            now,
        )
    });
    let reseller = Capability::IndirectReseller;
    if lapsed && organization.capabilities.is_active(reseller) {
        organization.capabilities = organization
            .capabilities
            .with(reseller, CapabilityState::Qualified);
    }
    organization
}

/// The agreement that a partner still has to sign, given those that count. One that was in the program before, and is
/// to become a reseller, signs for that, whatever it has signed before.
///
/// ```
/// use tierline_core::{agreement::{AgreementKind, unsigned}, organization::{Capability, CapabilityState, Organization}, testing::*};
/// assert_eq!(unsigned(&reseller()), None);
/// let bare = Organization { agreement: None, ..reseller() };
/// assert_eq!(unsigned(&bare), Some(AgreementKind::PartnerAgreement));
/// let joining = with(direct_bill(), Capability::IndirectReseller, CapabilityState::Qualified);
/// assert_eq!(unsigned(&joining), Some(AgreementKind::IndirectResellerAgreement));
/// ```
#[must_use]
pub fn unsigned(organization: &Organization) -> Option<AgreementKind> {
    if organization.agreement.is_none() {
        return Some(AgreementKind::PartnerAgreement);
    }
    let reseller = organization.capabilities.indirect_reseller;
    (reseller == Some(CapabilityState::Qualified))
        .then_some(AgreementKind::IndirectResellerAgreement)
}

/// Whether a signature of this version still counts: no later version has to be signed by now.
fn counts(
    agreements: &[Agreement],
    kind: AgreementKind,
    signed: (&str, Timestamp),
    now: Timestamp,
) -> bool {
    let due = |it: &&Agreement| it.must_be_signed_by.is_some_and(|by| by <= now);
    !of(agreements, kind)
        .filter(due)
        .any(|it| is_newer(agreements, it, signed))
}

/// Whether this version is newer than the one that was signed. Of a version that is not kept here, signed outside the
/// portal, only the day of its signature is known.
fn is_newer(agreements: &[Agreement], than: &Agreement, signed: (&str, Timestamp)) -> bool {
    let (version, at) = signed;
    let mut known = of(agreements, than.kind);
    match known.find(|it| it.version.as_str() == version) {
        Some(known) => (than.effective, than.at) > (known.effective, known.at),
        None => than.effective > at,
    }
}

fn of(agreements: &[Agreement], kind: AgreementKind) -> impl Iterator<Item = &Agreement> {
    agreements.iter().filter(move |it| it.kind == kind)
}
