use serde::Serialize;
use tierline_core::{
    access::Action,
    directory::{self, Decision, Event},
    ids::ListingId,
    text::Reason,
};

use crate::{
    directory::{facts::Reviewing, follow},
    pipeline::{Command, CommandResult, Context, Unit},
    store::Hold,
};

/// The operator's decision on a proposal.
#[derive(Debug, Serialize)]
pub(crate) struct ReviewListing {
    pub id: ListingId,
    /// The proposal that was read.
    pub number: u32,
    /// The reason for a rejection; none for an approval.
    pub rejected: Option<Reason>,
}

impl Command for ReviewListing {
    const NAME: &'static str = "review_listing";
    type Facts = Reviewing;
    type Decision = Event;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ReviewListings]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Reviewing> {
        let own = unit.context.actor()?.organization;
        let known = (unit.now(), Hold::Locked);
        Reviewing::load(unit.db, own, self.id, known).await
    }

    fn decide(&self, facts: &Reviewing, context: &Context) -> CommandResult<Event> {
        let decision = match &self.rejected {
            Some(reason) => Decision::Reject {
                reason: reason.clone(),
            },
            None => Decision::Approve,
        };
        Ok(directory::review(
            facts.facts(),
            self.number,
            &decision,
            &context.actor()?,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        mut facts: Reviewing,
        event: Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let events = [event];
        unit.apply_events(&mut facts.listing, &events).await?;
        let [event] = &events;
        let letter = follow::decided(event, &facts.listing.value, unit.public_url());
        unit.send(letter);
        Ok(())
    }
}
