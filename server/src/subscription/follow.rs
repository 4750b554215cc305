//! Mails after events of a subscription.

use tierline_app::{
    i18n::{self, number},
    route,
    timeline::{Known, Told},
};
use tierline_core::{
    catalog::Offer,
    ids::{OrganizationId, SkuId},
    organization::Party,
    subscription::{Dropped, Ending, Event, Lapse, Outlook, Pending, Subscription},
};

use super::store::{self, reminder::Watched};
use crate::{
    config::PublicUrl,
    pipeline::{
        letter::Letter,
        template::{Mail, mails},
    },
};

mails! {
    /// To the customer, to the partner that ordered and to the partner of record, about a change; to who has scheduled
    /// one, when it happens, waits for the end of a review, or doesn't because it is not sold any more.
    SubscriptionChanged = "subscription_changed", from the_portal, party customer, button link {
        product: String,
        customer: String,
        what: String,
        link: String,
    }

    /// To a partner that ordered subscriptions: another one, which supported their customer, can do so no more.
    SupportReturned = "support_returned", from the_portal, party customer, button link {
        customer: String,
        reseller: String,
        subscriptions: u64,
        link: String,
    }

    /// To a customer, its new support contact and those before: of several subscriptions, the contact is another one.
    SupportDesignated = "support_designated", from the_portal, party customer, button link {
        customer: String,
        contact: String,
        subscriptions: u64,
        link: String,
    }

    /// To the partners that ordered it and are of record, some days before the end of its term.
    RenewalReminder = "renewal_reminder", from the_portal, party customer, button link {
        product: String,
        customer: String,
        licenses: String,
        ends: String,
        outlook: Outlook,
        link: String,
    }
}

/// Facts for the mails beyond the event.
#[derive(Clone, Copy)]
pub(crate) struct About<'a> {
    /// Everybody whom a mail may name.
    pub parties: &'a [Party],
    /// Every product concerned.
    pub offers: &'a [Offer],
    pub url: &'a PublicUrl,
}

/// The letters for an event of a subscription, which is as it was before. Billing periods, renewals as announced and
/// what follows for add-ons are told by the page alone.
pub(crate) fn letters(before: &Subscription, event: &Event, about: &About<'_>) -> Vec<Letter> {
    let everybody = || {
        let mut all = vec![before.customer, before.partner];
        all.extend(before.partner_of_record);
        all
    };
    let page = about.url.join(&route::subscription(before.id));
    let to_all = |to: Vec<OrganizationId>| -> Vec<Letter> {
        let to = to.into_iter();
        to.map(|organization| {
            let mail = mail(before, event, about, page.clone());
            Letter::to_admins(organization, mail)
        })
        .collect()
    };
    match event {
        // Also that it waits, or was dropped.
        Event::Renewed {
            scheduled_by: Some(author),
            ..
        }
        | Event::Renewed {
            waiting: Some(Pending { author, .. }),
            ..
        }
        | Event::Renewed {
            dropped: Some(Dropped { author, .. }),
            ..
        } => {
            let mail = mail(before, event, about, page.clone());
            vec![Letter::to_member(author.user, author.organization, mail)]
        }
        Event::Expired {
            dropped: Some(Dropped { author, .. }),
            ..
        } => {
            let mut all = everybody();
            all.retain(|it| *it != author.organization);
            let mut letters = to_all(all);
            let mail = mail(before, event, about, page.clone());
            letters.push(if everybody().contains(&author.organization) {
                Letter::to_admins_and(author.user, author.organization, mail)
            } else {
                Letter::to_member(author.user, author.organization, mail)
            });
            letters
        }
        Event::Expired {
            why: Lapse::BaseEnded,
            ..
        }
        | Event::Suspended {
            with_base: true, ..
        }
        | Event::Activated { .. }
        | Event::Billed { .. }
        | Event::Renewed { .. }
        | Event::SupportReturned { .. }
        | Event::Deleted { .. } => Vec::new(),
        Event::Expired { .. } => to_all(everybody()),
        // Of an add-on, with its base.
        Event::Reactivated { .. } if before.course.with_base => Vec::new(),
        Event::Increased { author, .. }
        | Event::Decreased { author, .. }
        | Event::Upgraded { author, .. }
        | Event::Scheduled { author, .. }
        | Event::Unscheduled { author, .. }
        | Event::RenewedAhead { author, .. }
        | Event::AutoRenewSet { author, .. }
        | Event::Suspended { author, .. }
        | Event::Reactivated { author, .. }
        | Event::Canceled { author, .. }
        | Event::BroughtBack { author, .. } => {
            let mut others = everybody();
            others.retain(|it| *it != author.organization);
            to_all(others)
        }
        Event::SupportDesignated { author, .. } | Event::PartnerOfRecordSet { author, .. } => {
            let mut all = everybody();
            all.extend(store::named(event));
            all.retain(|it| *it != author.organization);
            all.sort_unstable();
            all.dedup();
            // Whoever is it no longer may know of the customer alone.
            let customers = about.url.join(&route::customer(before.customer));
            let left = left(event).filter(|it| *it != before.partner);
            let letter = |partner: OrganizationId| {
                let is_left = left == Some(partner);
                let link = if is_left { &customers } else { &page };
                let mail = mail(before, event, about, link.clone());
                Letter::to_admins(partner, mail)
            };
            all.into_iter().map(letter).collect()
        }
    }
}

