//! The primary contact's confirmation. "To help ensure your company's security and privacy, we'll email your primary
//! contact to verify that (1) he or she signed up for a Partner Center account, and (2) that this email address belongs
//! to your company" ("Partner with indirect providers in the CSP program").

use chrono::TimeDelta;
use serde::Serialize;

use super::{Confirmation, Decided, Enrollment, Event, Refusal, State, apply};
use crate::{
    Timestamp,
    actor::Actor,
    organization::Organization,
    program::{Setting, Settings},
};

/// The time for which a mailed link works.
pub const CONFIRMATION_VALIDITY: TimeDelta = TimeDelta::days(30);

/// The number of mails after which other addresses are mailed [an hour apart](BETWEEN_ADDRESSES): this is the project's
/// own rule.
pub const ADDRESSES_AT_ONCE: u32 = 3;

/// The time between mails to other addresses, after the first few.
pub const BETWEEN_ADDRESSES: TimeDelta = TimeDelta::hours(1);

/// Facts for sending the mail again, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct ResendFacts<'a> {
    /// The enrollment.
    pub enrollment: &'a Enrollment,
    /// The organization that enrolls.
    pub organization: &'a Organization,
    /// What the operator has set, with its calendar.
    pub settings: &'a Settings,
}

/// Decides whether the mail is sent again, with a new link that replaces the old one: after as many business
/// days as the operator has set, one as a rule ("The account verification process").
///
/// # Errors
/// [`RoleMissing`](crate::access::Refusal::RoleMissing), [`Refusal::NotSubmitted`], [`Refusal::ContactAnswered`] or
/// [`Refusal::ResendTooEarly`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{enrollment::{Event, ResendFacts, resend_confirmation}, program::Settings, role::Role};
/// let reseller = reseller();
/// // Asked on day 1, a Friday.
/// let asked = asked_enrollment(&reseller);
/// let facts = ResendFacts { enrollment: &asked, organization: &reseller, settings: &Settings::default() };
/// let admin = actor(&reseller, Role::GlobalAdmin);
/// assert_eq!(resend_confirmation(facts, &admin, day(3)).unwrap_err().code(), "resend_too_early");
/// let sent = resend_confirmation(facts, &admin, day(4))?;
/// assert_eq!(sent.enrollment, [Event::ConfirmationSent { link: 2, at: day(4) }]);
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn resend_confirmation(
    facts: ResendFacts<'_>,
    actor: &Actor,
    now: Timestamp,
) -> Result<Decided, crate::Refusal> {
    let enrollment = facts.enrollment;
    apply::may_enroll(enrollment, facts.organization, actor)?;
    match enrollment.confirmation {
        // A partner that is known is not asked.
        Confirmation::NotAsked => return Err(Refusal::NotSubmitted.into()),
        Confirmation::Confirmed { at } | Confirmation::Denied { at } => {
            return Err(Refusal::ContactAnswered { at }.into());
        }
        Confirmation::Asked { at } => {
            let days = facts.settings.get(Setting::ConfirmationDays);
            let again = facts.settings.calendar.after(at, days);
            if now < again {
                return Err(Refusal::ResendTooEarly { again }.into());
            }
        }
    }
    let mut decided = enrollment
        .lapse(facts.organization, now)
        .unwrap_or_default();
    decided.enrollment.push(enrollment.next_mail(now));
    Ok(decided)
}

/// The two statements, as checked by the primary contact. Serialized to tell a repeated request from another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Statements {
    /// The contact has signed up.
    pub signed_up: bool,
    /// The address belongs to the company.
    pub address_is_the_companys: bool,
}

/// Decides the primary contact's confirmation, by a mailed link: whoever holds it reads mail at the address. It decides
/// no check; the operator does, and this is what it decides about.
///
/// # Errors
/// [`Refusal::ConfirmationReplaced`], [`Refusal::ConfirmationExpired`], [`Refusal::ContactAnswered`] or
/// [`Refusal::StatementsUnconfirmed`].
///
/// ```
/// use tierline_core::{enrollment::{Event, Statements, confirm}, testing::*};
/// let asked = asked_enrollment(&reseller());
/// let both = Statements { signed_up: true, address_is_the_companys: true };
/// assert_eq!(confirm(&asked, 1, both, day(2))?, [Event::ContactConfirmed { at: day(2) }]);
/// let one = Statements { address_is_the_companys: false, ..both };
/// assert_eq!(confirm(&asked, 1, one, day(2)).unwrap_err().code(), "statements_unconfirmed");
/// assert_eq!(confirm(&asked, 0, both, day(2)).unwrap_err().code(), "confirmation_replaced");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn confirm(
    enrollment: &Enrollment,
    link: u32,
    statements: Statements,
    now: Timestamp,
) -> Result<Vec<Event>, crate::Refusal> {
    may_answer(enrollment, link, now)?;
    if !(statements.signed_up && statements.address_is_the_companys) {
        return Err(Refusal::StatementsUnconfirmed.into());
    }
    Ok(vec![Event::ContactConfirmed { at: now }])
}

/// Decides the primary contact's answer that it did not sign up. The review does not go on until another contact is
/// entered.
///
/// # Errors
/// As [`confirm`], but for the statements.
pub fn deny(
    enrollment: &Enrollment,
    link: u32,
    now: Timestamp,
) -> Result<Vec<Event>, crate::Refusal> {
    may_answer(enrollment, link, now)?;
    Ok(vec![Event::ContactDenied { at: now }])
}

fn may_answer(enrollment: &Enrollment, link: u32, now: Timestamp) -> Result<(), Refusal> {
    match enrollment.confirmation {
        Confirmation::Confirmed { at } | Confirmation::Denied { at } => {
            Err(Refusal::ContactAnswered { at })
        }
        Confirmation::Asked { at } if link == enrollment.link => {
            let at = at + CONFIRMATION_VALIDITY;
            if now < at {
                Ok(())
            } else {
                Err(Refusal::ConfirmationExpired { at })
            }
        }
        Confirmation::Asked { .. } | Confirmation::NotAsked => Err(Refusal::ConfirmationReplaced),
    }
}

impl Enrollment {
    /// The next mail to the primary contact; its link replaces every older one.
    pub(super) const fn next_mail(&self, now: Timestamp) -> Event {
        Event::ConfirmationSent {
            link: self.link.saturating_add(1),
            at: now,
        }
    }

    /// Whether another address may be mailed. A mistake is corrected at once; whoever goes on naming addresses waits,
    /// because the mails go to people who may know nothing of it.
    pub(super) fn may_mail_another(&self, now: Timestamp) -> Result<(), Refusal> {
        let (Confirmation::Asked { at }
        | Confirmation::Confirmed { at }
        | Confirmation::Denied { at }) = self.confirmation
        else {
            return Ok(());
        };
        let again = at + BETWEEN_ADDRESSES;
        if self.link >= ADDRESSES_AT_ONCE && now < again {
            return Err(Refusal::ResendTooEarly { again });
        }
        Ok(())
    }

    /// Whether the primary contact can still be asked, or answer.
    #[must_use]
    pub fn awaits_contact(&self) -> bool {
        self.state != State::Draft && matches!(self.confirmation, Confirmation::Asked { .. })
    }
}
