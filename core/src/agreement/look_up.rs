//! Where a reseller stands, for a provider that asks.

use super::{AgreementKind, unsigned};
use crate::{
    Refusal,
    access::{self, Action},
    actor::Actor,
    organization::{Capability, CapabilityState, Organization},
};

/// What a provider is told of a reseller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whether the review is passed: it is a partner of the program.
    pub enrolled: bool,
    /// The agreement that it still has to sign.
    pub unsigned: Option<AgreementKind>,
    /// Whether it may do business, which makes it a partner of record; or what is missing, and who can fix it.
    pub business: Result<(), Refusal>,
}

/// Decides what a provider is told of the organization that it asked for: where it stands, if it is an indirect
/// reseller of the provider's region, and nothing at all of any other, nor that it exists. "Your legal business
/// location as a CSP indirect reseller determines the indirect providers with whom you can work" ("Partner with
/// indirect providers in the CSP program").
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings;
/// [`CapabilityInactive`](crate::organization::Refusal::CapabilityInactive) for who is no active provider.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{
///     agreement::{AgreementKind, look_up},
///     organization::{Capability::IndirectReseller, Organization},
///     role::Role,
/// };
/// let provider = provider();
/// let asking = actor(&provider, Role::SalesAgent);
/// let told = |of: &_| look_up(&provider, &asking, Some(of)).unwrap();
/// assert_eq!(told(&reseller()).unwrap().business, Ok(()));
/// let unsigned = Organization { agreement: None, ..reseller() };
/// assert_eq!(told(&unsigned).unwrap().unsigned, Some(AgreementKind::PartnerAgreement));
/// // Of one elsewhere no more is told than of one that does not exist.
/// assert_eq!(told(&organization(9, "Relecloud", "TW", IndirectReseller)), None);
/// assert_eq!(told(&customer()), None);
/// assert_eq!(look_up(&provider, &asking, None), Ok(None));
/// assert!(look_up(&provider, &actor(&provider, Role::HelpdeskAgent), None).is_err());
/// ```
pub fn look_up(
    provider: &Organization,
    actor: &Actor,
    asked: Option<&Organization>,
) -> Result<Option<Standing>, Refusal> {
    access::authorize_own(provider, actor, Action::LookUpReseller)?;
    let capability = Capability::IndirectReseller;
    let known = asked.and_then(|it| Some((it, it.capabilities.state(capability)?)));
    let in_region = |it: &Organization| access::same_region(provider, it).is_ok();
    let Some((reseller, state)) = known.filter(|(it, _)| in_region(it)) else {
        return Ok(None);
    };
    let enrolled = !matches!(state, CapabilityState::Enrolling | CapabilityState::Ended);
    Ok(Some(Standing {
        enrolled,
        unsigned: unsigned(reseller),
        business: access::may_transact(reseller, capability).map_err(Refusal::from),
    }))
}
