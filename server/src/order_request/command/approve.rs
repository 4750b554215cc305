use std::collections::BTreeSet;

use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::{AssignmentId, OrderId, OrderRequestId, SubscriptionId},
    license,
    order_request::{self, Approval, Event, Loses, Made, NewIds, OrderRequest, Subject, Wanted},
    subscription::{self, Charge, settle},
};

use crate::{
    license::store::{Holding, held_of},
    order,
    order_request::{
        facts::{Known, Loaded, Who},
        follow, store,
    },
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::{Hold, Stored},
    subscription::command::{Decided, written},
};

/// The provider approves a request, after it was shown what that costs.
#[derive(Debug, Serialize)]
pub(crate) struct Approve {
    pub id: OrderRequestId,
    pub shown: Approval,
    /// Who loses a license, if there are to be fewer than users hold.
    pub loses: Loses,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct Facts {
    known: Known,
    request: Stored<OrderRequest>,
    order: OrderId,
    subscriptions: Vec<SubscriptionId>,
    /// What users hold of that of which there may be fewer.
    held: Vec<Holding>,
}

/// The decision: the approval, what it makes, and what follows from that for a subscription.
#[derive(Debug)]
pub(crate) struct Approved {
    event: Event,
    made: Made,
    charges: Vec<Charge>,
    licenses: Vec<(AssignmentId, license::Event)>,
}

impl Command for Approve {
    const NAME: &'static str = "approve_order_request";
    type Facts = Facts;
    type Decision = Approved;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        Action::AnswerOrderRequest.alone()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let (actor, now) = (unit.context.actor()?, unit.now());
        // Two who approve at the same time wait for each other here: the second finds it approved.
        let request = store::of(unit.db, actor.organization, self.id, Hold::Locked).await?;
        let request = request.ok_or(CommandError::NotFound)?;
        let (who, wanted) = (Who::of(&request.value), request.value.wanted());
        let known = Known::load(unit.db, who, wanted, (now, Hold::Locked)).await?;
        let count = match wanted {
            Wanted::New { lines } => lines.len(),
            _ => 0,
        };
        let subscriptions = (0..count).map(|_| unit.new_id()).collect();
        // Whoever is refused takes nothing from anybody.
        let concerned = match (&known.loaded, known.subject(wanted, &[])) {
            (Some(Loaded::Change(changing)), Some(Subject::Change { facts, .. })) => {
                let command = known
                    .subscription
                    .as_ref()
                    .and_then(|it| wanted.command(it));
                let happened =
                    command.map(|command| subscription::decide(facts, command, &actor, now));
                let happened = happened.and_then(Result::ok).unwrap_or_default();
                license::concerned(&changing.family, &happened)
            }
            _ => BTreeSet::new(),
        };
        let held = held_of(unit.db, &concerned, Hold::Locked).await?;
        Ok(Facts {
            known,
            request,
            order: unit.new_id(),
            subscriptions,
            held,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Approved> {
        let (known, request) = (&facts.known, &facts.request.value);
        let ids = NewIds {
            order: facts.order,
            subscriptions: &facts.subscriptions,
        };
        let (bases, actor) = (known.bases(), context.actor()?);
        let (event, made) = order_request::approve(
            known.facts(request),
            known.subject(request.wanted(), &bases),
            &self.shown,
            ids,
            &actor,
            context.now,
        )?;
        let (mut charges, mut licenses) = (Vec::new(), Vec::new());
        if let (Made::Change(happened), Some(Loaded::Change(changing))) = (&made, &known.loaded) {
            let (family, offers) = (&changing.family, &changing.offers);
            let before: Vec<_> = family.members().cloned().collect();
            charges = settle(&before, happened, &changing.ledger);
            let held: Vec<_> = facts.held.iter().map(Holding::known).collect();
            let losing = order_request::losing(known.facts(request), &self.loses, &actor)?;
            licenses = license::follow(family, offers, happened, &held, &losing)?;
        }
        Ok(Approved {
            event,
            made,
            charges,
            licenses,
        })
    }

    async fn apply(
        &self,
        facts: Facts,
        approved: Approved,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let Facts {
            known,
            mut request,
            order: id,
            held,
            ..
        } = facts;
        let Approved {
            event,
            made,
            charges,
            licenses,
        } = approved;
        unit.apply_events(&mut request, std::slice::from_ref(&event))
            .await?;
        let parties = known.parties();
        let letters = follow::letters(&request.value, &event, parties, unit.public_url());
        unit.send(letters);
        match (made, known.loaded) {
            (Made::Order(ordered), Some(Loaded::New { products, .. })) => {
                let about = order::follow::About {
                    order: id,
                    seller: known.provider.name.as_str(),
                    customer: known.customer.name.as_str(),
                    products: &products,
                    activated: &ordered.1,
                    url: unit.public_url(),
                };
                let letters = order::follow::letters(&ordered.0, &about);
                unit.send(letters);
                order::command::placed(unit, id, ordered).await?;
                Ok(())
            }
            (Made::Change(happened), Some(Loaded::Change(changing))) => {
                let decided = Decided {
                    happened,
                    charges,
                    licenses,
                };
                written(unit, *changing, held, decided).await
            }
            _ => Err(CommandError::Inconsistent(
                "what was approved is not what was loaded",
            )),
        }
    }
}
