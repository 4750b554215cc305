//! Mails about an organization's place in the program.

use super::Mail;
use crate::{
    agreement::follow::{AgreementDeadlineMoved, AgreementPublished},
    membership::follow::MpnLocationChanged,
    operator::follow::{
        AccessRestored, CapabilityAdded, CountryChanged, CustomerReviewBegun, CustomerReviewEnded,
        Help, OffboardingMarked, OffboardingTakenBack, OrganizationSuspended, PartnerCompleted,
        ProfileCorrected, SuspensionLifted,
    },
};

/// One of each, with the given text in every field.
pub(super) fn samples(text: &str, link: &str) -> Vec<Mail> {
    let mut samples = super::ends::samples(text, link);
    let (text, link) = (text.to_owned(), link.to_owned());
    for by_enrollment in [true, false] {
        samples.push(Mail::from(OrganizationSuspended {
            organization: text.clone(),
            by_enrollment,
            reason: text.clone(),
            link: link.clone(),
        }));
        samples.push(if by_enrollment {
            Mail::from(CustomerReviewBegun {
                customer: text.clone(),
                reason: text.clone(),
                link: link.clone(),
            })
        } else {
            Mail::from(CustomerReviewEnded {
                customer: text.clone(),
                reason: text.clone(),
                link: link.clone(),
            })
        });
        samples.push(Mail::from(CapabilityAdded {
            organization: text.clone(),
            capability: text.clone(),
            enrolls: by_enrollment,
            reason: text.clone(),
            link: link.clone(),
        }));
        samples.push(Mail::from(CountryChanged {
            organization: text.clone(),
            before: text.clone(),
            after: text.clone(),
            region: text.clone(),
            again: by_enrollment,
            unlisted: by_enrollment,
            reason: text.clone(),
            link: link.clone(),
        }));
        samples.push(Mail::from(MpnLocationChanged {
            organization: text.clone(),
            mpn: text.clone(),
            is_active: by_enrollment,
            is_elsewhere: !by_enrollment,
            country: text.clone(),
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
        samples.push(Mail::from(AgreementDeadlineMoved {
            organization: text.clone(),
            agreement: text.clone(),
            version: text.clone(),
            effective: "January 31, 2030".to_owned(),
            by: by_enrollment.then(|| "March 31, 2030".to_owned()),
            link: link.clone(),
        }));
    }
    for how in [Help::PasswordLink, Help::SecondFactor, Help::Unblocked] {
        samples.push(Mail::from(AccessRestored {
            how,
            account: text.clone(),
            organization: text.clone(),
            reason: text.clone(),
            expires: (how == Help::PasswordLink).then(|| "January 31, 2030".to_owned()),
            link: link.clone(),
        }));
    }
    for (mpn, agreement) in [(true, false), (false, true), (true, true)] {
        samples.push(Mail::from(PartnerCompleted {
            organization: text.clone(),
            mpn: mpn.then(|| text.clone()),
            agreement: agreement.then(|| text.clone()),
            reason: text.clone(),
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
    for (before, after) in [("", text.as_str()), (text.as_str(), "Contoso")] {
        samples.push(Mail::from(ProfileCorrected {
            organization: text.clone(),
            name_before: text.clone(),
            name_after: after.to_owned(),
            address_before: before.to_owned(),
            address_after: after.to_owned(),
            reason: text.clone(),
            link: link.clone(),
        }));
    }
    samples
}
