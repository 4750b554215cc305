//! Mails after events of an enrollment: the primary contact is asked to confirm, and told of every change.

use tierline_app::{
    enrollment::words,
    i18n::{self, Lang},
    route,
};
use tierline_core::{
    Timestamp,
    enrollment::{
        CONFIRMATION_VALIDITY, CheckKind, Confirmation, Enrollment, Event, PrimaryContact,
        ReasonCode,
    },
    organization::{Capability, Organization, Party, SuspendedBy},
    text::Reason,
};

use crate::{
    account::store::Recipient,
    config::PublicUrl,
    invitation::Token,
    pipeline::{
        letter::Letter,
        template::{Mail, mails},
    },
};

mails! {
    /// To the primary contact, who confirms two statements by the link.
    EnrollmentConfirmation = "enrollment_confirmation", from the_portal, party company, button link {
        company: String,
        contact: String,
        expires: String,
        link: String,
    }

    /// To the primary contact, after each change of the review. `checks` are those that the change is about;
    /// `by_operator`, whether the operator has suspended the company for a reason of its own.
    EnrollmentProgress = "enrollment_progress", from the_portal, party company, button link {
        change: Progress,
        company: String,
        checks: String,
        by_operator: bool,
        link: String,
    }

    /// To the primary contact, on the day on which the promised answer is late. `due` is until when it was promised.
    EnrollmentLate = "enrollment_late", from the_portal, party company, button link {
        company: String,
        domain: String,
        due: String,
        link: String,
    }

    /// To the primary contact, after a check has failed. `remedies` are what helps, `documents` what is wanted.
    EnrollmentCheckFailed = "enrollment_check_failed", from the_portal, party company, button link {
        company: String,
        check: String,
        reason: String,
        note: Option<String>,
        remedies: Vec<String>,
        documents: String,
        suspends: String,
        link: String,
    }
}

/// What has happened to an enrollment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Progress {
    Reviewing,
    Denied,
    Passed,
    Again,
    Appealed,
    Qualified,
    Active,
    Suspended,
}

/// The letters for these events, of which the newest link's token is a secret. The company is as it is after them.
pub(crate) fn letters(
    events: &[Event],
    enrollment: &Enrollment,
    company: &Organization,
    (token, url): (Option<&Token>, &PublicUrl),
) -> Vec<Letter> {
    let mut letters = Vec::new();
    let page = url.join(route::ENROLLMENT);
    let by = company.suspended_by(Capability::IndirectReseller);
    let by_operator = by.contains(&SuspendedBy::Operator);
    let company = &company.party();
    let is_approved = events
        .iter()
        .any(|it| matches!(it, Event::Authorized { .. }));
    for event in events {
        let (change, checks) = match event {
            Event::ConfirmationSent { at, .. } => {
                if let (Some(contact), Some(token)) = (&enrollment.draft.contact, token) {
                    let link = url.join(&route::confirm(token.as_str()));
                    letters.push(ask(contact, company, *at, link));
                }
                continue;
            }
            Event::CheckFailed {
                check,
                reason,
                note,
                ..
            } => {
                let suspends = enrollment.checks.get(*check).suspends_at();
                let failed = Failed {
                    check: *check,
                    reason: *reason,
                    note: note.clone(),
                    suspends,
                };
                let told = (company.name.to_string(), page.clone());
                letters.push(to_applicant(enrollment, company, move |lang| {
                    failed.told(lang, &told)
                }));
                continue;
            }
            Event::ContactConfirmed { .. } => (Progress::Reviewing, Vec::new()),
            Event::ContactDenied { .. } => (Progress::Denied, Vec::new()),
            // An approval is told once, and not check by check.
            Event::CheckPassed { .. } if is_approved => continue,
            Event::CheckPassed { check, .. } => (Progress::Passed, vec![*check]),
            Event::Appealed { check, .. } => (Progress::Appealed, vec![*check]),
            Event::ProfileEntered { affects, .. }
            | Event::ContactEntered { affects, .. }
            | Event::CountryChanged { affects, .. }
                if !affects.is_empty() =>
            {
                (Progress::Again, affects.clone())
            }
            Event::Authorized { .. } | Event::Vouched { .. } => (Progress::Qualified, Vec::new()),
            Event::Activated { .. } => (Progress::Active, Vec::new()),
            Event::Suspended { .. } => (Progress::Suspended, Vec::new()),
            // What the applicant does with its own draft needs no mail; what it submits is told with the question.
            Event::Begun { .. }
            | Event::MpnPostponed { .. }
            | Event::ProfileEntered { .. }
            | Event::CountryChanged { .. }
            | Event::ContactEntered { .. }
            | Event::SupportEntered { .. }
            | Event::Submitted { .. }
            | Event::DocumentAdded { .. } => continue,
        };
        let (name, link) = (company.name.to_string(), page.clone());
        let template = move |lang| {
            let checks: Vec<&str> = checks.iter().map(|it| words::check(lang, *it)).collect();
            Mail::from(EnrollmentProgress {
                change,
                company: name.clone(),
                checks: checks.join(", "),
                by_operator,
                link: link.clone(),
            })
        };
        letters.push(to_applicant(enrollment, company, template));
    }
    letters
}

