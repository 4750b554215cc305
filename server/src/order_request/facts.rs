//! What core has to know of a request, for a change and for the page that shows what would come of it.

use std::collections::BTreeSet;

use sqlx::PgConnection;
use tierline_core::{
    Timestamp,
    catalog::{Held, Offer, Product},
    ids::{OrganizationId, SkuId, SubscriptionId},
    license,
    order::OrderFacts,
    order_request::{Facts, NewLine, OrderRequest, Parties, Subject, Wanted, as_change},
    organization::Organization,
    partnership::Partnership,
    relationship::Relationship,
    subscription::Subscription,
};

use super::store;
use crate::{
    catalog::store::offers,
    license::store::{Holding, held_of},
    organization::store::these,
    partnership::store::of_provider,
    pipeline::{CommandError, CommandResult},
    relationship::store::{all_of, with_partner},
    store::Hold,
    subscription::{
        self, Asked,
        store::{bases, held},
    },
};

/// The organizations of a request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Who {
    pub reseller: OrganizationId,
    pub provider: OrganizationId,
    pub customer: OrganizationId,
}

impl Who {
    pub(crate) const fn of(request: &OrderRequest) -> Who {
        Who {
            reseller: request.reseller,
            provider: request.provider,
            customer: request.customer,
        }
    }
}

/// The facts about a request, or about one that is to be made.
#[derive(Debug)]
pub(crate) struct Known {
    pub reseller: Organization,
    pub provider: Organization,
    pub customer: Organization,
    pub partnership: Option<Partnership>,
    serves: Option<Relationship>,
    orders: Option<Relationship>,
    /// Whether the customer's account is.
    under_review: bool,
    /// The subscription that it is about, if there is one.
    pub subscription: Option<Subscription>,
    /// What would be ordered or changed; none where the provider knows nothing of the subscription.
    pub loaded: Option<Loaded>,
}

/// What would be ordered or changed, with the facts of the provider.
#[derive(Debug)]
pub(crate) enum Loaded {
    New {
        products: Vec<(Product, Held)>,
        offers: Vec<Offer>,
        /// The subscriptions that add-ons are for.
        bases: Vec<Subscription>,
        /// Whether the customer's account is.
        under_review: bool,
    },
    Change(Box<subscription::Known>),
}

impl Known {
    /// Loads them. The organizations come first, then the partnership and the relationships, then the subscription: the
    /// order of all locks.
    pub(crate) async fn load(
        db: &mut PgConnection,
        who: Who,
        wanted: &Wanted,
        (now, hold): (Timestamp, Hold),
    ) -> CommandResult<Known> {
        let mut known = Known::parties_of(db, who, (now, hold)).await?;
        known.subscription = match wanted.subscription() {
            Some(id) => store::subscription(db, id).await?,
            None => None,
        };
        known.loaded = match wanted {
            Wanted::New { lines } => Some(known.new_ones(db, lines, (now, hold)).await?),
            _ => known.change(db, who, wanted, (now, hold)).await?,
        };
        Ok(known)
    }

    /// Loads the organizations with what ties them together, and the subscription.
    pub(crate) async fn of_request(
        db: &mut PgConnection,
        request: &OrderRequest,
        known: (Timestamp, Hold),
    ) -> CommandResult<Known> {
        let mut all = Known::parties_of(db, Who::of(request), known).await?;
        all.subscription = match request.wanted().subscription() {
            Some(id) => store::subscription(db, id).await?,
            None => None,
        };
        Ok(all)
    }

    async fn parties_of(
        db: &mut PgConnection,
        who: Who,
        (now, hold): (Timestamp, Hold),
    ) -> CommandResult<Known> {
        let Who {
            reseller,
            provider,
            customer,
        } = who;
        let organizations = these(db, [reseller, provider, customer], (now, hold)).await?;
        let partnership = of_provider(db, provider, reseller, hold).await?;
        let ties = all_of(db, customer, hold).await?;
        let with = |partner| with_partner(&ties, partner, now);
        Ok(Known {
            reseller: organizations.get(reseller)?.clone(),
            provider: organizations.get(provider)?.clone(),
            customer: organizations.get(customer)?.clone(),
            partnership,
            serves: with(reseller),
            orders: with(provider),
            under_review: organizations.is_under_review(customer)?,
            subscription: None,
            loaded: None,
        })
    }

