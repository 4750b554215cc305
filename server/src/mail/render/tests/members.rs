//! Mails to new users.

use super::Mail;
use crate::member::follow::MemberInvited;

/// With and without groups, with the given text in every field.
pub(super) fn samples(text: &str, link: &str) -> Vec<Mail> {
    let mut samples = Vec::new();
    for groups in [None, Some(text.to_owned())] {
        samples.push(Mail::from(MemberInvited {
            by: text.to_owned(),
            organization: text.to_owned(),
            roles: "Sales agent".to_owned(),
            groups,
            expires: "January 31, 2030".to_owned(),
            link: link.to_owned(),
        }));
    }
    samples
}
