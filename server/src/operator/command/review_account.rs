use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::OrganizationId,
    organization::{
        AccountReview, Event, Organization, ReviewAccount, ReviewFacts, review_account,
    },
    text::Reason,
};

use super::suspend::partner;
use crate::{
    operator::follow,
    organization::store::{self, Recorded},
    pipeline::{Command, CommandResult, Context, Unit},
    relationship::store::all_of,
    store::Hold,
};

/// Puts a customer's account under review, or ends that.
#[derive(Debug, Serialize)]
pub(crate) struct ReviewCustomer {
    pub customer: OrganizationId,
    pub change: ReviewAccount,
    pub reason: Reason,
}

/// What is stored.
#[derive(Debug)]
pub(crate) struct Facts {
    operator: Organization,
    /// Locked: whoever orders for the customer, or changes what it has, waits.
    customer: Recorded,
    review: Option<AccountReview>,
    /// Those that serve it, who are told.
    partners: Vec<OrganizationId>,
}

impl Command for ReviewCustomer {
    const NAME: &'static str = "review_customer";
    type Facts = Facts;
    type Decision = Event;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ReviewCustomers]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let (operator, customer) = partner(unit, self.customer).await?;
        let review = store::account_review(unit.db, self.customer).await?;
        let serving = all_of(unit.db, self.customer, Hold::Free).await?;
        let now = unit.context.now;
        let serving = serving.iter().filter(|it| it.value.is_active_at(now));
        Ok(Facts {
            operator,
            customer,
            review,
            partners: serving.map(|it| it.value.partner).collect(),
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Event> {
        let known = ReviewFacts {
            operator: &facts.operator,
            customer: &facts.customer.stored.value,
            review: facts.review.as_ref(),
        };
        let (actor, now) = (context.actor()?, context.now);
        Ok(review_account(
            known,
            self.change,
            &self.reason,
            &actor,
            now,
        )?)
    }

    async fn apply(&self, facts: Facts, event: Event, unit: &mut Unit<'_>) -> CommandResult<()> {
        let Facts {
            mut customer,
            review,
            partners,
            ..
        } = facts;
        let review = AccountReview::after(review, &event);
        unit.apply_events(&mut customer.stored, &[event]).await?;
        let now = unit.now();
        store::set_account_review(unit.db, self.customer, review.as_ref(), now).await?;
        let letters = follow::account_review(
            &customer.stored.value,
            &partners,
            (self.change, &self.reason),
            unit.public_url(),
        );
        unit.send(letters);
        Ok(())
    }
}
