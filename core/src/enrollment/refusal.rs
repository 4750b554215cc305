use super::{CheckKind, MailDomain, ReasonCode, Status, Step, Unfit};
use crate::{
    Timestamp,
    organization::Party,
    refusal::{Fixer, NextStep, refusals},
    text::{EmailAddress, MpnId},
};

refusals! {
    /// Rules of enrollments.
    pub enum Refusal:

    /// The organization has enrolled already.
    EnrollmentExists {
        /// The organization.
        organization: Party,
    } = "enrollment_exists" {
        fixer: Fixer::Nobody,
        next: NextStep::OpenEnrollment,
        says: "`{}` has already begun to enroll as an indirect reseller", organization.name;
    }

    /// A direct-bill partner moves to the indirect model only when the operator has marked it for that.
    NotOffboarding {
        /// The partner.
        organization: Party,
    } = "not_offboarding" {
        fixer: Fixer::Operator,
        next: NextStep::AskOperator,
        says: "`{}` isn't marked for moving to the indirect model", organization.name;
    }

    /// The enrollment has been submitted: it is not entered again, but changed.
    AlreadySubmitted {
        /// Its status.
        status: Status,
    } = "already_submitted" {
        fixer: Fixer::Nobody,
        next: NextStep::OpenEnrollment,
        says: "this enrollment has been submitted, and its status is {}", status.code();
    }

    /// The legal location is what is reviewed, and decides the region: it is the applicant's only in a draft.
    CountrySettled = "country_settled" {
        fixer: Fixer::Operator,
        next: NextStep::AskOperator,
        says: "the country can be corrected only before the enrollment is submitted";
    }

    /// The associated MPN ID is of one country.
    CountryOfMpn {
        /// The MPN ID.
        mpn: MpnId,
    } = "country_of_mpn" {
        fixer: Fixer::Operator,
        next: NextStep::AskOperator,
        says: "the associated MPN ID `{mpn}` is of the country, which can't be corrected any more";
    }

    /// The enrollment has not been submitted.
    NotSubmitted = "enrollment_not_submitted" {
        fixer: Fixer::You,
        next: NextStep::OpenEnrollment,
        says: "this enrollment hasn't been submitted";
    }

    /// Steps are open.
    StepsOpen {
        /// The steps, in order.
        steps: Vec<Step>,
    } = "steps_open" {
        fixer: Fixer::You,
        next: NextStep::OpenEnrollment,
        says: "some steps are open: {}", steps.iter().map(|step| step.code()).collect::<Vec<_>>().join(", ");
    }

    /// A partner in the program already has no such step.
    StepNotNeeded {
        /// The step.
        step: Step,
    } = "step_not_needed" {
        fixer: Fixer::Nobody,
        next: NextStep::OpenEnrollment,
        says: "a partner that is in the program already has no step {}", step.code();
    }

    /// The primary contact's address is of a mail service that is open to everybody.
    MailDomainRefused {
        /// The address.
        email: EmailAddress,
        /// Whose the domain is.
        domain: MailDomain,
    } = "mail_domain_refused" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "`{email}` isn't an address of a company, but {}", domain.code();
    }

    /// The primary contact has not confirmed yet.
    ContactUnconfirmed {
        /// The organization that enrolls.
        organization: Party,
    } = "contact_unconfirmed" {
        fixer: Fixer::admin_of(organization),
        next: NextStep::Nothing,
        says: "the primary contact of `{}` hasn't confirmed yet", organization.name;
    }

    /// Both statements have to be confirmed.
    StatementsUnconfirmed = "statements_unconfirmed" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "both statements have to be confirmed";
    }

    /// The link was replaced by a newer one.
    ConfirmationReplaced = "confirmation_replaced" {
        fixer: Fixer::Sender,
        next: NextStep::AskSender,
        says: "this link was replaced by a newer one";
    }

    /// The link is too old.
    ConfirmationExpired {
        /// Since when.
        at: Timestamp,
    } = "confirmation_expired" {
        fixer: Fixer::Sender,
        next: NextStep::AskSender,
        says: "this link expired at {at}";
    }

    /// The primary contact has answered already.
    ContactAnswered {
        /// When.
        at: Timestamp,
    } = "contact_answered" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "the primary contact answered at {at}";
    }

    /// The mail to the primary contact is sent again after a business day.
    ResendTooEarly {
        /// From then on it is possible.
        again: Timestamp,
    } = "resend_too_early" {
        fixer: Fixer::Nobody,
        next: NextStep::Wait { until: *again },
        says: "the mail can be sent again from {again} on";
    }

    /// The check is decided.
    CheckDecided {
        /// The check.
        check: CheckKind,
    } = "check_decided" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "{} has been decided", check.code();
    }

    /// The check cannot fail for this reason.
    ReasonElsewhere {
        /// The check.
        check: CheckKind,
        /// The reason.
        reason: ReasonCode,
    } = "reason_elsewhere" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "{} isn't a reason for failing {}", reason.code(), check.code();
    }

    /// Nobody reviews the own enrollment.
    OwnReview = "own_review" {
        fixer: Fixer::Operator,
        next: NextStep::AskOperator,
        says: "nobody decides about their own enrollment";
    }

    /// The check has not failed.
    CheckNotFailed {
        /// The check.
        check: CheckKind,
    } = "check_not_failed" {
        fixer: Fixer::Nobody,
        next: NextStep::OpenEnrollment,
        says: "{} hasn't failed", check.code();
    }

    /// An appeal needs a statement, or a document that was added since the decision.
    AppealEmpty {
        /// The check.
        check: CheckKind,
    } = "appeal_empty" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "an appeal needs a statement or a document";
    }

    /// The document shows nothing that this check rests on.
    DocumentElsewhere {
        /// The check.
        check: CheckKind,
    } = "document_elsewhere" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "a document of this kind doesn't support {}", check.code();
    }

    /// The document is too large.
    DocumentTooLarge {
        /// The most bytes.
        most: u64,
    } = "document_too_large" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "a document has at most {most} bytes";
    }

    /// There are too many documents.
    TooManyDocuments {
        /// The most documents.
        most: usize,
    } = "too_many_documents" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "an enrollment has at most {most} documents";
    }

    /// The document cannot be taken.
    DocumentUnfit {
        /// What is wrong.
        what: Unfit,
    } = "document_unfit" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the document can't be taken: {}", what.code();
    }
}
