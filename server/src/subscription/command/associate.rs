//! Who supports the customer of a subscription, and who earns incentives on it.

use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::{OrganizationId, SubscriptionId},
    license::{self, Losing},
    organization::Party,
    subscription::{Associate, Candidate, Subscription, associate, settle},
};

use super::{Decided, write};
use crate::{
    license::store::{Holding, held_of},
    organization::store::these,
    partnership::store::of_provider,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    relationship::store::in_force,
    store::Hold,
    subscription::{
        follow,
        known::{Asked, Known},
        named::Named,
    },
};

/// Another support contact, or another partner of record.
#[derive(Debug, Serialize)]
pub(crate) struct Associating {
    pub id: SubscriptionId,
    pub asked: Associate,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct Facts {
    known: Known,
    named: Option<Named>,
    /// The names of those who were it before.
    before: Vec<Party>,
    held: Vec<Holding>,
}

impl Facts {
    fn candidate(&self) -> Option<Candidate<'_>> {
        self.named.as_ref().map(Named::candidate)
    }
}

/// The subscription and the partner that is named, if one is, under locks.
pub(super) async fn with_named(
    unit: &mut Unit<'_>,
    own: OrganizationId,
    id: SubscriptionId,
    partner: Option<OrganizationId>,
) -> CommandResult<(Known, Option<Named>)> {
    let (free, locked) = ((unit.now(), Hold::Free), (unit.now(), Hold::Locked));
    // Before the subscription, in the order of all changes.
    let named = match partner {
        Some(partner) => {
            // Nobody holds up others by naming them: asked again below, under the locks.
            Known::load(unit.db, own, id, Asked::Nothing, free).await?;
            let partners = these(unit.db, [partner], locked).await?;
            let partnership = of_provider(unit.db, own, partner, Hold::Locked).await?;
            Some((partners.get(partner)?.clone(), partnership))
        }
        None => None,
    };
    let known = Known::load(unit.db, own, id, Asked::Nothing, locked).await?;
    let named = match named {
        Some((partner, partnership)) => {
            let customer = known.customer.id;
            let relationship = in_force(unit.db, partner.id, customer, locked).await?;
            let is_known = partnership.is_some() || relationship.is_some() || partner.id == own;
            if !is_known {
                return Err(CommandError::NotFound);
            }
            Some(Named {
                partner,
                partnership,
                relationship,
            })
        }
        None => None,
    };
    Ok((known, named))
}

impl Command for Associating {
    const NAME: &'static str = "associate_partner";
    type Facts = Facts;
    type Decision = Decided;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        self.asked.action().alone()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let actor = unit.context.actor()?;
        let free = (unit.now(), Hold::Free);
        let (known, named) =
            with_named(unit, actor.organization, self.id, self.asked.names()).await?;
        let it = &known.stored()?.value;
        let before = [Some(it.support_contact), it.partner_of_record];
        let before: Vec<_> = before.into_iter().flatten().collect();
        let organizations = these(unit.db, before.clone(), free).await?;
        let mut parties = Vec::with_capacity(before.len());
        for id in before {
            parties.push(organizations.get(id)?.party());
        }
        let mut facts = Facts {
            known,
            named,
            before: parties,
            held: Vec::new(),
        };
        let happened = associate(
            facts.known.facts_as_is(),
            facts.candidate(),
            self.asked,
            &actor,
            unit.now(),
        );
        let concerned = license::concerned(&facts.known.family, &happened.unwrap_or_default());
        facts.held = held_of(unit.db, &concerned, Hold::Locked).await?;
        Ok(facts)
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Decided> {
        let known = &facts.known;
        let actor = context.actor()?;
        let happened = associate(
            known.facts_as_is(),
            facts.candidate(),
            self.asked,
            &actor,
            context.now,
        )?;
        let before: Vec<Subscription> = known.family.members().cloned().collect();
        let held: Vec<_> = facts.held.iter().map(Holding::known).collect();
        let (family, offers) = (&known.family, &known.offers);
        // What time has brought before is written with it.
        Ok(Decided {
            charges: settle(&before, &happened, &known.ledger),
            licenses: license::follow(family, offers, &happened, &held, &Losing::Latest)?,
            happened,
        })
    }

    async fn apply(
        &self,
        facts: Facts,
        decided: Decided,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let Facts {
            known,
            named,
            before,
            held,
        } = facts;
        let mut parties = vec![known.organization.party(), known.customer.party()];
        parties.extend(before);
        parties.extend(named.map(|named| named.partner.party()));
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
}
