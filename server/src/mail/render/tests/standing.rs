//! Mails about an organization's place in the program.

use super::Mail;
use crate::{
    agreement::follow::AgreementPublished,
    operator::follow::{
        OffboardingMarked, OffboardingTakenBack, OrganizationSuspended, SuspensionLifted,
    },
};

/// One of each, with the given text in every field.
pub(super) fn samples(text: &str, link: &str) -> Vec<Mail> {
    let (text, link) = (text.to_owned(), link.to_owned());
    let mut samples = Vec::new();
    for by_enrollment in [true, false] {
        samples.push(Mail::from(OrganizationSuspended {
            organization: text.clone(),
            by_enrollment,
            reason: text.clone(),
            link: link.clone(),
        }));
        samples.push(Mail::from(SuspensionLifted {
            organization: text.clone(),
            by_enrollment,
            reason: text.clone(),
            link: link.clone(),
        }));
        samples.push(Mail::from(AgreementPublished {
            organization: text.clone(),
            agreement: text.clone(),
            version: text.clone(),
            effective: "January 31, 2030".to_owned(),
            by: by_enrollment.then(|| "March 31, 2030".to_owned()),
            link: link.clone(),
        }));
    }
    samples.push(Mail::from(OffboardingMarked {
        organization: text.clone(),
        from: "January 31, 2030".to_owned(),
        reason: text.clone(),
        link: link.clone(),
    }));
    samples.push(Mail::from(OffboardingTakenBack {
        organization: text.clone(),
        reason: text.clone(),
        link: link.clone(),
    }));
    samples
}
