//! Publishing the texts of agreements.

use super::{Agreement, AgreementKind, Event, Refusal, Text};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    market::Language,
    organization::Organization,
    text::AgreementVersion,
};

/// Facts for publishing, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct PublishFacts<'a> {
    /// The operator; the actor's organization.
    pub operator: &'a Organization,
    /// Whether the agreement has a version of this name already.
    pub version_taken: bool,
}

/// A version to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAgreement {
    /// The agreement.
    pub kind: AgreementKind,
    /// The version.
    pub version: AgreementVersion,
    /// Its text, in each of its languages; English is always one.
    pub texts: Vec<Text>,
    /// From when on it applies.
    pub effective: Timestamp,
    /// From when on it must be signed, if ever.
    pub must_be_signed_by: Option<Timestamp>,
}

/// Decides the publication of a version.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; [`Refusal::VersionTaken`];
/// [`Refusal::TextsIncomplete`]; [`Refusal::DatesUnordered`]; [`Refusal::DeadlinePast`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{agreement::{AgreementKind, NewAgreement, PublishFacts, publish}, role::Role};
/// let operator = operator();
/// let admin = actor(&operator, Role::ProgramAdmin);
/// let facts = PublishFacts { operator: &operator, version_taken: false };
/// let new = NewAgreement {
///     kind: AgreementKind::PartnerAgreement,
///     version: "2026-01".parse().unwrap(),
///     texts: agreement(1, "2026-01", day(0), None).texts,
///     effective: day(10),
///     must_be_signed_by: Some(day(40)),
/// };
/// assert!(publish(facts, &new, &admin, day(1)).is_ok());
/// let backward = NewAgreement { must_be_signed_by: Some(day(9)), ..new.clone() };
/// assert_eq!(publish(facts, &backward, &admin, day(1)).unwrap_err().code(), "agreement_dates");
/// // Nobody could sign in time.
/// assert_eq!(publish(facts, &new, &admin, day(40)).unwrap_err().code(), "agreement_deadline_past");
/// ```
pub fn publish(
    facts: PublishFacts<'_>,
    new: &NewAgreement,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, crate::Refusal> {
    access::authorize_on_program(facts.operator, actor, Action::ManageAgreements)?;
    if facts.version_taken {
        return Err(Refusal::VersionTaken {
            version: new.version.clone(),
        }
        .into());
    }
    let of = |language| {
        let texts = new.texts.iter();
        texts.filter(|text| text.language == language).count()
    };
    if of(Language::English) != 1 || Language::ALL.into_iter().any(|it| of(it) > 1) {
        return Err(Refusal::TextsIncomplete.into());
    }
    in_order(new.effective, new.must_be_signed_by)?;
    in_time(new.must_be_signed_by, now)?;
    Ok(Event::Published {
        operator: facts.operator.id,
        kind: new.kind,
        version: new.version.clone(),
        texts: new.texts.clone(),
        effective: new.effective,
        must_be_signed_by: new.must_be_signed_by,
        at: now,
        by: actor.user,
    })
}

/// A command of the operator on a published version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Move the day by which it must be signed, or let there be none.
    MoveDeadline {
        /// The day.
        must_be_signed_by: Option<Timestamp>,
    },
}

/// Decides a command on a published version.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; [`Refusal::DatesUnordered`];
/// [`Refusal::DeadlinePast`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{agreement::{Command, decide}, role::Role};
/// let operator = operator();
/// let published = agreement(1, "2026-01", day(0), Some(day(60)));
/// let admin = actor(&operator, Role::ProgramAdmin);
/// let later = Command::MoveDeadline { must_be_signed_by: Some(day(90)) };
/// assert_eq!(decide(&published, &operator, later, &admin, day(1))?.len(), 1);
/// // Moved to where it is: nothing happens.
/// let same = Command::MoveDeadline { must_be_signed_by: Some(day(60)) };
/// assert!(decide(&published, &operator, same, &admin, day(1))?.is_empty());
/// // Whoever has not signed would be late at once, without having been told.
/// assert_eq!(decide(&published, &operator, later, &admin, day(90)).unwrap_err().code(), "agreement_deadline_past");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn decide(
    agreement: &Agreement,
    operator: &Organization,
    command: Command,
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<Event>, crate::Refusal> {
    access::authorize_on_program(operator, actor, Action::ManageAgreements)?;
    let Command::MoveDeadline { must_be_signed_by } = command;
    in_order(agreement.effective, must_be_signed_by)?;
    if must_be_signed_by == agreement.must_be_signed_by {
        return Ok(Vec::new());
    }
    in_time(must_be_signed_by, now)?;
    Ok(vec![Event::DeadlineMoved {
        must_be_signed_by,
        at: now,
        by: actor.user,
    }])
}

fn in_order(effective: Timestamp, must_be_signed_by: Option<Timestamp>) -> Result<(), Refusal> {
    match must_be_signed_by {
        Some(by) if by < effective => Err(Refusal::DatesUnordered),
        _ => Ok(()),
    }
}

/// A deadline lies ahead when it is set: a day that has come would stop every partner without a warning.
fn in_time(must_be_signed_by: Option<Timestamp>, now: Timestamp) -> Result<(), Refusal> {
    match must_be_signed_by {
        Some(by) if by <= now => Err(Refusal::DeadlinePast { by }),
        _ => Ok(()),
    }
}
