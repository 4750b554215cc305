//! Asking many customers to renew the rights that end, by one text.

use std::collections::BTreeSet;

use serde::Serialize;
use tierline_app::{
    error::PortalError,
    list::model::ListQuery,
    portal::{ChosenCustomers, PortalResult},
};
use tierline_core::{
    access::{self, Action, CustomerFacts},
    group,
    ids::{OrganizationId, RequestId},
    organization::Organization,
    relationship::{AskToRenew, Event, ask_to_renew, ends_with},
};
use uuid::Uuid;

use crate::{
    fault::failed,
    list::reach,
    organization::store as organizations,
    pipeline::{self, Call, Command, CommandResult, Context, Principal, Unit},
    relationship::{
        Facts,
        query::EndingRightsOf,
        store::asking::{self, Begun},
    },
    state::AppState,
    store::Hold,
};

/// The most customers of a step.
const AT_ONCE: u32 = if cfg!(test) { 2 } else { 50 };

/// Steps that are made before the answer.
const BEFORE_ANSWER: u32 = if cfg!(test) { 1 } else { 2 };

/// Begins to ask the chosen customers, and asks the first of them.
pub(crate) async fn ask_many(
    call: &Call,
    chosen: ChosenCustomers,
    asking: AskToRenew,
    request: RequestId,
) -> PortalResult<()> {
    let ask = AskMany {
        chosen: match chosen {
            ChosenCustomers::These(customers) => Chosen::These(customers),
            ChosenCustomers::All(query) => Chosen::All(query.to_string()),
        },
        asking,
    };
    let id = call.run(request, &ask).await?;
    let open = asking::open(&call.state.pool).await.map_err(failed)?;
    if let Some(begun) = open.into_iter().find(|begun| begun.id == id) {
        go_on_asking(&call.state, &begun, BEFORE_ANSWER).await?;
    }
    Ok(())
}

/// Makes so many steps of a request at most; returns how many customers were looked at. What is left is done by a job.
pub(crate) async fn go_on_asking(
    state: &AppState,
    begun: &Begun,
    at_most: u32,
) -> PortalResult<u64> {
    // Whoever has begun it, with the rights that are left.
    let principal = Principal::User(begun.user, begun.partner);
    let step = AskSome {
        id: begun.id,
        at_most: AT_ONCE,
    };
    let mut done = 0;
    for _ in 0..at_most {
        match pipeline::run(state, principal, None, &step).await {
            Ok(Some(some)) => done += some,
            Ok(None) => break,
            Err(PortalError::Refused(_) | PortalError::SignedOut | PortalError::NotFound) => {
                let now = state.clock.now();
                asking::stop(&state.pool, begun.id, now)
                    .await
                    .map_err(failed)?;
                break;
            }
            Err(error) => return Err(error),
        }
    }
    Ok(done)
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum Chosen {
    These(BTreeSet<OrganizationId>),
    /// All that the list has by this query.
    All(String),
}

/// Chooses the customers. Which they are is fixed here.
#[derive(Debug, Serialize)]
struct AskMany {
    chosen: Chosen,
    asking: AskToRenew,
}

/// Whoever asks, and the relationships with the chosen customers.
#[derive(Debug)]
struct Asked {
    organization: Organization,
    relationships: Vec<Uuid>,
}

impl Command for AskMany {
    const NAME: &'static str = "ask_to_renew";
    type Facts = Asked;
    type Decision = ();
    type Outcome = Uuid;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::AskToRenew]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Asked> {
        let (actor, now) = (unit.context.actor()?, unit.context.now);
        let own = actor.organization;
        let known = organizations::these(unit.db, [own], (now, Hold::Free)).await?;
        let organization = known.get(own)?.clone();
        let relationships = match &self.chosen {
            Chosen::These(customers) => {
                let customers: Vec<Uuid> = customers.iter().map(|id| id.into_uuid()).collect();
                let reach = reach::groups(&actor);
                asking::of_customers(unit.db, own, &customers, reach.as_deref()).await?
            }
            Chosen::All(query) => {
                let all = EndingRightsOf { actor, now };
                let most = usize::try_from(group::MOST_PLACED).unwrap_or(usize::MAX);
                let query = ListQuery::parse(query);
                // One more tells that there are too many.
                all.ids(unit.db, &query, most.saturating_add(1)).await?
            }
        };
        Ok(Asked {
            organization,
            relationships,
        })
    }

    fn decide(&self, facts: &Asked, context: &Context) -> CommandResult<()> {
        // Customers and the program have no customers to ask.
        let actor = context.actor()?;
        access::authorize_own(&facts.organization, &actor, Action::ViewCustomers)?;
        let chosen = u64::try_from(facts.relationships.len()).unwrap_or(u64::MAX);
        group::may_choose(chosen).map_err(tierline_core::Refusal::from)?;
        // Each customer has an end of its own; a day that nobody could choose is told at once.
        ends_with(self.asking.day, None, context.now).map_err(tierline_core::Refusal::from)?;
        Ok(())
    }

    async fn apply(&self, facts: Asked, (): (), unit: &mut Unit<'_>) -> CommandResult<Uuid> {
        let id: Uuid = unit.new_id();
        let (actor, now) = (unit.context.actor()?, unit.now());
        let chosen = &facts.relationships;
        asking::begin(unit.db, id, (&actor, now), &self.asking, chosen).await?;
        Ok(id)
    }
}

