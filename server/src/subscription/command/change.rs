//! A change that somebody makes.

use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::SubscriptionId,
    subscription::{self, Shown, decide, preview},
};

use super::{Decided, write};
use crate::{
    pipeline::{Command, CommandResult, Context, Unit},
    store::Hold,
    subscription::{
        follow,
        known::{Asked, Known},
    },
};

/// A change of a subscription, after its preview was shown.
#[derive(Debug, Serialize)]
pub(crate) struct Change {
    pub id: SubscriptionId,
    pub command: subscription::Command,
    pub shown: Shown,
}

impl Command for Change {
    const NAME: &'static str = "change_subscription";
    type Facts = Known;
    type Decision = Decided;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        self.command.asks_for()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Known> {
        let own = unit.context.actor()?.organization;
        let known = (unit.now(), Hold::Locked);
        Known::load(unit.db, own, self.id, Asked::For(self.command), known).await
    }

    fn decide(&self, known: &Known, context: &Context) -> CommandResult<Decided> {
        let (facts, actor) = (known.facts(self.command), context.actor()?);
        let happened = decide(facts, self.command, &actor, context.now)?;
        // Whoever may not do it, or cannot, is told so first.
        let preview = preview(facts, self.command, &known.ledger, &actor, context.now)?;
        preview.is_as_shown(known.stored()?.version, &self.shown)?;
        Ok(Decided {
            happened,
            charges: preview.now,
        })
    }

    async fn apply(
        &self,
        known: Known,
        decided: Decided,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let parties = [known.organization.party(), known.customer.party()];
        let about = follow::About {
            parties: &parties,
            offers: &known.offers,
            url: unit.public_url(),
        };
        let mut letters = Vec::new();
        for (id, event) in &decided.happened {
            if let Some(subscription) = known.family.get(*id) {
                letters.extend(follow::letters(subscription, event, &about));
            }
        }
        unit.send(letters);
        write(unit, vec![(known.members, decided)]).await?;
        Ok(())
    }
}