    async fn new_ones(
        &self,
        db: &mut PgConnection,
        lines: &[NewLine],
        (now, hold): (Timestamp, Hold),
    ) -> CommandResult<Loaded> {
        let customer = &self.customer;
        let skus: Vec<SkuId> = lines.iter().map(|line| line.sku).collect();
        let chosen: Vec<SubscriptionId> = lines.iter().filter_map(|line| line.base).collect();
        let of = (customer.id, customer.country);
        let held = held(db, customer.id, None, &skus, now).await?;
        let offers = offers(db, &skus, customer.country, now).await?;
        let products = offers.iter().map(|offer| {
            let held = held.get(&offer.product.sku).copied().unwrap_or_default();
            (offer.product.clone(), held)
        });
        Ok(Loaded::New {
            products: products.collect(),
            bases: bases(db, &chosen, of, (now, hold)).await?,
            under_review: self.under_review,
            offers,
        })
    }

    async fn change(
        &self,
        db: &mut PgConnection,
        who: Who,
        wanted: &Wanted,
        known: (Timestamp, Hold),
    ) -> CommandResult<Option<Loaded>> {
        let Some(subscription) = &self.subscription else {
            return Ok(None);
        };
        let Some(command) = wanted.command(subscription) else {
            return Ok(None);
        };
        let (provider, asked) = (who.provider, Asked::For(command));
        match subscription::Known::load(db, provider, subscription.id, asked, known).await {
            Ok(known) => Ok(Some(Loaded::Change(Box::new(known)))),
            Err(CommandError::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// What users hold of that of which there would be fewer if the provider approved this now.
    pub(crate) async fn held(
        &self,
        db: &mut PgConnection,
        wanted: &Wanted,
        (now, hold): (Timestamp, Hold),
    ) -> CommandResult<Vec<Holding>> {
        let concerned = match (&self.loaded, self.subject(wanted, &[])) {
            (Some(Loaded::Change(changing)), Some(subject)) => {
                let happened = as_change(self.parties(), subject, wanted, now);
                license::concerned(&changing.family, &happened.unwrap_or_default())
            }
            _ => BTreeSet::new(),
        };
        Ok(held_of(db, &concerned, hold).await?)
    }

    pub(crate) fn parties(&self) -> Parties<'_> {
        Parties {
            reseller: &self.reseller,
            provider: &self.provider,
            customer: &self.customer,
            partnership: self.partnership.as_ref(),
            serves: self.serves.as_ref(),
            orders: self.orders.as_ref(),
        }
    }

    /// The facts for deciding about this request.
    pub(crate) fn facts<'a>(&'a self, request: &'a OrderRequest) -> Facts<'a> {
        Facts {
            request,
            parties: self.parties(),
            subscription: self.subscription.as_ref(),
        }
    }

    /// The subscriptions that add-ons are for, as [`Known::subject`] takes them.
    pub(crate) fn bases(&self) -> Vec<&Subscription> {
        match &self.loaded {
            Some(Loaded::New { bases, .. }) => bases.iter().collect(),
            Some(Loaded::Change(_)) | None => Vec::new(),
        }
    }

    /// What would be ordered or changed.
    pub(crate) fn subject<'a>(
        &'a self,
        wanted: &Wanted,
        bases: &'a [&'a Subscription],
    ) -> Option<Subject<'a>> {
        match self.loaded.as_ref()? {
            Loaded::New {
                products,
                offers,
                under_review,
                ..
            } => Some(Subject::New {
                order: OrderFacts {
                    partner: &self.provider,
                    customer: &self.customer,
                    relationship: self.orders.as_ref(),
                    providers: &[],
                    partner_of_record: None,
                    products,
                    offers,
                    bases,
                    under_review: *under_review,
                },
                offers,
            }),
            Loaded::Change(known) => {
                let command = wanted.command(self.subscription.as_ref()?)?;
                Some(Subject::Change {
                    facts: known.facts(command),
                    ledger: &known.ledger,
                })
            }
        }
    }
}
