//! Mails after events of a relationship.

use serde::Serialize;
use tierline_app::{i18n, i18n::Lang, relationship::words, route};
use tierline_core::{
    Timestamp,
    ids::OrganizationId,
    organization::Party,
    relationship::{Event, Grant, GrantSet, Relationship, Reminder, last_day},
    text::Reason,
};

use crate::{
    config::PublicUrl,
    pipeline::{
        letter::Letter,
        template::{Mail, mails},
    },
    relationship::store::reminder::Watched,
};

mails! {
    /// To the other side of a customer relationship that one side ended.
    RelationshipEnded = "relationship_ended", from the_portal, party ended_by, button link {
        ended_by: String,
        message: Option<String>,
        link: String,
    }

    /// To a partner that lost one grant while the relationship goes on, or to a customer whose partner gave it back.
    GrantEnded = "grant_ended", from the_portal, party ended_by, button link {
        grant: GrantKind,
        ended_by: String,
        customer: String,
        message: Option<String>,
        link: String,
    }

    /// To a reseller that a customer of the cloud platform made tenant owner, or is it no longer.
    TenantOwnerChanged = "tenant_owner_changed", from the_portal, party customer, button link {
        given: bool,
        customer: String,
        link: String,
    }

    /// To both sides of rights that end by themselves, some days before.
    RightsEnding = "rights_ending", from the_portal, party other, button link {
        other: String,
        of_customer: bool,
        is_whole: bool,
        rights: String,
        last_day: String,
        link: String,
    }

    /// To both sides of rights whose end date has come.
    RightsEnded = "rights_ended", from the_portal, party other, button link {
        other: String,
        of_customer: bool,
        is_whole: bool,
        rights: String,
        link: String,
    }

    /// To a partner whose rights the customer gave an end date, or another one, or none any more.
    EndDateSet = "end_date_set", from the_portal, party customer, button link {
        customer: String,
        is_whole: bool,
        rights: String,
        last_day: Option<String>,
        link: String,
    }

    /// To a customer whom a partner asks to renew what ends.
    RenewalAsked = "renewal_asked", from the_portal, party partner, button link {
        partner: String,
        message: String,
        last_day: String,
        proposed: String,
        link: String,
    }

    /// To the partner that asked: the customer has renewed, or declined.
    RenewalAnswered = "renewal_answered", from the_portal, party customer, button link {
        customer: String,
        last_day: Option<String>,
        reason: Option<String>,
        link: String,
    }
}

/// A grant from a customer to a partner, or from a reseller to its provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum GrantKind {
    OrderOnBehalf,
    Administration,
    Support,
    TenantAdmin,
}

/// What the mails say beyond the events.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    /// The relationship after them.
    pub relationship: &'a Relationship,
    pub customer: &'a Party,
    pub partner: &'a Party,
    /// What the customer has to say beside it.
    pub text: Option<&'a Reason>,
    pub url: &'a PublicUrl,
}

/// The letters for these events.
pub(super) fn letters(events: &[Event], about: &About<'_>) -> Vec<Letter> {
    events
        .iter()
        .flat_map(|event| letters_of(event, about))
        .collect()
}

