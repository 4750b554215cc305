//! Changing the legal location of a partner: it decides the region in which the partner does business.

use super::{CheckKind, Decided, Enrollment, Event, Path, State, apply::capability_changed};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    market::{self, Country},
    organization::{self, CapabilityState, Organization, Party, StandingFacts},
    text::Reason,
};

/// What a partner has in one country: partners of its own, or customers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dealings {
    /// The country.
    pub country: Country,
    /// How many there are.
    pub total: u64,
    /// The first of them, to name.
    pub first: Vec<Party>,
}

/// Facts for another legal location, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct CountryFacts<'a> {
    /// The operator and the organization.
    pub standing: StandingFacts<'a>,
    /// The enrollment of the organization, if it has one.
    pub enrollment: Option<&'a Enrollment>,
    /// The country of its associated location, if the registry knows that.
    pub location: Option<Country>,
    /// The partners with which it has a partnership, by country.
    pub partners: &'a [Dealings],
    /// Its customers, by country.
    pub customers: &'a [Dealings],
}

/// Decides whether the operator changes the country of an organization's legal profile. What is as it was is no event.
///
/// The associated MPN ID is of the tenant's country, and partners and customers are of its region ("Partner with
/// indirect providers in the CSP program"): what the new country would separate stands in the way, and is named. An MPN
/// ID that does not count, because its location is not active or elsewhere already, separates nothing: another one
/// takes its place ([`follow`](crate::membership::follow())). A
/// partner that was reviewed is reviewed again as far as its registered address goes, as with every change of the legal
/// profile.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; [`organization::Refusal::ProfileOfCustomer`];
/// [`organization::Refusal::CountryInUse`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{
///     Evolve,
///     enrollment::{CountryFacts, Dealings, change_country},
///     organization::StandingFacts,
///     role::Role,
/// };
/// let (operator, mut partner) = (operator(), provider());
/// let admin = actor(&operator, Role::ProgramAdmin);
/// let reason = "it has moved".parse().unwrap();
/// let standing = StandingFacts { operator: &operator, organization: &partner };
/// let facts = CountryFacts { standing, enrollment: None, location: None, partners: &[], customers: &[] };
/// let taiwan = "TW".parse().unwrap();
/// let here = Dealings { country: partner.country, total: 12, first: vec![reseller().party()] };
/// let held = CountryFacts { location: Some(partner.country), customers: std::slice::from_ref(&here), ..facts };
/// assert_eq!(change_country(held, taiwan, &reason, &admin, day(1)).unwrap_err().code(), "country_in_use");
/// let decided = change_country(facts, taiwan, &reason, &admin, day(1))?;
/// partner.apply(&decided.organization[0]);
/// assert_eq!(partner.country, taiwan);
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn change_country(
    facts: CountryFacts<'_>,
    country: Country,
    reason: &Reason,
    actor: &Actor,
    now: Timestamp,
) -> Result<Decided, crate::Refusal> {
    let organization = facts.standing.organization;
    may_change_country(facts.standing, actor)?;
    if organization.country == country {
        return Ok(Decided::default());
    }
    in_the_way(&facts, country)?;
    // What time has done comes first: nothing that is entered undoes it.
    let lapsed = facts.enrollment.and_then(|it| it.lapse(organization, now));
    let mut decided = lapsed.unwrap_or_default();
    decided
        .organization
        .push(organization::Event::CountryChanged {
            operator: facts.standing.operator.id,
            from: organization.country,
            to: country,
            reason: reason.clone(),
            at: now,
            by: actor.user,
        });
    let reviewed = |it: &&Enrollment| matches!(it.path, Path::New) && it.state != State::Draft;
    if facts.enrollment.filter(reviewed).is_some() {
        decided.enrollment.push(Event::CountryChanged {
            affects: vec![CheckKind::Business],
            at: now,
        });
        let state = organization.capabilities.indirect_reseller;
        let taken_back = state == Some(CapabilityState::Qualified);
        decided
            .organization
            .extend(taken_back.then(|| capability_changed(CapabilityState::Enrolling, now)));
    }
    Ok(decided)
}

/// Whether the operator may change the country at all, whichever it is.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; [`organization::Refusal::ProfileOfCustomer`].
pub fn may_change_country(facts: StandingFacts<'_>, actor: &Actor) -> Result<(), crate::Refusal> {
    access::authorize_on_program(facts.operator, actor, Action::ManageOrganizations)?;
    let organization = facts.organization;
    let capabilities = &organization.capabilities;
    if !capabilities.is_partner() && capabilities.operator.is_none() {
        let organization = organization.party();
        return Err(organization::Refusal::ProfileOfCustomer { organization }.into());
    }
    Ok(())
}

/// Everything that the new country would separate from the organization, at once.
fn in_the_way(facts: &CountryFacts<'_>, country: Country) -> Result<(), organization::Refusal> {
    let organization: &Organization = facts.standing.organization;
    let counts = organization.mpn_inactive.is_none();
    let mpn = organization.mpn.clone().filter(|_| counts);
    let mpn = mpn.filter(|_| facts.location.is_some_and(|it| it != country));
    let (partners, more_partners) = elsewhere(facts.partners, country);
    let (customers, more_customers) = elsewhere(facts.customers, country);
    if mpn.is_none() && partners.is_empty() && customers.is_empty() {
        return Ok(());
    }
    Err(organization::Refusal::CountryInUse {
        organization: Box::new(organization.party()),
        from: organization.country,
        country,
        mpn,
        partners,
        more_partners,
        customers,
        more_customers,
    })
}

/// How many are named, of each kind.
const NAMED: usize = 5;

/// Those in another region: the first ones, and how many more there are.
fn elsewhere(dealings: &[Dealings], country: Country) -> (Vec<Party>, u64) {
    let far = dealings
        .iter()
        .filter(|it| !market::same_region(it.country, country));
    let total: u64 = far.clone().map(|it| it.total).sum();
    let named: Vec<Party> = far
        .flat_map(|it| it.first.iter().cloned())
        .take(NAMED)
        .collect();
    let more = total.saturating_sub(u64::try_from(named.len()).unwrap_or(u64::MAX));
    (named, more)
}
