//! The rows of customers, in COPY's text form. The same partners always give the same rows.

use std::ops::Range;

use chrono::{DateTime, TimeDelta};
use serde::Serialize;
use tierline_core::{
    Timestamp,
    ids::{OrderId, OrganizationId, RelationshipId, SubscriptionId, UserId},
    market::{Country, Currency},
    money::{Money, Quantity},
    order::{Line, Order},
    organization::{Capabilities, Capability},
    relationship::{Grant, Grants, Origin, Relationship, Side, State, co_serving},
    subscription::{self, Plan, Subscription},
    text::search::{SearchText, list_mark, sort_key},
};
use uuid::{Builder, Uuid};

use super::{FILLED_DOMAIN, names};
use crate::{
    demo::{
        catalog::{self, Figures},
        random::Stream,
    },
    list::search::vector,
};

/// The age of the first customer in days.
const DAYS: i64 = 700;

/// A provider and a reseller that serve customers together, and their common markets.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub provider: OrganizationId,
    pub reseller: OrganizationId,
    /// The provider's user who made all of it.
    pub user: UserId,
    pub markets: Vec<(Country, Currency)>,
}

/// The input for rows.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    pub pairs: Vec<Pair>,
    pub products: Vec<Figures>,
    pub now: Timestamp,
    pub customers: u64,
}

/// A customer to be filled in.
pub(super) struct Customer {
    pub number: u64,
    pub country: Country,
    /// The end of its domain.
    pub domain: &'static str,
    pub since: Timestamp,
}

/// The names of a customer for showing, sorting and searching.
struct Found {
    name: String,
    domain: String,
    country: Country,
    key: String,
    search: String,
    text: SearchText,
}

impl Found {
    fn of(id: OrganizationId, name: String, domain: String, country: Country) -> Self {
        let text = SearchText::of([name.as_str(), &domain]).with_id(&id.to_string());
        Self {
            key: sort_key(&name),
            search: text.to_string(),
            text,
            name,
            domain,
            country,
        }
    }
}

/// Rows of some customers, for one COPY each.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    pub organizations: Vec<u8>,
    pub relationships: Vec<u8>,
    pub together: Vec<u8>,
    pub orders: Vec<u8>,
    pub subscriptions: Vec<u8>,
}

impl Chunk {
    pub(super) fn ordered(&mut self, order: &Order, of_record: OrganizationId) {
        line(
            &mut self.orders,
            &[
                &order.customer.to_string(),
                &order.id.to_string(),
                &order.partner.to_string(),
                &of_record.to_string(),
                &time(order.at),
                &json(order),
            ],
        );
    }
}

impl Rows {
    pub(super) fn chunk(&self, numbers: Range<u64>) -> Chunk {
        let mut chunk = Chunk::default();
        for number in numbers {
            self.customer(&mut chunk, number);
        }
        chunk
    }

    fn customer(&self, chunk: &mut Chunk, number: u64) {
        let mut stream = Stream::new(number);
        let Some((pair, country, currency)) = self.place(&mut stream) else {
            return;
        };
        let since = self.since(number);
        let new = Customer {
            number,
            country,
            domain: FILLED_DOMAIN,
            since,
        };
        let id = self.organization(chunk, &mut stream, pair, &new);
        self.order(chunk, &mut stream, pair, id, currency, since);
    }

