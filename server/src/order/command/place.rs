use serde::Serialize;
use tierline_core::{
    access::{Action, Provider},
    catalog::{Held, Product},
    ids::{OrderId, OrganizationId, SkuId},
    market,
    order::{self, Line, OrderFacts, Ordered, PartnerOfRecord},
    organization::Organization,
    partnership::Partnership,
    relationship::{Relationship, Side},
};

use super::{by_line, placed, with_ids};
use crate::{
    order::follow,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    relationship::store::{all_of, in_force, with_partner},
    store::Hold,
};

/// Orders for a customer.
#[derive(Debug, Serialize)]
pub(crate) struct Place {
    pub customer: OrganizationId,
    pub lines: Vec<(SkuId, u32)>,
    pub partner_of_record: Option<OrganizationId>,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct Facts {
    partner: Organization,
    customer: Organization,
    relationship: Relationship,
    providers: Vec<Provider>,
    of_record: Option<OfRecord>,
    products: Vec<(Product, Held)>,
    order: OrderId,
    lines: Vec<Line>,
}

/// The reseller that is to earn incentives, with its ties to provider and customer.
#[derive(Debug)]
struct OfRecord {
    reseller: Organization,
    partnership: Partnership,
    relationship: Option<Relationship>,
}

impl Command for Place {
    const NAME: &'static str = "place_order";
    type Facts = Facts;
    type Decision = Ordered;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::PlaceOrder]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        // Nobody holds up what is done for somebody else's customer: asked again below, under the locks.
        let now = unit.now();
        in_force(unit.db, own, self.customer, (now, Hold::Free))
            .await?
            .ok_or(CommandError::NotFound)?;
        let ids = [own, self.customer]
            .into_iter()
            .chain(self.partner_of_record);
        let organizations =
            crate::organization::store::lock(unit.db, ids, None, unit.context.now).await?;
        let partnership = match self.partner_of_record {
            Some(reseller) => {
                crate::partnership::store::of_provider(unit.db, own, reseller, Hold::Locked).await?
            }
            None => None,
        };
        // Orders for one customer wait for each other here, so that two together never exceed what it may have.
        let relationships = all_of(unit.db, self.customer, Hold::Locked).await?;
        let relationship = with_partner(&relationships, own, now).ok_or(CommandError::NotFound)?;
        let of_record = match self.partner_of_record {
            Some(reseller) => Some(OfRecord {
                reseller: organizations.get(reseller)?.clone(),
                // The caller knows no partner that it was never in partnership with.
                partnership: partnership.ok_or(CommandError::NotFound)?,
                relationship: with_partner(&relationships, reseller, now),
            }),
            None => None,
        };
        let customer = organizations.get(self.customer)?.clone();
        let providers = match relationship.side {
            // It tries to order, which one of its providers does.
            Side::IndirectReseller => {
                let now = unit.now();
                crate::partnership::store::providers_for(unit.db, own, &customer, now).await?
            }
            Side::IndirectProvider | Side::DirectBill => Vec::new(),
        };
        let skus: Vec<SkuId> = self.lines.iter().map(|(sku, _)| *sku).collect();
        let held = crate::subscription::store::held(unit.db, customer.id, None, &skus).await?;
        let currency = market::currency_of(customer.country);
        let now = unit.now();
        let products = crate::catalog::store::load(unit.db, &skus, currency, now).await?;
        let products = products.into_iter().map(|product| {
            let held = held.get(&product.sku).copied().unwrap_or_default();
            (product, held)
        });
        Ok(Facts {
            partner: organizations.get(own)?.clone(),
            customer,
            relationship,
            providers,
            of_record,
            products: products.collect(),
            order: unit.new_id(),
            lines: with_ids(unit, &self.lines),
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Ordered> {
        let order = OrderFacts {
            partner: &facts.partner,
            customer: &facts.customer,
            relationship: Some(&facts.relationship),
            providers: &facts.providers,
            partner_of_record: facts.of_record.as_ref().map(|of_record| PartnerOfRecord {
                reseller: &of_record.reseller,
                partnership: Some(&of_record.partnership),
                relationship: of_record.relationship.as_ref(),
            }),
            products: &facts.products,
        };
        let ordered = order::order(
            order,
            facts.order,
            &facts.lines,
            &context.actor()?,
            context.now,
        );
        ordered.map_err(|refusal| by_line(refusal, &self.lines, &facts.products))
    }

    async fn apply(
        &self,
        facts: Facts,
        ordered: Ordered,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let about = follow::About {
            seller: facts.partner.name.as_str(),
            customer: facts.customer.name.as_str(),
            products: &facts.products,
            url: unit.public_url(),
        };
        let letters = follow::letters(&ordered.0, &about);
        unit.send(letters);
        placed(unit, facts.order, ordered).await?;
        Ok(())
    }
}