fn letters_of(event: &Event, about: &About<'_>) -> Vec<Letter> {
    let relationship = about.relationship;
    let customer = about.customer.name.to_string();
    let message = about.text.map(ToString::to_string);
    let page = about.url.join(&route::customer(relationship.customer));
    let to_partner = |mail: Mail| vec![Letter::to_admins(about.partner.id, move |_| mail.clone())];
    match event {
        Event::GrantEnded { grant, .. } => to_partner(Mail::from(GrantEnded {
            grant: mail_grant(*grant),
            ended_by: customer.clone(),
            customer,
            message,
            link: page,
        })),
        Event::Ended { .. } => to_partner(Mail::from(RelationshipEnded {
            ended_by: customer,
            message,
            link: about.url.join(route::CUSTOMERS),
        })),
        Event::EndDateSet { grant, ends, .. } => {
            let (rights, ends) = (GrantSet::from_iter(*grant), *ends);
            let is_whole = grant.is_none();
            vec![Letter::to_admins(about.partner.id, move |lang| {
                Mail::from(EndDateSet {
                    customer: customer.clone(),
                    is_whole,
                    rights: words::terms(lang, rights),
                    last_day: ends.map(|ends| day(lang, ends)),
                    link: page.clone(),
                })
            })]
        }
        Event::GrantExpired { grant, .. } => {
            let rights = GrantSet::EMPTY.with(*grant);
            let mail = |side: &Side| ended(side, rights, false);
            both(about, page).iter().map(mail).collect()
        }
        Event::Expired { .. } => {
            let list = about.url.join(route::CUSTOMERS);
            let mail = |side: &Side| ended(side, GrantSet::EMPTY, true);
            both(about, list).iter().map(mail).collect()
        }
        Event::RenewalAsked {
            text, until, ends, ..
        } => {
            let (partner, message) = (about.partner.name.to_string(), text.to_string());
            let (until, ends) = (*until, *ends);
            let link = about.url.join(&route::renewal(relationship.id));
            vec![Letter::to_global_admins(about.customer.id, move |lang| {
                Mail::from(RenewalAsked {
                    partner: partner.clone(),
                    message: message.clone(),
                    last_day: day(lang, ends),
                    proposed: day(lang, until),
                    link: link.clone(),
                })
            })]
        }
        Event::Renewed { ends, .. } => {
            let ends = *ends;
            vec![Letter::to_admins(about.partner.id, move |lang| {
                Mail::from(RenewalAnswered {
                    customer: customer.clone(),
                    last_day: Some(day(lang, ends)),
                    reason: None,
                    link: page.clone(),
                })
            })]
        }
        Event::RenewalDeclined { reason, .. } => to_partner(Mail::from(RenewalAnswered {
            customer,
            last_day: None,
            reason: reason.as_ref().map(ToString::to_string),
            link: page,
        })),
        Event::TenantOwnerGiven { .. } | Event::TenantOwnerTaken { .. } => {
            to_partner(Mail::from(TenantOwnerChanged {
                given: matches!(event, Event::TenantOwnerGiven { .. }),
                customer,
                link: page,
            }))
        }
        // Covered by the mail about the accepted invitation or the new customer.
        Event::Established { .. } | Event::Granted { .. } => Vec::new(),
        // In which groups a partner has a customer is its own affair.
        Event::Grouped { .. } => Vec::new(),
        // Told of by the partnership.
        Event::PartnersParted { .. } => Vec::new(),
    }
}

/// The letters to both sides about rights that had ended by themselves, written down together with something else.
pub(super) fn lapsed(about: &About<'_>, rights: GrantSet) -> Vec<Letter> {
    let page = about.url.join(&route::customer(about.customer.id));
    let mail = |side: &Side| ended(side, rights, false);
    both(about, page).iter().map(mail).collect()
}

/// The reminder of an end, for both sides.
pub(super) fn reminders(watched: &Watched, reminder: Reminder, url: &PublicUrl) -> Vec<Letter> {
    let about = About {
        relationship: &watched.relationship,
        customer: &watched.customer,
        partner: &watched.partner,
        text: None,
        url,
    };
    let page = url.join(&route::customer(watched.customer.id));
    both(&about, page)
        .iter()
        .map(|side| ending(side, reminder))
        .collect()
}

/// One side of a relationship, as a reader of a mail.
#[derive(Clone)]
struct Side {
    to: OrganizationId,
    is_customer: bool,
    /// The name of the other side.
    other: String,
    link: String,
}

/// Both sides, the partner with this link.
fn both(about: &About<'_>, link: String) -> [Side; 2] {
    [
        Side {
            to: about.partner.id,
            is_customer: false,
            other: about.customer.name.to_string(),
            link,
        },
        Side {
            to: about.customer.id,
            is_customer: true,
            other: about.partner.name.to_string(),
            link: about.url.join(route::GRANTS),
        },
    ]
}

/// A customer's global admins grant; a partner's agents serve.
fn to_side(side: &Side, template: impl Fn(Lang) -> Mail + Send + Sync + 'static) -> Letter {
    if side.is_customer {
        Letter::to_global_admins(side.to, template)
    } else {
        Letter::to_admins(side.to, template)
    }
}

fn ended(side: &Side, rights: GrantSet, is_whole: bool) -> Letter {
    let it = side.clone();
    to_side(side, move |lang| {
        Mail::from(RightsEnded {
            other: it.other.clone(),
            of_customer: it.is_customer,
            is_whole,
            rights: words::terms(lang, rights),
            link: it.link.clone(),
        })
    })
}

fn ending(side: &Side, reminder: Reminder) -> Letter {
    let it = side.clone();
    to_side(side, move |lang| {
        Mail::from(RightsEnding {
            other: it.other.clone(),
            of_customer: it.is_customer,
            is_whole: reminder.is_whole,
            rights: words::terms(lang, reminder.rights),
            last_day: day(lang, reminder.of.ends),
            link: it.link.clone(),
        })
    })
}

/// The last day before an end.
fn day(lang: Lang, ends: Timestamp) -> String {
    let midnight = last_day(ends).and_time(chrono::NaiveTime::MIN).and_utc();
    i18n::date(lang, midnight)
}

fn mail_grant(grant: Grant) -> GrantKind {
    match grant {
        Grant::OrderOnBehalf => GrantKind::OrderOnBehalf,
        Grant::Administer => GrantKind::Administration,
        Grant::Support => GrantKind::Support,
    }
}
