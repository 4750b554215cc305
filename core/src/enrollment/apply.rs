//! The applicant's commands.

use serde::Serialize;

use super::{
    CheckKind, CheckState, Decided, Document, Enrollment, Event, LegalProfile, MailDomain, Path,
    PrimaryContact, Progress, Refusal, State, Step, SupportContact, begin, check_size,
};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    market::Country,
    organization::{self, Capability, CapabilityState, Organization},
    text::Reason,
};

/// Facts for a command of the applicant, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct ApplicantFacts<'a> {
    /// The enrollment.
    pub enrollment: &'a Enrollment,
    /// The organization that enrolls.
    pub organization: &'a Organization,
    /// Whose the mail domain of an entered primary contact is; as by default for other commands.
    pub contact_mail: MailDomain,
    /// How many documents an enrollment can have; [`MOST_DOCUMENTS`](super::MOST_DOCUMENTS), if the operator says
    /// nothing else.
    pub most_documents: usize,
}

/// A command of the applicant. Serialized to tell a repeated request from another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "command", rename_all = "snake_case")]
pub enum Command {
    /// Leave the MPN ID for later.
    PostponeMpn,
    /// Correct the legal location of a tenant that was made with a wrong one.
    CorrectCountry {
        /// The country.
        country: Country,
    },
    /// Enter the legal business profile, or change it.
    EnterProfile(LegalProfile),
    /// Enter the primary contact, or change it.
    EnterContact(PrimaryContact),
    /// Enter the customer-support contact, or change it.
    EnterSupport(SupportContact),
    /// **Enroll now**.
    EnrollNow,
    /// Add a document for a check.
    AddDocument(Document),
    /// Object to a failed check.
    Appeal {
        /// The check.
        check: CheckKind,
        /// The objection.
        statement: Option<Reason>,
    },
}

/// Decides a command of the applicant. Entries may be changed at any time; after **Enroll now**, the checks that rest
/// on what was changed begin again, and a new address is asked for its confirmation. None of these commands decides a
/// check.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) for everybody but a global admin of the organization;
/// [`Refusal::StepNotNeeded`]; as [`may_correct_country`]; [`Refusal::MailDomainRefused`]; for another contact address
/// after several,
/// [`Refusal::ResendTooEarly`]; for **Enroll now**, [`Refusal::AlreadySubmitted`],
/// [`Refusal::StepsOpen`] or as [`begin`](crate::enrollment::begin()); for documents and appeals,
/// [`Refusal::NotSubmitted`], [`Refusal::CheckDecided`], [`Refusal::CheckNotFailed`], [`Refusal::AppealEmpty`],
/// [`Refusal::DocumentElsewhere`], [`Refusal::DocumentTooLarge`] or [`Refusal::TooManyDocuments`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{enrollment::{ApplicantFacts, Command, Event, MOST_DOCUMENTS, MailDomain, decide}, role::Role};
/// let reseller = reseller();
/// let draft = draft_enrollment(&reseller);
/// let admin = actor(&reseller, Role::GlobalAdmin);
/// let (contact_mail, most_documents) = (MailDomain::Own, MOST_DOCUMENTS);
/// let facts = ApplicantFacts { enrollment: &draft, organization: &reseller, contact_mail, most_documents };
/// let submitted = decide(facts, &Command::EnrollNow, &admin, day(2))?;
/// assert!(matches!(submitted.enrollment[..], [Event::Submitted { .. }, Event::ConfirmationSent { link: 1, .. }]));
///
/// let facts = ApplicantFacts { contact_mail: MailDomain::WebMail, ..facts };
/// let refusal = decide(facts, &Command::EnterContact(primary_contact()), &admin, day(2)).unwrap_err();
/// assert_eq!(refusal.code(), "mail_domain_refused");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn decide(
    facts: ApplicantFacts<'_>,
    command: &Command,
    actor: &Actor,
    now: Timestamp,
) -> Result<Decided, crate::Refusal> {
    let (enrollment, organization) = (facts.enrollment, facts.organization);
    may_enroll(enrollment, organization, actor)?;
    // What time has done comes first: an entry does not undo it.
    let mut decided = enrollment.lapse(organization, now).unwrap_or_default();
    let (at, by) = (now, actor.user);
    match command {
        Command::PostponeMpn => {
            is_new(enrollment, Step::MpnId)?;
            if organization.mpn.is_none() && !enrollment.draft.mpn_postponed {
                decided.enrollment.push(Event::MpnPostponed { at, by });
            }
        }
        Command::CorrectCountry { country } => {
            is_new(enrollment, Step::LegalProfile)?;
            may_correct_country(enrollment, organization)?;
            decided
                .organization
                .extend(country_corrected(organization, *country, actor, now));
        }
        Command::EnterProfile(profile) => {
            is_new(enrollment, Step::LegalProfile)?;
            enter_profile(facts, profile, &mut decided, actor, now)?;
        }
        Command::EnterContact(contact) => {
            is_new(enrollment, Step::PrimaryContact)?;
            enter_contact(facts, contact, &mut decided, actor, now)?;
        }
        Command::EnterSupport(support) => {
            if enrollment.draft.support.as_ref() != Some(support) {
                let support = support.clone();
                decided
                    .enrollment
                    .push(Event::SupportEntered { support, at, by });
            }
        }
        Command::EnrollNow => enroll_now(facts, &mut decided, actor, now)?,
        Command::AddDocument(document) => {
            may_add(enrollment, document, facts.most_documents)?;
            let document = document.clone();
            decided
                .enrollment
                .push(Event::DocumentAdded { document, at, by });
        }
        Command::Appeal { check, statement } => {
            may_appeal(enrollment, *check, statement.as_ref())?;
            decided.enrollment.push(Event::Appealed {
                check: *check,
                statement: statement.clone(),
                at,
                by,
            });
        }
    }
    Ok(decided)
}

