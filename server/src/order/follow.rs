//! Mails after events of an order, and the form of orders in mails.

use serde::Serialize;
use tierline_app::{
    catalog::words,
    i18n::{self, Lang},
    route,
};
use tierline_core::{
    Evolve as _,
    catalog::{Held, Product},
    ids::{OrderId, OrganizationId, SubscriptionId},
    money::Money,
    order::{Event, Line},
    subscription::{self, Subscription},
    term::Plan,
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

/// One line of an order, already written in the reader's language. The amount is that of a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct OrderLine {
    pub product: String,
    pub plan: String,
    pub quantity: u32,
    pub amount: String,
}

/// Facts for the mails beyond the event.
#[derive(Clone, Copy)]
pub(crate) struct About<'a> {
    pub order: OrderId,
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
    let mut letters = vec![to_admins(event, *customer, about)];
    letters.extend(to_reseller(event, about));
    letters
}

/// The letter to the reseller that earns incentives, if there is one.
pub(crate) fn to_reseller(event: &Event, about: &About<'_>) -> Option<Letter> {
    let Event::Placed {
        partner_of_record, ..
    } = event;
    partner_of_record.map(|reseller| to_admins(event, reseller, about))
}

fn to_admins(event: &Event, to: OrganizationId, about: &About<'_>) -> Letter {
    let Event::Placed { lines, .. } = event;
    let (seller, customer) = (about.seller.to_owned(), about.customer.to_owned());
    let (ordered, total) = (ordered(lines, about), total_of(lines, about));
    let link = about.url.join(&route::order(about.order));
    Letter::to_admins(to, move |lang| {
        Mail::from(OrderSubmitted {
            seller: seller.clone(),
            customer: customer.clone(),
            lines: ordered.iter().map(|line| line.told(lang)).collect(),
            total: total.clone(),
            link: link.clone(),
        })
    })
}

/// One line of an order, for every language.
struct Ordered {
    product: String,
    plan: Plan,
    quantity: u32,
    amount: String,
}

impl Ordered {
    fn told(&self, lang: Lang) -> OrderLine {
        OrderLine {
            product: self.product.clone(),
            plan: words::plan(lang, self.plan),
            quantity: self.quantity,
            amount: self.amount.clone(),
        }
    }
}

/// The ordered lines.
fn ordered(lines: &[Line], about: &About<'_>) -> Vec<Ordered> {
    lines
        .iter()
        .filter_map(|line| {
            let (product, _) = about
                .products
                .iter()
                .find(|(product, _)| product.sku == line.sku)?;
            let amount = amount_of(line, about).map_or_else(|| "–".to_owned(), written);
            Some(Ordered {
                product: product.name.clone(),
                plan: line.plan,
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