/// The review takes longer than promised.
pub(crate) fn late(
    enrollment: &Enrollment,
    company: &Organization,
    due: Timestamp,
    url: &PublicUrl,
) -> Letter {
    let (name, domain) = (company.name.to_string(), company.domain.to_string());
    let link = url.join(route::ENROLLMENT);
    to_applicant(enrollment, &company.party(), move |lang| {
        Mail::from(EnrollmentLate {
            company: name.clone(),
            domain: domain.clone(),
            due: i18n::date(lang, due),
            link: link.clone(),
        })
    })
}

/// The question whether the contact has signed up, and whether the address is the company's.
fn ask(contact: &PrimaryContact, company: &Party, at: Timestamp, link: String) -> Letter {
    let to = recipient(contact);
    let template = EnrollmentConfirmation {
        company: company.name.to_string(),
        contact: contact.name.to_string(),
        expires: i18n::date(to.language, at + CONFIRMATION_VALIDITY),
        link,
    };
    Letter::to_address(company.id, to, template.into())
}

/// A letter to the primary contact in its language. Whoever enrolls is told where there is none, and where the contact
/// did not sign up: then it is told nothing more, whatever is decided until somebody else is entered.
fn to_applicant(
    enrollment: &Enrollment,
    company: &Party,
    template: impl Fn(Lang) -> Mail + Send + Sync + 'static,
) -> Letter {
    let denied = matches!(enrollment.confirmation, Confirmation::Denied { .. });
    match &enrollment.draft.contact {
        Some(contact) if !denied => {
            let to = recipient(contact);
            let mail = template(to.language);
            Letter::to_address(company.id, to, mail)
        }
        _ => Letter::to_member(enrollment.by, company.id, template),
    }
}

fn recipient(contact: &PrimaryContact) -> Recipient {
    Recipient {
        email: contact.email.to_string(),
        language: words::language(contact.language),
    }
}

/// A check that has failed.
struct Failed {
    check: CheckKind,
    reason: ReasonCode,
    note: Option<Reason>,
    /// When the partner is suspended for it.
    suspends: Option<Timestamp>,
}

impl Failed {
    fn told(&self, lang: Lang, (company, link): &(String, String)) -> Mail {
        let remedies = self.reason.remedies().iter();
        Mail::from(EnrollmentCheckFailed {
            company: company.clone(),
            check: words::check(lang, self.check).to_owned(),
            reason: words::reason(lang, self.reason).to_owned(),
            note: self.note.as_ref().map(ToString::to_string),
            remedies: remedies
                .map(|it| words::remedy(lang, *it).to_owned())
                .collect(),
            documents: words::documents(lang, self.reason.documents(self.check)),
            suspends: self
                .suspends
                .map_or_else(String::new, |at| i18n::date(lang, at)),
            link: link.clone(),
        })
    }
}
