//! Facts about creating a customer: the partner, the reseller, the products.

use tierline_app::{catalog::model::OrderLine, customer::model::CustomerDraft};
use tierline_core::{
    catalog::{Held, Offer, Product},
    customer::{CreateFacts, Details, Taken},
    ids::SkuId,
    organization::{Organization, Party},
    partnership::Partnership,
};

use super::details;
use crate::{
    catalog::store::{load, offers},
    customer::taken,
    pipeline::{CommandError, CommandResult, Unit},
    store::Hold,
};

/// Owner of the values that [`CreateFacts`] borrows.
#[derive(Debug)]
pub(super) struct Creating {
    pub partner: Organization,
    pub reseller: Option<(Organization, Partnership)>,
    providers: Vec<Party>,
    taken: Taken,
    pub products: Vec<(Product, Held)>,
    offers: Vec<Offer>,
}

impl Creating {
    /// Loads the facts about the typed values, as far as they are usable.
    pub(super) async fn load(
        unit: &mut Unit<'_>,
        draft: &CustomerDraft,
        details: Option<&Details>,
        lines: &[OrderLine],
    ) -> CommandResult<Creating> {
        let own = unit.context.actor()?.organization;
        let now = unit.now();
        let reseller = details::reseller(draft)?;
        let organizations =
            crate::organization::store::lock(unit.db, [own].into_iter().chain(reseller), None, now)
                .await?;
        let reseller = match reseller {
            Some(id) => {
                let partnership =
                    crate::partnership::store::of_provider(unit.db, own, id, Hold::Locked).await?;
                // A reseller that never was in partnership is none that the caller knows of.
                let partnership = partnership.ok_or(CommandError::NotFound)?;
                Some((organizations.get(id)?.clone(), partnership))
            }
            None => None,
        };
        let skus: Vec<SkuId> = lines.iter().map(|line| line.sku).collect();
        // Before the country is known, there are products without prices.
        let (products, offers) = match details {
            Some(details) => {
                let offers = offers(unit.db, &skus, details.country, now).await?;
                let products = offers.iter().map(|offer| offer.product.clone());
                (products.collect(), offers)
            }
            None => (load(unit.db, &skus, None, now).await?, Vec::new()),
        };
        let taken = match details {
            Some(details) => taken(unit, &details.domain, &details.admin_user_name).await?,
            None => Taken::default(),
        };
        Ok(Creating {
            partner: organizations.get(own)?.clone(),
            reseller,
            providers: crate::partnership::store::providers_of(unit.db, own, None, now).await?,
            taken,
            products: products
                .into_iter()
                .map(|product| (product, Held::default()))
                .collect(),
            offers,
        })
    }

    /// The facts in core's form.
    pub(super) fn facts(&self) -> CreateFacts<'_> {
        CreateFacts {
            partner: &self.partner,
            reseller: self
                .reseller
                .as_ref()
                .map(|(reseller, partnership)| (reseller, Some(partnership))),
            providers: &self.providers,
            taken: self.taken,
            products: &self.products,
            offers: &self.offers,
        }
    }
}
