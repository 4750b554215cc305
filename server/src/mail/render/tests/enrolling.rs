//! Mails about an enrollment, and its case.

use super::Mail;
use crate::enrollment::follow::{
    EnrollmentCheckFailed, EnrollmentConfirmation, EnrollmentLate, EnrollmentProgress, Progress,
};
use crate::review::follow::{CaseAssigned, CasesLate};

/// One of each, with the given text in every field.
pub(super) fn samples(text: &str, link: &str) -> Vec<Mail> {
    let (text, link) = (text.to_owned(), link.to_owned());
    let mut samples = vec![Mail::from(EnrollmentConfirmation {
        company: text.clone(),
        contact: text.clone(),
        expires: "January 31, 2030".to_owned(),
        link: link.clone(),
    })];
    samples.push(Mail::from(EnrollmentLate {
        company: text.clone(),
        domain: text.clone(),
        due: "January 31, 2030".to_owned(),
        link: link.clone(),
    }));
    samples.push(Mail::from(CaseAssigned {
        company: text.clone(),
        by: text.clone(),
        link: link.clone(),
    }));
    samples.extend([(1, 0), (25, 5)].map(|(count, more)| {
        Mail::from(CasesLate {
            count,
            companies: vec![text.clone(); if count == 1 { 1 } else { 2 }],
            more,
            link: link.clone(),
        })
    }));
    samples.extend([true, false].map(|more| {
        Mail::from(EnrollmentCheckFailed {
            company: text.clone(),
            check: text.clone(),
            reason: text.clone(),
            note: more.then(|| text.clone()),
            remedies: vec![text.clone(); 2],
            documents: if more { text.clone() } else { String::new() },
            suspends: "January 31, 2030".to_owned(),
            link: link.clone(),
        })
    }));
    let changes = [
        Progress::Reviewing,
        Progress::Denied,
        Progress::Passed,
        Progress::Again,
        Progress::Appealed,
        Progress::Qualified,
        Progress::Active,
        Progress::Suspended,
    ];
    let both = changes.into_iter().flat_map(|it| [(it, true), (it, false)]);
    samples.extend(both.map(|(change, by_operator)| {
        Mail::from(EnrollmentProgress {
            change,
            company: text.clone(),
            checks: text.clone(),
            by_operator,
            link: link.clone(),
        })
    }));
    samples
}
