//! What core has to know of an order, for placing it and for the page before.

use sqlx::PgConnection;
use tierline_app::catalog::model::OrderLine;
use tierline_core::{
    Timestamp,
    access::{CustomerFacts, Provider},
    catalog::{Held, Offer, Product},
    ids::{OrganizationId, SkuId, SubscriptionId},
    money::{Money, Quantity},
    order::{Line, OrderFacts, PartnerOfRecord},
    organization::Organization,
    partnership::Partnership,
    relationship::{Relationship, Side},
    subscription::Subscription,
};

use crate::{
    catalog::store::offers,
    organization::store::these,
    partnership::store::{of_provider, providers_for},
    pipeline::{CommandError, CommandResult},
    relationship::store::{all_of, in_force, with_partner},
    store::Hold,
    subscription::store::{bases, held},
};

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    pub customer: OrganizationId,
    pub lines: &'a [OrderLine],
    pub partner_of_record: Option<OrganizationId>,
}

/// The facts about an order, for one partner.
#[derive(Debug)]
pub(super) struct Known {
    pub partner: Organization,
    pub customer: Organization,
    relationship: Relationship,
    providers: Vec<Provider>,
    of_record: Option<OfRecord>,
    pub products: Vec<(Product, Held)>,
    offers: Vec<Offer>,
    bases: Vec<Subscription>,
    under_review: bool,
}

/// The reseller that is to earn incentives, with its ties to provider and customer.
#[derive(Debug)]
struct OfRecord {
    reseller: Organization,
    partnership: Partnership,
    relationship: Option<Relationship>,
}

impl Known {
    /// Loads them for a partner with a relationship with the customer in force. For everybody else there is none.
    pub(super) async fn load(
        db: &mut PgConnection,
        own: OrganizationId,
        asked: Asked<'_>,
        (now, hold): (Timestamp, Hold),
    ) -> CommandResult<Known> {
        // Nobody holds up what is done for somebody else's customer: asked again below, under the locks.
        in_force(db, own, asked.customer, (now, Hold::Free))
            .await?
            .ok_or(CommandError::NotFound)?;
        let ids = [own, asked.customer]
            .into_iter()
            .chain(asked.partner_of_record);
        let organizations = these(db, ids, (now, hold)).await?;
        let partnership = match asked.partner_of_record {
            Some(reseller) => of_provider(db, own, reseller, hold).await?,
            None => None,
        };
        // Orders for one customer wait for each other here, so that two together never exceed what it may have.
        let relationships = all_of(db, asked.customer, hold).await?;
        let relationship = with_partner(&relationships, own, now).ok_or(CommandError::NotFound)?;
        let of_record = match asked.partner_of_record {
            Some(reseller) => Some(OfRecord {
                reseller: organizations.get(reseller)?.clone(),
                // The caller knows no partner that it was never in partnership with.
                partnership: partnership.ok_or(CommandError::NotFound)?,
                relationship: with_partner(&relationships, reseller, now),
            }),
            None => None,
        };
        let customer = organizations.get(asked.customer)?.clone();
        let providers = match relationship.side {
            // It tries to order, which one of its providers does.
            Side::IndirectReseller => providers_for(db, own, &customer, now).await?,
            Side::IndirectProvider | Side::DirectBill => Vec::new(),
        };
        let skus: Vec<SkuId> = asked.lines.iter().map(|line| line.sku).collect();
        let held = held(db, customer.id, None, &skus, now).await?;
        let offers = offers(db, &skus, customer.country, now).await?;
        let products = offers.iter().map(|offer| {
            let held = held.get(&offer.product.sku).copied().unwrap_or_default();
            (offer.product.clone(), held)
        });
        let chosen = asked.lines.iter().filter_map(|line| line.base);
        let chosen: Vec<SubscriptionId> = chosen.collect();
        let of = (customer.id, customer.country);
        Ok(Known {
            partner: organizations.get(own)?.clone(),
            relationship,
            providers,
            of_record,
            products: products.collect(),
            bases: bases(db, &chosen, of, (now, hold)).await?,
            under_review: organizations.is_under_review(customer.id)?,
            offers,
            customer,
        })
    }

    /// The subscriptions that add-ons are for, as [`Known::facts`] takes them.
    pub(super) fn bases(&self) -> Vec<&Subscription> {
        self.bases.iter().collect()
    }

    /// The facts for deciding about the actor's part in it.
    pub(super) fn access(&self) -> CustomerFacts<'_> {
        CustomerFacts {
            organization: &self.partner,
            customer: &self.customer,
            relationship: Some(&self.relationship),
            providers: &self.providers,
        }
    }

    /// The facts for the decision.
    pub(super) fn facts<'a>(&'a self, bases: &'a [&'a Subscription]) -> OrderFacts<'a> {
        OrderFacts {
            partner: &self.partner,
            customer: &self.customer,
            relationship: Some(&self.relationship),
            providers: &self.providers,
            partner_of_record: self.of_record.as_ref().map(|of_record| PartnerOfRecord {
                reseller: &of_record.reseller,
                partnership: Some(&of_record.partnership),
                relationship: of_record.relationship.as_ref(),
            }),
            products: &self.products,
            offers: &self.offers,
            bases,
            under_review: self.under_review,
        }
    }

    /// The reseller that is to earn incentives.
    pub(super) fn partner_of_record(&self) -> Option<&Organization> {
        self.of_record.as_ref().map(|of_record| &of_record.reseller)
    }

    /// What the partner pays for one license of a line for the term, where the customer is charged another price.
    pub(super) fn partner_price(&self, line: &Line, now: Timestamp) -> Option<Money> {
        let mut offers = self.offers.iter();
        let offer = offers.find(|offer| offer.product.sku == line.sku)?;
        offer.partner_price(line.plan, Quantity::new(line.quantity).ok()?, now)
    }
}