/// One step of a request. The outcome is the number of customers in it; none, if nothing is left, or another step is
/// being made.
#[derive(Debug, Serialize)]
struct AskSome {
    id: Uuid,
    at_most: u32,
}

/// A step, with what decides about each of its customers.
#[derive(Debug)]
struct Step {
    begun: Begun,
    partner: Organization,
    relationships: Vec<Facts>,
}

impl Command for AskSome {
    const NAME: &'static str = "ask_some_to_renew";
    type Facts = Option<Step>;
    /// The events of each relationship, in their order; none for a customer that cannot be asked.
    type Decision = Vec<Vec<Event>>;
    type Outcome = Option<u64>;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::AskToRenew]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Option<Step>> {
        let own = unit.context.actor()?.organization;
        let Some(begun) = asking::take(unit.db, self.id).await? else {
            return Ok(None);
        };
        let next = asking::next(unit.db, self.id, self.at_most).await?;
        let all = next.iter().map(|(_, customer)| *customer).chain([own]);
        let organizations = organizations::lock(unit.db, all, None, unit.context.now).await?;
        let partner = organizations.get(own)?.clone();
        let mut relationships = Vec::with_capacity(next.len());
        for (id, customer) in next {
            let stored = crate::relationship::store::own(unit.db, own, id, Hold::Locked).await?;
            let customer = organizations.get(customer)?.clone();
            relationships.extend(stored.map(|stored| Facts {
                stored,
                customer,
                partner: partner.party(),
            }));
        }
        Ok(Some(Step {
            begun,
            partner,
            relationships,
        }))
    }

    fn decide(&self, step: &Option<Step>, context: &Context) -> CommandResult<Self::Decision> {
        let Some(step) = step else {
            return Ok(Vec::new());
        };
        let actor = context.actor()?;
        let of_one = |facts: &Facts| {
            let about = CustomerFacts {
                organization: &step.partner,
                customer: &facts.customer,
                relationship: Some(&facts.stored.value),
                providers: &[],
            };
            // A customer that cannot be asked is left out: the others are asked all the same.
            ask_to_renew(about, &step.begun.asking, &actor, context.now).unwrap_or_default()
        };
        Ok(step.relationships.iter().map(of_one).collect())
    }

    async fn apply(
        &self,
        step: Option<Step>,
        decided: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Option<u64>> {
        let Some(step) = step else { return Ok(None) };
        let (mut done, mut asked) = (Vec::with_capacity(decided.len()), 0);
        for (mut facts, events) in step.relationships.into_iter().zip(decided) {
            done.push(facts.stored.value.id.into_uuid());
            asked += i64::from(!events.is_empty());
            facts.carry_out(&events, None, unit).await?;
        }
        asking::step(unit.db, self.id, &done, asked, unit.now()).await?;
        let number = u64::try_from(done.len()).unwrap_or(u64::MAX);
        Ok((number > 0).then_some(number))
    }
}