    /// A customer of these partners, without an order.
    pub(super) fn organization(
        &self,
        chunk: &mut Chunk,
        stream: &mut Stream,
        pair: &Pair,
        new: &Customer,
    ) -> OrganizationId {
        let (country, since) = (new.country, new.since);
        let id = OrganizationId::from_uuid(fresh(stream, since));
        let (name, domain) = names::name(stream, country.code());
        let domain = format!("{domain}-{}.{}", new.number, new.domain);
        let contact = format!("office@{domain}");
        let address = format!(
            "{{{} Market Street,{}}}",
            1 + stream.below(240),
            10_000 + stream.below(89_999)
        );
        let found = Found::of(id, name, domain, country);
        line(
            &mut chunk.organizations,
            &[
                &id.to_string(),
                &found.name,
                &found.domain,
                country.code(),
                &json(&Capabilities::only(Capability::Customer)),
                &contact,
                &address,
                &time(since),
                &found.key,
                &found.search,
                &vector(&found.text.indexed("")),
            ],
        );
        let relationships = [
            (pair.provider, Side::IndirectProvider, pair.reseller),
            (pair.reseller, Side::IndirectReseller, pair.provider),
        ]
        .map(|(partner, side, other)| Relationship {
            id: RelationshipId::from_uuid(fresh(stream, since)),
            partner,
            customer: id,
            side,
            together_with: Some(other),
            origin: Origin::Created {
                by: pair.provider,
                user: pair.user,
            },
            since,
            grants: Grants::granted(side.asks_for(), since),
            until: None,
            renewal: None,
            groups: Default::default(),
            tenant_owner: None,
            state: State::Active,
        });
        for mine in &relationships {
            self.relationship(chunk, mine, &relationships, &found);
        }
        id
    }

    /// A relationship, with the other partners that core finds for it.
    fn relationship(
        &self,
        chunk: &mut Chunk,
        mine: &Relationship,
        all: &[Relationship],
        found: &Found,
    ) {
        let words = vector(&found.text.indexed(list_mark(&mine.partner.to_string())));
        let (id, partner, since) = (
            mine.id.to_string(),
            mine.partner.to_string(),
            time(mine.since),
        );
        line(
            &mut chunk.relationships,
            &[
                &partner,
                &mine.customer.to_string(),
                &id,
                mine.side.capability().code(),
                &found.name,
                &found.domain,
                "active",
                &since,
                &json(mine),
                &found.key,
                &found.search,
                &words,
                found.country.code(),
                &missing(mine),
            ],
        );
        // All of it was set up in one act: the partnership's later state makes no difference.
        let others = co_serving(mine, all, &[], self.now);
        for (place, other) in others.iter().enumerate() {
            line(
                &mut chunk.together,
                &[
                    &id,
                    &partner,
                    &other.partner.to_string(),
                    &place.to_string(),
                    &found.name,
                    &found.domain,
                    &since,
                    &found.key,
                    &found.search,
                    &words,
                ],
            );
        }
    }

    /// The first order, with one to three products.
    fn order(
        &self,
        chunk: &mut Chunk,
        stream: &mut Stream,
        pair: &Pair,
        customer: OrganizationId,
        currency: Currency,
        at: Timestamp,
    ) {
        let id = OrderId::from_uuid(fresh(stream, at));
        let count = self.products.len() as u64;
        let first = stream.below(count.max(1));
        let wanted = 1 + [0, 0, 0, 1, 1, 2]
            .get(stream.below(6) as usize)
            .copied()
            .unwrap_or(0);
        let mut lines = Vec::with_capacity(3);
        for step in 0..wanted {
            let index = usize::try_from((first + step * 7) % count.max(1)).unwrap_or(0);
            let Some(product) = self.products.get(index) else {
                continue;
            };
            let line = Line::of(
                product.sku.into(),
                licenses(product, stream),
                SubscriptionId::from_uuid(fresh(stream, at)),
            );
            let price = Money::new(catalog::price(product.cents, currency), currency);
            subscription(chunk, pair, customer, id, line, price, at);
            lines.push(line);
        }
        let order = Order {
            id,
            customer,
            partner: pair.provider,
            partner_of_record: Some(pair.reseller),
            lines,
            at,
            by: pair.user,
            basis: None,
        };
        chunk.ordered(&order, pair.reseller);
    }

