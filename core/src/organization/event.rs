//! Events of organizations.

use serde::{Deserialize, Serialize};

use super::{
    AgreementKind, Capabilities, Capability, CapabilityState, Offboarding, Organization, Profile,
    RequiredOf, Signature, SignedAgreement, SuspendedBy,
};
use crate::{
    Evolve, Timestamp,
    account::Restoration,
    ids::{OrganizationId, UserId},
    market::Country,
    read::Read,
    text::{AddressLine, CompanyName, Domain, EmailAddress, MpnId, PersonName, Reason},
};

/// Events of an organization. Its users have histories of their own ([`crate::account::Event`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// A customer's tenant was created by a partner.
    Created {
        /// The partner.
        partner: OrganizationId,
        /// The reseller it was created for.
        reseller: Option<OrganizationId>,
        /// Legal name.
        name: CompanyName,
        /// The tenant's domain.
        domain: Domain,
        /// Legal location.
        country: Country,
        /// Street, city, postal code: as many lines as were entered.
        address: Vec<AddressLine>,
        /// Its contact address outside the new tenant.
        contact: EmailAddress,
        /// Its first global admin.
        admin: UserId,
        /// When it happened.
        at: Timestamp,
        /// The partner's user.
        by: UserId,
    },
    /// A customer created its own tenant on the way to accepting an invitation.
    SignedUp {
        /// Legal name.
        name: CompanyName,
        /// The tenant's domain.
        domain: Domain,
        /// Legal location.
        country: Country,
        /// Its first global admin.
        admin: UserId,
        /// When it happened.
        at: Timestamp,
    },
    /// A company created its tenant in order to enroll in the program.
    SignedUpToEnroll {
        /// Legal name.
        name: CompanyName,
        /// The tenant's domain.
        domain: Domain,
        /// Legal location.
        country: Country,
        /// Its first global admin.
        admin: UserId,
        /// When it happened.
        at: Timestamp,
    },
    /// The operator of the portal entered it.
    Registered {
        /// Legal name.
        name: CompanyName,
        /// The tenant's domain.
        domain: Domain,
        /// Legal location.
        country: Country,
        /// Its capabilities in the program.
        capabilities: Capabilities,
        /// The associated location MPN ID.
        mpn: Option<MpnId>,
        /// The partner agreement that it has signed outside the portal.
        agreement: Option<SignedAgreement>,
        /// Its first user.
        admin: UserId,
        /// When it happened.
        at: Timestamp,
    },
    /// The operator of the portal entered data that a partner was still missing.
    Completed {
        /// The associated location MPN ID, if it is new.
        mpn: Option<MpnId>,
        /// The partner agreement that it has signed outside the portal, if it is new.
        agreement: Option<SignedAgreement>,
        /// When it happened.
        at: Timestamp,
        /// The operator's user and the reason, if it was entered in the portal.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        entered: Option<Entered>,
    },
    /// The operator helped one of its users in again.
    AccessRestored {
        /// The operator.
        operator: OrganizationId,
        /// The user.
        user: UserId,
        /// The user's name.
        name: PersonName,
        /// What the operator did.
        how: Restoration,
        /// The reason.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// One of its capabilities in the program was added or changed state.
    CapabilityChanged {
        /// The capability.
        capability: Capability,
        /// Its state from now on.
        state: CapabilityState,
        /// When it happened.
        at: Timestamp,
    },
    /// The operator added a capability.
    CapabilityAdded {
        /// The operator.
        operator: OrganizationId,
        /// The capability.
        capability: Capability,
        /// Its state from now on.
        state: CapabilityState,
        /// The reason.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// The operator suspended it: existing business only.
    Suspended {
        /// The operator.
        operator: OrganizationId,
        /// The capabilities concerned.
        capabilities: Vec<Capability>,
        /// The reason.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// The operator lifted the suspension.
    SuspensionLifted {
        /// The operator.
        operator: OrganizationId,
        /// The capabilities concerned.
        capabilities: Vec<Capability>,
        /// The reason.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// A check of its enrollment has failed for too long: existing business only as an indirect reseller.
    SuspendedByEnrollment {
        /// When that was so.
        at: Timestamp,
    },
    /// Every check of its enrollment was passed, which ends that suspension.
    EnrollmentPassed {
        /// What it is as an indirect reseller from now on, unless the operator has suspended it as well.
        state: CapabilityState,
        /// When it happened.
        at: Timestamp,
    },
    /// The operator marked it for offboarding from direct bill.
    OffboardingMarked {
        /// The operator.
        operator: OrganizationId,
        /// From when on that applies.
        from: Timestamp,
        /// The reason.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// The day of the mark came: no new direct customers.
    OffboardingBegun {
        /// When that was.
        at: Timestamp,
    },
    /// The operator took the mark back.
    OffboardingTakenBack {
        /// The operator.
        operator: OrganizationId,
        /// The reason.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// The operator put the customer's account under review: new purchases, increases and upgrades wait.
    ReviewBegun {
        /// The operator.
        operator: OrganizationId,
        /// The reason.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// The operator ended the review of the customer's account.
    ReviewEnded {
        /// The operator.
        operator: OrganizationId,
        /// The reason.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// It entered its legal business profile.
    ProfileChanged {
        /// Legal name.
        name: CompanyName,
        /// Street, city, postal code: as many lines as were entered.
        address: Vec<AddressLine>,
        /// When it happened.
        at: Timestamp,
        /// Its user.
        by: UserId,
    },
    /// It corrected its legal location, before it asked for the program's review.
    CountryCorrected {
        /// The country before.
        from: Country,
        /// The country from now on.
        to: Country,
        /// When it happened.
        at: Timestamp,
        /// Its user.
        by: UserId,
    },
    /// The operator changed its legal location.
    CountryChanged {
        /// The operator.
        operator: OrganizationId,
        /// The country before.
        from: Country,
        /// The country from now on.
        to: Country,
        /// The reason.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// The operator corrected its legal business profile.
    ProfileCorrected {
        /// The operator.
        operator: OrganizationId,
        /// The profile before.
        from: Profile,
        /// The profile from now on.
        to: Profile,
        /// The reason.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// It associated a location MPN ID.
    MpnAssociated {
        /// The location MPN ID.
        mpn: MpnId,
        /// When it happened.
        at: Timestamp,
        /// Its user.
        by: UserId,
    },
    /// The location of its MPN ID, or the profile of that location, is not active any more, or is in another country.
    MpnDeactivated {
        /// The location MPN ID.
        mpn: MpnId,
        /// Its country, if that is another one than the organization's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        elsewhere: Option<Country>,
        /// When that was seen.
        at: Timestamp,
    },
    /// The location of its MPN ID is active again.
    MpnReactivated {
        /// The location MPN ID.
        mpn: MpnId,
        /// When that was seen.
        at: Timestamp,
    },
    /// A global admin signed an agreement for it.
    AgreementSigned {
        /// The signature.
        signature: Signature,
    },
    /// It requires a second factor of these users from now on.
    SecondFactorRequired {
        /// The users.
        of: RequiredOf,
        /// When it happened.
        at: Timestamp,
        /// The global admin.
        by: UserId,
    },
    /// As a customer, it decided whether it is asked before a request for an order is approved.
    AskedFirstSet {
        /// Whether it is.
        asked_first: bool,
        /// When it happened.
        at: Timestamp,
        /// The global admin.
        by: UserId,
    },
}

/// Who entered something for an organization, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Entered {
    /// The operator.
    pub operator: OrganizationId,
    /// The reason.
    pub reason: Reason,
    /// The operator's user.
    pub by: UserId,
}

impl Event {
    /// The other organizations that it names, each as often as it does so.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        match self {
            Event::Created {
                partner, reseller, ..
            } => [*partner].into_iter().chain(*reseller).collect(),
            Event::CapabilityAdded { operator, .. }
            | Event::Suspended { operator, .. }
            | Event::SuspensionLifted { operator, .. }
            | Event::OffboardingMarked { operator, .. }
            | Event::OffboardingTakenBack { operator, .. }
            | Event::ReviewBegun { operator, .. }
            | Event::ReviewEnded { operator, .. }
            | Event::ProfileCorrected { operator, .. }
            | Event::CountryChanged { operator, .. }
            | Event::AccessRestored { operator, .. } => vec![*operator],
            Event::Completed { entered, .. } => entered.iter().map(|it| it.operator).collect(),
            Event::SignedUp { .. }
            | Event::SignedUpToEnroll { .. }
            | Event::Registered { .. }
            | Event::CapabilityChanged { .. }
            | Event::SuspendedByEnrollment { .. }
            | Event::EnrollmentPassed { .. }
            | Event::OffboardingBegun { .. }
            | Event::ProfileChanged { .. }
            | Event::CountryCorrected { .. }
            | Event::MpnAssociated { .. }
            | Event::MpnDeactivated { .. }
            | Event::MpnReactivated { .. }
            | Event::AgreementSigned { .. }
            | Event::SecondFactorRequired { .. }
            | Event::AskedFirstSet { .. } => Vec::new(),
        }
    }
}

/// An organization begins in one of four ways: created by a partner, signed up on the way to an answer, signed up to
/// enroll, or registered by hand. The first two create only customers, the third an indirect reseller that is
/// enrolling.
///
/// ```
/// use tierline_core::{Evolve, organization::{Capability, CapabilityState, Event, Organization}};
/// # let id = |number: u128| uuid::Uuid::from_u128(number);
/// # let at = chrono::DateTime::UNIX_EPOCH;
/// let signed_up = Event::SignedUp {
///     name: "Adventure Works".parse().unwrap(),
///     domain: "adventure.example".parse().unwrap(),
///     country: "AT".parse().unwrap(),
///     admin: id(8).into(),
///     at,
/// };
/// let tenant = Organization::evolve(id(4).into(), None, &signed_up).unwrap();
/// assert!(tenant.capabilities.is_active(Capability::Customer));
///
/// let event = Event::CapabilityChanged { capability: Capability::Customer, state: CapabilityState::Suspended, at };
/// let suspended = Organization::evolve(tenant.id, Some(tenant), &event).unwrap();
/// assert!(!suspended.capabilities.is_active(Capability::Customer));
/// ```
impl Evolve for Organization {
    type Id = OrganizationId;
    type Event = Event;

    fn begin(id: OrganizationId, event: &Event) -> Option<Organization> {
        let (name, domain, country, capabilities, agreement, mpn) = match event {
            Event::Created {
                name,
                domain,
                country,
                ..
            }
            | Event::SignedUp {
                name,
                domain,
                country,
                ..
            } => {
                let customer = Capabilities::only(Capability::Customer);
                (name, domain, country, customer, &None, &None)
            }
            Event::SignedUpToEnroll {
                name,
                domain,
                country,
                ..
            } => {
                let enrolling = Capabilities::default()
                    .with(Capability::IndirectReseller, CapabilityState::Enrolling);
                (name, domain, country, enrolling, &None, &None)
            }
            Event::Registered {
                name,
                domain,
                country,
                capabilities,
                mpn,
                agreement,
                ..
            } => (name, domain, country, *capabilities, agreement, mpn),
            Event::Completed { .. }
            | Event::AccessRestored { .. }
            | Event::CapabilityChanged { .. }
            | Event::CapabilityAdded { .. }
            | Event::Suspended { .. }
            | Event::SuspensionLifted { .. }
            | Event::SuspendedByEnrollment { .. }
            | Event::EnrollmentPassed { .. }
            | Event::OffboardingMarked { .. }
            | Event::OffboardingBegun { .. }
            | Event::OffboardingTakenBack { .. }
            | Event::ReviewBegun { .. }
            | Event::ReviewEnded { .. }
            | Event::ProfileChanged { .. }
            | Event::ProfileCorrected { .. }
            | Event::CountryCorrected { .. }
            | Event::CountryChanged { .. }
            | Event::MpnAssociated { .. }
            | Event::MpnDeactivated { .. }
            | Event::MpnReactivated { .. }
            | Event::AgreementSigned { .. }
            | Event::SecondFactorRequired { .. }
            | Event::AskedFirstSet { .. } => return None,
        };
        Some(Organization {
            id,
            name: name.clone(),
            domain: domain.clone(),
            country: *country,
            capabilities,
            agreement: agreement.clone(),
            mpn: mpn.clone(),
            second_factor: RequiredOf::Nobody,
            suspensions: Vec::new(),
            offboarding: None,
            mpn_inactive: None,
            asked_first: false,
        })
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Created { .. }
            | Event::SignedUp { .. }
            | Event::SignedUpToEnroll { .. }
            | Event::Registered { .. }
            | Event::AccessRestored { .. }
            // What is decided meanwhile takes the review as a fact beside the organization.
            | Event::ReviewBegun { .. }
            | Event::ReviewEnded { .. } => {}
            // Data that was not entered again stays.
            Event::Completed { mpn, agreement, .. } => {
                if mpn.is_some() {
                    if self.mpn != *mpn {
                        self.mpn_inactive = None;
                    }
                    self.mpn.clone_from(mpn);
                }
                if agreement.is_some() {
                    self.agreement.clone_from(agreement);
                }
            }
            // Before the reasons were kept, an enrollment suspended its organization by this.
            Event::CapabilityChanged {
                capability: capability @ Capability::IndirectReseller,
                state: CapabilityState::Suspended,
                ..
            } => self.suspend_by(*capability, SuspendedBy::Enrollment),
            Event::CapabilityChanged {
                capability, state, ..
            }
            | Event::CapabilityAdded {
                capability, state, ..
            } => self.set_state(*capability, *state),
            Event::Suspended { capabilities, .. } => {
                for capability in capabilities {
                    self.suspend_by(*capability, SuspendedBy::Operator);
                }
            }
            Event::SuspensionLifted { capabilities, .. } => {
                for capability in capabilities {
                    self.end_suspension_by(*capability, SuspendedBy::Operator);
                }
            }
            Event::SuspendedByEnrollment { .. } => {
                self.suspend_by(Capability::IndirectReseller, SuspendedBy::Enrollment);
            }
            Event::EnrollmentPassed { state, .. } => {
                let capability = Capability::IndirectReseller;
                self.set_otherwise(capability, *state);
                self.end_suspension_by(capability, SuspendedBy::Enrollment);
            }
            Event::OffboardingMarked {
                from, reason, at, ..
            } => {
                self.offboarding = Some(Offboarding {
                    from: *from,
                    reason: reason.clone(),
                    at: *at,
                    begun: false,
                });
            }
            Event::OffboardingBegun { .. } => {
                if let Some(mark) = &mut self.offboarding {
                    mark.begun = true;
                }
                self.set_otherwise(Capability::DirectBill, CapabilityState::Offboarding);
            }
            Event::OffboardingTakenBack { .. } => {
                self.offboarding = None;
                self.set_otherwise(Capability::DirectBill, CapabilityState::Active);
            }
            Event::ProfileChanged { name, .. } => self.name.clone_from(name),
            Event::CountryCorrected { to, .. } | Event::CountryChanged { to, .. } => {
                self.country = *to;
            }
            Event::ProfileCorrected { to, .. } => self.name.clone_from(&to.name),
            Event::MpnAssociated { mpn, .. } => {
                self.mpn = Some(mpn.clone());
                self.mpn_inactive = None;
            }
            Event::MpnDeactivated { at, .. } => self.mpn_inactive = Some(*at),
            Event::MpnReactivated { .. } => self.mpn_inactive = None,
            // The other agreements are added to the partner agreement, and take nothing from it.
            Event::AgreementSigned { signature } => {
                if signature.kind == AgreementKind::PartnerAgreement {
                    self.agreement = Some(SignedAgreement {
                        version: signature.version.to_string(),
                        at: signature.at,
                    });
                }
            }
            Event::SecondFactorRequired { of, .. } => self.second_factor = *of,
            Event::AskedFirstSet { asked_first, .. } => self.asked_first = *asked_first,
        }
    }
}
