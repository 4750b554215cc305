use super::AgreementKind;
use crate::{
    Timestamp,
    organization::Party,
    refusal::{Fixer, NextStep, refusals},
    text::AgreementVersion,
};

refusals! {
    /// Rules of agreements.
    pub enum Refusal:

    /// Another version applies by now, or this one does not yet.
    VersionNotInForce {
        /// The version that was to be signed.
        version: AgreementVersion,
        /// The version that applies, if one does.
        in_force: Option<AgreementVersion>,
    } = "agreement_not_in_force" {
        fixer: Fixer::You,
        next: NextStep::SignAgreement,
        says: "version `{version}` isn't in force";
    }

    /// The text that was read is not the text of the version in this language.
    TextDiffers {
        /// The version.
        version: AgreementVersion,
    } = "agreement_text_differs" {
        fixer: Fixer::You,
        next: NextStep::SignAgreement,
        says: "the text read isn't that of version `{version}`";
    }

    /// The version is signed already.
    AlreadySigned {
        /// The version.
        version: AgreementVersion,
        /// When.
        at: Timestamp,
    } = "agreement_signed" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "version `{version}` was signed at {at}";
    }

    /// The agreement is not for this organization.
    NotOffered {
        /// The agreement.
        kind: AgreementKind,
        /// The organization.
        organization: Party,
    } = "agreement_not_offered" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` has no {} to sign", organization.name, kind.code();
    }

    /// The agreement has a version of this name.
    VersionTaken {
        /// The version.
        version: AgreementVersion,
    } = "agreement_version_taken" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "version `{version}` exists already";
    }

    /// A text is missing, or there are two in one language.
    TextsIncomplete = "agreement_texts" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "an agreement has one text in English, and at most one in each other language";
    }

    /// It must be signed before it applies.
    DatesUnordered = "agreement_dates" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "an agreement can't have to be signed before it applies";
    }

    /// The day by which it must be signed has come already.
    DeadlinePast {
        /// The day.
        by: Timestamp,
    } = "agreement_deadline_past" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "an agreement can't have to be signed by {by}, which is past";
    }
}