    /// The partners that serve this customer, and its market.
    fn place(&self, stream: &mut Stream) -> Option<(&Pair, Country, Currency)> {
        let pair = self.pair(stream)?;
        let (country, currency) = stream.one_of(&pair.markets).copied()?;
        Some((pair, country, currency))
    }

    /// One of the pairs. The first serve the most.
    pub(super) fn pair(&self, stream: &mut Stream) -> Option<&Pair> {
        let count = self.pairs.len() as u64;
        let index = stream.below(count * count).isqrt();
        self.pairs.iter().rev().nth(usize::try_from(index).ok()?)
    }

    /// Customers came one after another, up to yesterday.
    fn since(&self, number: u64) -> Timestamp {
        let span = TimeDelta::days(DAYS).num_milliseconds();
        let part = i128::from(span) * i128::from(number) / i128::from(self.customers.max(1));
        let at = self.now - TimeDelta::days(DAYS + 1)
            + TimeDelta::milliseconds(i64::try_from(part).unwrap_or(span));
        DateTime::from_timestamp_millis(at.timestamp_millis()).unwrap_or(at)
    }
}

/// A quantity within the product's limits; most are small.
pub(super) fn licenses(product: &Figures, stream: &mut Stream) -> u32 {
    let most = u64::try_from(product.maximum.min(200)).unwrap_or(1);
    let bound = 1 + stream.below(most);
    u32::try_from(1 + stream.below(bound)).unwrap_or(1)
}

fn subscription(
    chunk: &mut Chunk,
    pair: &Pair,
    customer: OrganizationId,
    order: OrderId,
    ordered: Line,
    price: Money,
    at: Timestamp,
) {
    let Ok(quantity) = Quantity::new(ordered.quantity) else {
        return;
    };
    let plan = Plan::DEFAULT;
    let subscription = Subscription {
        id: ordered.subscription,
        order,
        customer,
        partner: pair.provider,
        partner_of_record: Some(pair.reseller),
        support_contact: pair.provider,
        sku: ordered.sku,
        quantity,
        price: Some(price),
        plan,
        since: at,
        starts: at,
        ends: plan.term.end(at),
        state: subscription::State::Active,
        course: subscription::Course::default(),
    };
    line(
        &mut chunk.subscriptions,
        &[
            &customer.to_string(),
            &subscription.id.to_string(),
            &order.to_string(),
            &pair.provider.to_string(),
            &pair.reseller.to_string(),
            &ordered.sku.to_string(),
            &ordered.quantity.to_string(),
            subscription.state.status().code(),
            &time(at),
            &time(subscription.starts),
            &time(subscription.ends),
            &json(&subscription),
        ],
    );
}

/// The rights that are not in force, as Postgres writes an array.
fn missing(relationship: &Relationship) -> String {
    let codes: Vec<&str> = relationship.missing().iter().map(Grant::code).collect();
    format!("{{{}}}", codes.join(","))
}

/// An id of that time, like every other id made then.
pub(super) fn fresh(stream: &mut Stream, at: Timestamp) -> Uuid {
    let mut random = [0; 10];
    for (to, from) in random.iter_mut().zip(
        stream
            .next()
            .to_be_bytes()
            .into_iter()
            .chain(stream.next().to_be_bytes()),
    ) {
        *to = from;
    }
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
    Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

fn json(value: &impl Serialize) -> String {
    // Core's values always serialize.
    serde_json::to_string(value).unwrap_or_default()
}

fn time(at: Timestamp) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true)
}

/// One line of COPY's text form.
fn line(to: &mut Vec<u8>, fields: &[&str]) {
    for (index, field) in fields.iter().enumerate() {
        if index > 0 {
            to.push(b'\t');
        }
        for byte in field.bytes() {
            match byte {
                b'\\' => to.extend(br"\\"),
                b'\t' => to.extend(br"\t"),
                b'\n' => to.extend(br"\n"),
                b'\r' => to.extend(br"\r"),
                other => to.push(other),
            }
        }
    }
    to.push(b'\n');
}
