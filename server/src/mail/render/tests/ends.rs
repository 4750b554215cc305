//! Mails about rights that end by themselves.

use super::Mail;
use crate::{
    partnership::follow::PartnersParted,
    relationship::follow::{EndDateSet, RenewalAnswered, RenewalAsked, RightsEnded, RightsEnding},
};

/// One of each, with the given text in every field.
pub(super) fn samples(text: &str, link: &str) -> Vec<Mail> {
    let (text, link) = (text.to_owned(), link.to_owned());
    let last_day = || "January 31, 2030".to_owned();
    let mut samples = Vec::new();
    for (of_customer, is_whole) in [(true, true), (true, false), (false, true), (false, false)] {
        samples.push(Mail::from(RightsEnding {
            other: text.clone(),
            of_customer,
            is_whole,
            rights: text.clone(),
            last_day: last_day(),
            link: link.clone(),
        }));
        samples.push(Mail::from(RightsEnded {
            other: text.clone(),
            of_customer,
            is_whole,
            rights: text.clone(),
            link: link.clone(),
        }));
        samples.push(Mail::from(EndDateSet {
            customer: text.clone(),
            is_whole,
            rights: text.clone(),
            last_day: of_customer.then(last_day),
            link: link.clone(),
        }));
    }
    for last_day in [Some(last_day()), None] {
        samples.push(Mail::from(RenewalAnswered {
            customer: text.clone(),
            reason: last_day.is_none().then(|| text.clone()),
            last_day,
            link: link.clone(),
        }));
    }
    samples.push(Mail::from(PartnersParted {
        provider: text.clone(),
        reseller: text.clone(),
        link: link.clone(),
    }));
    samples.push(Mail::from(RenewalAsked {
        partner: text.clone(),
        message: text.clone(),
        last_day: last_day(),
        proposed: last_day(),
        link,
    }));
    samples
}
