//! A change that somebody makes.

use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::SubscriptionId,
    license::{self, Losing},
    subscription::{self, Shown, decide, preview},
};

use super::{Decided, write};
use crate::{
    license::store::{Holding, held_of},
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
    /// Who loses a license, if there are to be fewer than users hold.
    pub losing: Losing,
    pub shown: Shown,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct Facts {
    known: Known,
    /// What users hold of that of which there may be fewer.
    held: Vec<Holding>,
}

impl Command for Change {
    const NAME: &'static str = "change_subscription";
    type Facts = Facts;
    type Decision = Decided;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        self.command.asks_for()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let actor = unit.context.actor()?;
        let known = (unit.now(), Hold::Locked);
        let asked = Asked::For(self.command);
        let known = Known::load(unit.db, actor.organization, self.id, asked, known).await?;
        // Whoever is refused takes nothing from anybody.
        let happened = decide(known.facts(self.command), self.command, &actor, unit.now());
        let concerned = license::concerned(&known.family, &happened.unwrap_or_default());
        let held = held_of(unit.db, &concerned, Hold::Locked).await?;
        Ok(Facts { known, held })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Decided> {
        let Facts { known, held } = facts;
        let (facts, actor) = (known.facts(self.command), context.actor()?);
        let happened = decide(facts, self.command, &actor, context.now)?;
        license::may_choose(known.access(), &self.losing, &actor)?;
        // Whoever may not do it, or cannot, is told so first.
        let preview = preview(facts, self.command, &known.ledger, &actor, context.now)?;
        preview.is_as_shown(known.stored()?.version, &self.shown)?;
        let held: Vec<_> = held.iter().map(Holding::known).collect();
        let (family, offers) = (&known.family, &known.offers);
        Ok(Decided {
            licenses: license::follow(family, offers, &happened, &held, &self.losing)?,
            happened,
            charges: preview.now,
        })
    }

    async fn apply(
        &self,
        facts: Facts,
        decided: Decided,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let Facts { known, held } = facts;
        written(unit, known, held, decided).await
    }
}

/// Writes what was decided about a subscription, with the letters to everybody concerned.
pub(crate) async fn written(
    unit: &mut Unit<'_>,
    known: Known,
    held: Vec<Holding>,
    decided: Decided,
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
    write(unit, vec![(known.members, decided)], held).await?;
    Ok(())
}
