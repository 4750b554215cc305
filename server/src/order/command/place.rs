use serde::Serialize;
use tierline_app::catalog::model::OrderLine;
use tierline_core::{
    access::Action,
    ids::{OrderId, OrganizationId},
    order::{self, Line, Ordered, Shown, check_shown},
};

use super::{by_line, placed, with_ids};
use crate::{
    order::{
        follow,
        known::{Asked, Known},
    },
    pipeline::{Command, CommandResult, Context, Unit},
    store::Hold,
};

/// Orders for a customer.
#[derive(Debug, Serialize)]
pub(crate) struct Place {
    pub customer: OrganizationId,
    pub lines: Vec<OrderLine>,
    pub partner_of_record: Option<OrganizationId>,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct Facts {
    known: Known,
    order: OrderId,
    lines: Vec<Line>,
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
        let asked = Asked {
            customer: self.customer,
            lines: &self.lines,
            partner_of_record: self.partner_of_record,
        };
        let held = (unit.now(), Hold::Locked);
        Ok(Facts {
            known: Known::load(unit.db, own, asked, held).await?,
            order: unit.new_id(),
            lines: with_ids(unit, &self.lines),
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Ordered> {
        let Facts {
            known,
            order,
            lines,
        } = facts;
        let bases = known.bases();
        let (facts, actor) = (known.facts(&bases), context.actor()?);
        let ordered =
            order::order(facts, *order, lines, &actor, context.now).map_err(|refusal| {
                let wanted: Vec<_> = self.lines.iter().map(OrderLine::wanted).collect();
                by_line(refusal, &wanted, &known.products)
            })?;
        let shown: Vec<Option<Shown>> = self.lines.iter().map(|line| line.shown).collect();
        check_shown(&ordered, &shown, &known.products)?;
        Ok(ordered)
    }

    async fn apply(
        &self,
        facts: Facts,
        ordered: Ordered,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let about = follow::About {
            order: facts.order,
            seller: facts.known.partner.name.as_str(),
            customer: facts.known.customer.name.as_str(),
            products: &facts.known.products,
            activated: &ordered.1,
            url: unit.public_url(),
        };
        let letters = follow::letters(&ordered.0, &about);
        unit.send(letters);
        placed(unit, facts.order, ordered).await?;
        Ok(())
    }
}
