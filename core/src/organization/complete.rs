//! Completing a partner: the operator enters data that is still missing.

use super::{Entered, Event, Operating, Organization, Problem, SignedAgreement, may_operate};
use crate::{
    Evolve as _, Timestamp,
    access::Action,
    text::{AgreementVersion, Domain, MpnId, Reason},
};

/// Data to be entered for a partner that is already in the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The domain of the partner's tenant.
    pub tenant: Domain,
    /// Its location MPN ID, if it is new.
    pub mpn: Option<MpnId>,
    /// The partner agreement that it has signed outside the portal, if it is new.
    pub agreement: Option<AgreementVersion>,
    /// The reason, which the portal asks for.
    pub reason: Option<Reason>,
}

/// Decides the completion of a partner: its MPN ID, which is associated with one tenant, and the partner agreement that
/// it has signed ("Partner with indirect providers in the CSP program"). Data entered again replaces the earlier data.
///
/// `mpn_taken` says whether the MPN ID belongs to another organization.
///
/// # Errors
/// As [`may_operate`]; otherwise every [`Problem`] found.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{
///     access::may_transact,
///     organization::{Capability, Completion, Operating, Organization, complete},
///     role::Role,
/// };
/// let operator = operator();
/// let by = Some(Operating { operator: &operator, actor: &actor(&operator, Role::ProgramAdmin) });
/// let bare = Organization { mpn: None, agreement: None, ..reseller() };
/// assert!(may_transact(&bare, Capability::IndirectReseller).is_err());
/// let new = Completion {
///     tenant: bare.domain.clone(),
///     mpn: Some("4586213".parse().unwrap()),
///     agreement: Some("2026-01".parse().unwrap()),
///     reason: None,
/// };
/// let (partner, _) = complete(by, Some(&bare), false, &new, day(2)).unwrap();
/// assert!(may_transact(&partner, Capability::IndirectReseller).is_ok());
///
/// let problems = complete(by, Some(&customer()), false, &new, day(2)).unwrap_err();
/// let codes: Vec<&str> = problems.iter().map(|problem| problem.code()).collect();
/// assert_eq!(codes, ["mpn_of_no_partner", "agreement_of_no_partner"]);
/// ```
pub fn complete(
    by: Option<Operating<'_>>,
    organization: Option<&Organization>,
    mpn_taken: bool,
    new: &Completion,
    now: Timestamp,
) -> Result<(Organization, Event), Vec<Problem>> {
    may_operate(by, Action::ManageOrganizations).map_err(|problem| vec![problem])?;
    let Some(before) = organization else {
        return Err(vec![Problem::UnknownOrganization {
            domain: new.tenant.clone(),
        }]);
    };
    let mut problems = Vec::new();
    if !before.capabilities.is_partner() {
        problems.extend(new.mpn.as_ref().map(|_| Problem::MpnOfNoPartner));
        problems.extend(
            new.agreement
                .as_ref()
                .map(|_| Problem::AgreementOfNoPartner),
        );
    }
    if let Some(mpn) = new.mpn.as_ref().filter(|_| mpn_taken) {
        problems.push(Problem::MpnTaken { mpn: mpn.clone() });
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let agreement = new.agreement.as_ref().map(|version| SignedAgreement {
        version: version.to_string(),
        at: now,
    });
    let entered = by.zip(new.reason.clone()).map(|(by, reason)| Entered {
        operator: by.operator.id,
        reason,
        by: by.actor.user,
    });
    let event = Event::Completed {
        mpn: new.mpn.clone(),
        agreement,
        at: now,
        entered,
    };
    let mut after = before.clone();
    after.apply(&event);
    Ok((after, event))
}