/// Checks that the actor enrolls this organization.
pub(super) fn may_enroll(
    enrollment: &Enrollment,
    organization: &Organization,
    actor: &Actor,
) -> Result<(), crate::Refusal> {
    access::authorize_own(organization, actor, Action::Enroll)?;
    if enrollment.organization != organization.id {
        return Err(access::role_missing(organization, Action::Enroll));
    }
    Ok(())
}

/// Checks that the applicant is new, so that it has this step.
fn is_new(enrollment: &Enrollment, step: Step) -> Result<(), Refusal> {
    match enrollment.path {
        Path::New => Ok(()),
        Path::Additional { .. } => Err(Refusal::StepNotNeeded { step }),
    }
}

/// Whether the legal location can be corrected still: nothing rests on it before **Enroll now**, but an associated MPN
/// ID, which is of one country.
///
/// # Errors
/// [`Refusal::CountrySettled`]; [`Refusal::CountryOfMpn`].
pub fn may_correct_country(
    enrollment: &Enrollment,
    organization: &Organization,
) -> Result<(), Refusal> {
    if enrollment.state != State::Draft {
        return Err(Refusal::CountrySettled);
    }
    match &organization.mpn {
        Some(mpn) => Err(Refusal::CountryOfMpn { mpn: mpn.clone() }),
        None => Ok(()),
    }
}

fn country_corrected(
    organization: &Organization,
    country: Country,
    actor: &Actor,
    now: Timestamp,
) -> Option<organization::Event> {
    (country != organization.country).then_some(organization::Event::CountryCorrected {
        from: organization.country,
        to: country,
        at: now,
        by: actor.user,
    })
}

fn enter_profile(
    facts: ApplicantFacts<'_>,
    profile: &LegalProfile,
    decided: &mut Decided,
    actor: &Actor,
    now: Timestamp,
) -> Result<(), Refusal> {
    let enrollment = facts.enrollment;
    let old = enrollment.draft.profile.as_ref();
    if old == Some(profile) {
        return Ok(());
    }
    let mut affects = Vec::new();
    if enrollment.state != State::Draft {
        if profile.address.is_empty() {
            let steps = vec![Step::LegalProfile];
            return Err(Refusal::StepsOpen { steps });
        }
        affects = old.map_or(CheckKind::ALL.to_vec(), |old| old.affected_by(profile));
        decided
            .organization
            .push(profile_changed(profile, actor, now));
        decided
            .organization
            .extend(not_qualified(facts, &affects, now));
    }
    decided.enrollment.push(Event::ProfileEntered {
        profile: profile.clone(),
        affects,
        at: now,
        by: actor.user,
    });
    Ok(())
}

