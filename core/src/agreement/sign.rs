//! Signing.

use std::net::IpAddr;

use super::{Agreement, AgreementKind, Refusal, Signature, in_force_now};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    digest::Sha256,
    enrollment::{self, Enrollment, Path, Status},
    market::Language,
    organization::{self, Capabilities, Capability, CapabilityState, Organization},
    text::AgreementVersion,
};

/// Facts for signing, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct SignFacts<'a> {
    /// The organization that signs, with the agreements that count.
    pub organization: &'a Organization,
    /// Its enrollment, if it has one.
    pub enrollment: Option<&'a Enrollment>,
    /// The newest signature of the indirect reseller agreement, if it has signed one.
    pub reseller_agreement: Option<&'a Signature>,
    /// Every version of the agreement.
    pub agreements: &'a [Agreement],
}

/// What is signed, from where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signing {
    /// The agreement.
    pub kind: AgreementKind,
    /// The version that was read.
    pub version: AgreementVersion,
    /// The language in which it was read.
    pub language: Language,
    /// The digest of the text that was shown.
    pub text: Sha256,
    /// The network address of the one who signs.
    pub address: IpAddr,
}

/// The events of a signature.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Signed {
    /// The events of the organization.
    pub organization: Vec<organization::Event>,
    /// The event of the enrollment that it completes.
    pub enrollment: Option<enrollment::Event>,
}

/// Decides whether an organization may sign this agreement at all, whatever its version: what a page shows in advance.
///
/// "You won't be able to sign Microsoft Partner Agreement (MPA) or transact in CSP, until you complete associating your
/// MPN ID with your CSP account" ("Partner with indirect providers in the CSP program").
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) for everybody but a global admin;
/// [`MpnIdMissing`](organization::Refusal::MpnIdMissing);
/// [`CapabilityInactive`](organization::Refusal::CapabilityInactive) before the review is passed;
/// [`Refusal::NotOffered`]; for the indirect reseller agreement,
/// [`AgreementUnsigned`](organization::Refusal::AgreementUnsigned) without the partner agreement.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{
///     agreement::{AgreementKind, may_sign},
///     organization::{Capability::IndirectReseller, CapabilityState, Organization},
///     role::Role,
/// };
/// let enrolling = with(Organization { mpn: None, ..reseller() }, IndirectReseller, CapabilityState::Enrolling);
/// let admin = actor(&enrolling, Role::GlobalAdmin);
/// let refused = |organization: &_| {
///     may_sign(organization, None, AgreementKind::PartnerAgreement, &admin).unwrap_err().code()
/// };
/// assert_eq!(refused(&enrolling), "mpn_id_missing");
/// let reviewed = with(reseller(), IndirectReseller, CapabilityState::Enrolling);
/// assert_eq!(refused(&reviewed), "capability_inactive");
/// ```
pub fn may_sign(
    organization: &Organization,
    enrollment: Option<&Enrollment>,
    kind: AgreementKind,
    actor: &Actor,
) -> Result<(), crate::Refusal> {
    access::authorize_own(organization, actor, Action::SignAgreement)?;
    access::has_mpn(organization)?;
    let capabilities = &organization.capabilities;
    if !concerns(kind, capabilities) {
        let capability = Capability::IndirectReseller;
        return Err(organization::Refusal::CapabilityInactive {
            organization: organization.party(),
            capability,
            state: capabilities.state(capability),
        }
        .into());
    }
    if kind == AgreementKind::IndirectResellerAgreement {
        let joins = |it: &Enrollment| matches!(it.path, Path::Additional { .. });
        if !of(organization, enrollment).is_some_and(joins) {
            return Err(Refusal::NotOffered {
                kind,
                organization: organization.party(),
            }
            .into());
        }
        if organization.agreement.is_none() {
            return Err(organization::Refusal::AgreementUnsigned {
                organization: organization.party(),
            }
            .into());
        }
    }
    Ok(())
}

/// Whether an agreement is for an organization with these capabilities: one that the program has approved, and that has
/// not left it. Whoever still enrolls signs later; for the indirect reseller agreement more is asked when it is signed.
///
/// ```
/// use tierline_core::{
///     agreement::{AgreementKind, concerns},
///     organization::{Capabilities, Capability::IndirectReseller, CapabilityState},
/// };
/// let of = |state| concerns(AgreementKind::PartnerAgreement, &Capabilities::default().with(IndirectReseller, state));
/// assert!(of(CapabilityState::Qualified) && of(CapabilityState::Suspended));
/// assert!(!of(CapabilityState::Enrolling) && !of(CapabilityState::Ended));
/// ```
#[must_use]
pub fn concerns(kind: AgreementKind, capabilities: &Capabilities) -> bool {
    let is_known = |capability: &Capability| {
        matches!(
            capabilities.state(*capability),
            Some(
                CapabilityState::Qualified
                    | CapabilityState::Active
                    | CapabilityState::Offboarding
                    | CapabilityState::Suspended
            )
        )
    };
    let known: &[Capability] = match kind {
        AgreementKind::PartnerAgreement => &[
            Capability::IndirectReseller,
            Capability::IndirectProvider,
            Capability::DirectBill,
        ],
        AgreementKind::IndirectResellerAgreement => &[Capability::IndirectReseller],
    };
    known.iter().any(is_known)
}