/// Who supported the customer, or earned incentives, until this happened.
const fn left(event: &Event) -> Option<OrganizationId> {
    match event {
        Event::SupportDesignated { from, .. } => Some(*from),
        Event::PartnerOfRecordSet { from, .. } => *from,
        _ => None,
    }
}

/// The letter to a partner that supports the customer of so many subscriptions again.
pub(super) fn returned(
    to: OrganizationId,
    reseller: &Party,
    customer: &Party,
    subscriptions: u64,
    url: &PublicUrl,
) -> Letter {
    let (reseller, name) = (reseller.name.to_string(), customer.name.to_string());
    let link = url.join(&route::customer(customer.id));
    Letter::to_admins(to, move |_| {
        Mail::from(SupportReturned {
            customer: name.clone(),
            reseller: reseller.clone(),
            subscriptions,
            link: link.clone(),
        })
    })
}

/// The letter to the customer or a partner of it about the contact of so many subscriptions.
pub(super) fn designated(
    to: OrganizationId,
    contact: &Party,
    customer: &Party,
    subscriptions: u64,
    url: &PublicUrl,
) -> Letter {
    let (contact, name) = (contact.name.to_string(), customer.name.to_string());
    let link = if to == customer.id {
        url.join(route::GRANTS)
    } else {
        url.join(&route::customer(customer.id))
    };
    Letter::to_admins(to, move |_| {
        Mail::from(SupportDesignated {
            customer: name.clone(),
            contact: contact.clone(),
            subscriptions,
            link: link.clone(),
        })
    })
}

/// What happened, in the language of who reads it.
fn mail(
    before: &Subscription,
    event: &Event,
    about: &About<'_>,
    link: String,
) -> impl Fn(tierline_app::i18n::Lang) -> Mail + Send + Sync + 'static {
    let products: Vec<(SkuId, String)> = about
        .offers
        .iter()
        .map(|offer| (offer.product.sku, offer.product.name.clone()))
        .collect();
    let known = Known {
        parties: about.parties,
        products: &products,
        subject: None,
    };
    let what = Told::of(event, known).what;
    let product = products.iter().find(|(sku, _)| *sku == before.sku);
    let product = product.map_or_else(|| before.sku.to_string(), |(_, name)| name.clone());
    let customer = about.parties.iter().find(|it| it.id == before.customer);
    let customer = customer.map_or_else(String::new, |it| it.name.to_string());
    move |lang| {
        Mail::from(SubscriptionChanged {
            product: product.clone(),
            customer: customer.clone(),
            what: what.clone().in_language(lang),
            link: link.clone(),
        })
    }
}

/// The letters of a reminder before the end of a term.
pub(crate) fn reminders(it: &Watched, ending: Ending, url: &PublicUrl) -> Vec<Letter> {
    let link = url.join(&route::subscription(it.subscription.id));
    let letter = |partner: &OrganizationId| {
        let (product, customer) = (it.product.clone(), it.customer.clone());
        let (licenses, link) = (it.subscription.quantity.get(), link.clone());
        Letter::to_admins(*partner, move |lang| {
            Mail::from(RenewalReminder {
                product: product.clone(),
                customer: customer.clone(),
                licenses: number(licenses),
                ends: i18n::date(lang, ending.at),
                outlook: ending.outlook,
                link: link.clone(),
            })
        })
    };
    it.partners.iter().map(letter).collect()
}