fn enter_contact(
    facts: ApplicantFacts<'_>,
    contact: &PrimaryContact,
    decided: &mut Decided,
    actor: &Actor,
    now: Timestamp,
) -> Result<(), Refusal> {
    let enrollment = facts.enrollment;
    if facts.contact_mail != MailDomain::Own {
        return Err(Refusal::MailDomainRefused {
            email: contact.email.clone(),
            domain: facts.contact_mail,
        });
    }
    let old = enrollment.draft.contact.as_ref();
    if old == Some(contact) {
        return Ok(());
    }
    let mut affects = Vec::new();
    if enrollment.state != State::Draft {
        affects = old.map_or(CheckKind::ALL.to_vec(), |old| old.affected_by(contact));
        decided
            .organization
            .extend(not_qualified(facts, &affects, now));
    }
    let asks = affects.contains(&CheckKind::EmailOwnership);
    if asks {
        enrollment.may_mail_another(now)?;
    }
    decided.enrollment.push(Event::ContactEntered {
        contact: contact.clone(),
        affects,
        at: now,
        by: actor.user,
    });
    decided
        .enrollment
        .extend(asks.then(|| enrollment.next_mail(now)));
    Ok(())
}

fn enroll_now(
    facts: ApplicantFacts<'_>,
    decided: &mut Decided,
    actor: &Actor,
    now: Timestamp,
) -> Result<(), crate::Refusal> {
    let (enrollment, organization) = (facts.enrollment, facts.organization);
    if enrollment.state != State::Draft {
        let status = enrollment.status(now);
        return Err(Refusal::AlreadySubmitted { status }.into());
    }
    let steps = enrollment.draft.steps(enrollment.path, organization);
    let open = steps
        .into_iter()
        .filter(|(step, progress)| *step != Step::Review && *progress == Progress::Open);
    let open: Vec<Step> = open.map(|(step, _)| step).collect();
    if !open.is_empty() {
        return Err(Refusal::StepsOpen { steps: open }.into());
    }
    decided.enrollment.push(Event::Submitted {
        at: now,
        by: actor.user,
    });
    match enrollment.path {
        Path::New => {
            decided.enrollment.push(enrollment.next_mail(now));
            let profile = enrollment.draft.profile.as_ref();
            decided
                .organization
                .extend(profile.map(|profile| profile_changed(profile, actor, now)));
        }
        // "Approval is usually immediate" ("From direct bill to indirect reseller").
        Path::Additional { .. } => {
            begin::vouches(&organization.clone().offboarded(now))?;
            decided.enrollment.push(Event::Vouched { at: now });
            decided
                .organization
                .push(capability_changed(CapabilityState::Qualified, now));
        }
    }
    Ok(())
}

fn may_add(enrollment: &Enrollment, document: &Document, most: usize) -> Result<(), Refusal> {
    let check = document.check;
    if enrollment.state == State::Draft {
        return Err(Refusal::NotSubmitted);
    }
    if enrollment.checks.get(check).is_passed() {
        return Err(Refusal::CheckDecided { check });
    }
    if !check.documents().contains(&document.kind) {
        return Err(Refusal::DocumentElsewhere { check });
    }
    if enrollment.documents.len() >= most {
        return Err(Refusal::TooManyDocuments { most });
    }
    check_size(document.bytes)
}

fn may_appeal(
    enrollment: &Enrollment,
    check: CheckKind,
    statement: Option<&Reason>,
) -> Result<(), Refusal> {
    if enrollment.state == State::Draft {
        return Err(Refusal::NotSubmitted);
    }
    let CheckState::Failed { at: failed, .. } = enrollment.checks.get(check) else {
        return Err(Refusal::CheckNotFailed { check });
    };
    let supports = |document: &Document| document.check == check && document.at >= *failed;
    if statement.is_none() && !enrollment.documents.iter().any(supports) {
        return Err(Refusal::AppealEmpty { check });
    }
    Ok(())
}

fn profile_changed(profile: &LegalProfile, actor: &Actor, now: Timestamp) -> organization::Event {
    organization::Event::ProfileChanged {
        name: profile.name.clone(),
        address: profile.address.clone(),
        at: now,
        by: actor.user,
    }
}

/// The event by which an approval is taken back, when what it rests on has changed.
fn not_qualified(
    facts: ApplicantFacts<'_>,
    affects: &[CheckKind],
    now: Timestamp,
) -> Option<organization::Event> {
    let state = facts.organization.capabilities.indirect_reseller;
    let taken_back = !affects.is_empty() && state == Some(CapabilityState::Qualified);
    taken_back.then(|| capability_changed(CapabilityState::Enrolling, now))
}

/// The reseller capability, which is what an enrollment is about, in this state.
pub(super) const fn capability_changed(
    state: CapabilityState,
    now: Timestamp,
) -> organization::Event {
    organization::Event::CapabilityChanged {
        capability: Capability::IndirectReseller,
        state,
        at: now,
    }
}
