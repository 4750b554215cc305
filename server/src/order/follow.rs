//! Mails after events of an order, and the form of orders in mails.

use serde::Serialize;
use tierline_app::{i18n, route};
use tierline_core::{
    Evolve as _,
    catalog::{Held, Product},
    ids::{OrganizationId, SubscriptionId},
    money::Money,
    order::{Event, Line},
    subscription::{self, Subscription},
};

use crate::{
    config::PublicUrl,
    pipeline::{
        letter::Letter,
        template::{Mail, mails},
    },
};

mails! {
    OrderSubmitted = "order_submitted", from the_portal, party seller, button link {
        seller: String,
        customer: String,
        lines: Vec<OrderLine>,
        total: String,
        link: String,
    }
}

/// One line of an order; the amount is already written in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct OrderLine {
    pub product: String,
    pub quantity: u32,
    pub amount: String,
}

/// Facts for the mails beyond the event.
#[derive(Clone, Copy)]
pub(crate) struct About<'a> {
    /// The ordering partner's name.
    pub seller: &'a str,
    /// The customer's name.
    pub customer: &'a str,
    /// Every product of the order.
    pub products: &'a [(Product, Held)],
    /// The subscriptions that it has created.
    pub activated: &'a [(SubscriptionId, subscription::Event)],
    pub url: &'a PublicUrl,
}

/// Letters to the customer, and to the reseller that earns incentives.
pub(crate) fn letters(event: &Event, about: &About<'_>) -> Vec<Letter> {
    let Event::Placed { customer, .. } = event;
    let mut letters = vec![to_admins(event, *customer, route::GRANTS, about)];
    letters.extend(to_reseller(event, about));
    letters
}

/// The letter to the reseller that earns incentives, if there is one.
pub(crate) fn to_reseller(event: &Event, about: &About<'_>) -> Option<Letter> {
    let Event::Placed {
        customer,
        partner_of_record,
        ..
    } = event;
    let page = route::customer(customer);
    partner_of_record.map(|reseller| to_admins(event, reseller, &page, about))
}

fn to_admins(event: &Event, to: OrganizationId, page: &str, about: &About<'_>) -> Letter {
    let Event::Placed { lines, .. } = event;
    let template = Mail::from(OrderSubmitted {
        seller: about.seller.to_owned(),
        customer: about.customer.to_owned(),
        lines: lines_of(lines, about),
        total: total_of(lines, about),
        link: about.url.join(page),
    });
    Letter::to_admins(to, move |_| template.clone())
}

/// The ordered lines.
fn lines_of(lines: &[Line], about: &About<'_>) -> Vec<OrderLine> {
    lines
        .iter()
        .filter_map(|line| {
            let (product, _) = about
                .products
                .iter()
                .find(|(product, _)| product.sku == line.sku)?;
            let amount = amount_of(line, about).map_or_else(|| "–".to_owned(), written);
            Some(OrderLine {
                product: product.name.clone(),
                quantity: line.quantity,
                amount,
            })
        })
        .collect()
}

/// The monthly sum, if every line has a price.
fn total_of(lines: &[Line], about: &About<'_>) -> String {
    let amounts = lines.iter().map(|line| amount_of(line, about));
    let total = amounts
        .reduce(|sum, amount| sum?.plus(amount?).ok())
        .flatten();
    total.map_or_else(|| "–".to_owned(), written)
}

/// What a line costs in a month, over its whole term.
fn amount_of(line: &Line, about: &About<'_>) -> Option<Money> {
    let mut activated = about.activated.iter();
    let (id, event) = activated.find(|(id, _)| *id == line.subscription)?;
    let subscription = Subscription::evolve(*id, None, event)?;
    let term = subscription
        .term_price()?
        .times(subscription.quantity)
        .ok()?;
    Some(term.share(1, subscription.plan.term.months()))
}

fn written(amount: Money) -> String {
    i18n::money(
        amount.currency.code(),
        amount.minor,
        amount.currency.minor_units().into(),
    )
}