/// Signs the version in force, for the organization. It makes a qualified partner an active one: by the partner
/// agreement a new partner, by the indirect reseller agreement one that was in the program before.
///
/// # Errors
/// As [`may_sign`]; [`Refusal::VersionNotInForce`], so that what was replaced while it was read is not signed;
/// [`Refusal::TextDiffers`]; [`Refusal::AlreadySigned`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{
///     agreement::{AgreementKind, SignFacts, Signing, sign},
///     market::Language,
///     organization::{Capability::IndirectReseller, CapabilityState, Event, Organization},
///     role::Role,
/// };
/// let all = [agreement(1, "2026-01", day(0), None), agreement(2, "2026-02", day(30), None)];
/// let qualified = with(Organization { agreement: None, ..reseller() }, IndirectReseller, CapabilityState::Qualified);
/// let enrollment = qualified_enrollment(&qualified);
/// let facts = SignFacts { organization: &qualified, enrollment: Some(&enrollment), reseller_agreement: None, agreements: &all };
/// let admin = actor(&qualified, Role::GlobalAdmin);
/// let signing = Signing {
///     kind: AgreementKind::PartnerAgreement,
///     version: "2026-01".parse().unwrap(),
///     language: Language::English,
///     text: all[0].texts[0].digest,
///     address: [192, 0, 2, 1].into(),
/// };
/// let signed = sign(facts, &signing, &admin, day(20))?;
/// assert!(matches!(signed.organization[..], [
///     Event::AgreementSigned { .. },
///     Event::CapabilityChanged { capability: IndirectReseller, state: CapabilityState::Active, .. },
/// ]));
/// assert!(signed.enrollment.is_some());
/// // Replaced while it was unsigned.
/// assert_eq!(sign(facts, &signing, &admin, day(30)).unwrap_err().code(), "agreement_not_in_force");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn sign(
    facts: SignFacts<'_>,
    signing: &Signing,
    actor: &Actor,
    now: Timestamp,
) -> Result<Signed, crate::Refusal> {
    let (organization, kind) = (facts.organization, signing.kind);
    may_sign(organization, facts.enrollment, kind, actor)?;
    let newest = in_force_now(facts.agreements, kind, now);
    let Some(agreement) = newest.filter(|it| it.version == signing.version) else {
        return Err(Refusal::VersionNotInForce {
            version: signing.version.clone(),
            in_force: newest.map(|it| it.version.clone()),
        }
        .into());
    };
    if agreement.text(signing.language) != Some(signing.text) {
        return Err(Refusal::TextDiffers {
            version: signing.version.clone(),
        }
        .into());
    }
    let completes = completes(&facts, kind, now);
    // A partner that signed while it was suspended still becomes active by signing.
    if let Some(at) = signed_at(&facts, signing).filter(|_| !completes) {
        return Err(Refusal::AlreadySigned {
            version: signing.version.clone(),
            at,
        }
        .into());
    }
    let signature = Signature {
        kind,
        version: signing.version.clone(),
        language: signing.language,
        text: signing.text,
        address: signing.address,
        at: now,
        by: actor.user,
    };
    let mut signed = Signed {
        organization: vec![organization::Event::AgreementSigned { signature }],
        enrollment: None,
    };
    if completes {
        signed.enrollment = Some(enrollment::Event::Activated { at: now });
        signed
            .organization
            .push(organization::Event::CapabilityChanged {
                capability: Capability::IndirectReseller,
                state: CapabilityState::Active,
                at: now,
            });
    }
    Ok(signed)
}

/// Whether this agreement is what a qualified partner still has to sign. What is suspended does not become active by
/// it.
fn completes(facts: &SignFacts<'_>, kind: AgreementKind, now: Timestamp) -> bool {
    let state = facts.organization.capabilities.indirect_reseller;
    let by = |it: &Enrollment| match it.path {
        Path::New => AgreementKind::PartnerAgreement,
        Path::Additional { .. } => AgreementKind::IndirectResellerAgreement,
    };
    state == Some(CapabilityState::Qualified)
        && of(facts.organization, facts.enrollment)
            .is_some_and(|it| it.status(now) == Status::Qualified && by(it) == kind)
}

/// When this version was signed before, if it was.
fn signed_at(facts: &SignFacts<'_>, signing: &Signing) -> Option<Timestamp> {
    match signing.kind {
        AgreementKind::PartnerAgreement => {
            let signed = facts.organization.agreement.as_ref()?;
            (signed.version == signing.version.as_str()).then_some(signed.at)
        }
        AgreementKind::IndirectResellerAgreement => {
            let signed = facts.reseller_agreement?;
            (signed.version == signing.version).then_some(signed.at)
        }
    }
}

/// An enrollment of another organization counts as none.
fn of<'a>(
    organization: &Organization,
    enrollment: Option<&'a Enrollment>,
) -> Option<&'a Enrollment> {
    enrollment.filter(|it| it.organization == organization.id)
}
