//! Putting many customers into a group, or taking them out of it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tierline_app::{
    error::PortalError, list::model::ListQuery, portal::ChosenCustomers, portal::PortalResult,
};
use tierline_core::{
    access::{Action, CustomerFacts},
    group::{self, AssignFacts, CustomerGroup, MOST_PLACED, Placing, PlacingFacts},
    ids::{CustomerGroupId, OrganizationId, PlacingId, RequestId},
    organization::Organization,
    relationship::{Event, Relationship},
};
use uuid::Uuid;

use super::undo::UndoPlacing;
use crate::{
    customer::{
        query::Visible,
        store::placing::{self, Begun, Counted},
    },
    fault::failed,
    group::store as groups,
    list::count,
    organization::store::{self as organizations, Organizations},
    pipeline::{self, Call, Command, CommandResult, Context, Principal, Unit},
    relationship::store as relationships,
    state::AppState,
    store::{Hold, Stored},
};

/// The most customers of a step.
const AT_ONCE: u32 = if cfg!(test) { 2 } else { 100 };

/// Steps that are made before the answer: whoever has chosen no more customers than that sees the result at once.
const BEFORE_ANSWER: u32 = if cfg!(test) { 1 } else { 3 };

/// Begins the change, and makes the first steps of it.
pub(crate) async fn place_customers(
    call: &Call,
    chosen: ChosenCustomers,
    (group, placing): (CustomerGroupId, Placing),
    request: RequestId,
) -> PortalResult<PlacingId> {
    let place = PlaceCustomers {
        chosen: match chosen {
            ChosenCustomers::These(customers) => Chosen::These(customers),
            ChosenCustomers::All(query) => Chosen::All(query.to_string()),
        },
        group,
        placing,
    };
    let id = call.run(request, &place).await?;
    begin_steps(call, id).await?;
    Ok(id)
}

/// Undoes such a change, and makes the first steps of that.
pub(crate) async fn undo_placing(
    call: &Call,
    id: PlacingId,
    request: RequestId,
) -> PortalResult<PlacingId> {
    let id = call.run(request, &UndoPlacing { id }).await?;
    begin_steps(call, id).await?;
    Ok(id)
}

async fn begin_steps(call: &Call, id: PlacingId) -> PortalResult<()> {
    let begun = placing::open_placings(&call.state.pool)
        .await
        .map_err(failed)?;
    if let Some(begun) = begun.into_iter().find(|begun| begun.id == id) {
        go_on_placing(&call.state, &begun, BEFORE_ANSWER).await?;
    }
    Ok(())
}

/// Makes so many steps of a change at most; returns how many customers were looked at. What is left is done by a job.
pub(crate) async fn go_on_placing(
    state: &AppState,
    begun: &Begun,
    at_most: u32,
) -> PortalResult<u64> {
    // Whoever has begun it, with the rights that are left.
    let principal = Principal::User(begun.user, begun.partner);
    let step = PlaceSome {
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
                placing::stop(&state.pool, begun.id, now)
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

/// Chooses the customers. Which they are is fixed here: being placed may take them out of the filter.
#[derive(Debug, Serialize)]
struct PlaceCustomers {
    chosen: Chosen,
    group: CustomerGroupId,
    placing: Placing,
}

#[derive(Debug)]
struct Facts {
    organization: Organization,
    groups: Vec<CustomerGroup>,
    relationships: Vec<Uuid>,
}

impl Command for PlaceCustomers {
    const NAME: &'static str = "place_customers";
    type Facts = Facts;
    type Decision = ();
    type Outcome = PlacingId;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageCustomerGroups]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let (actor, now) = (unit.context.actor()?, unit.context.now);
        let own = actor.organization;
        let known = organizations::lock(unit.db, [own], None, now).await?;
        let organization = known.get(own)?.clone();
        let relationships = match &self.chosen {
            Chosen::These(customers) => {
                let customers: Vec<Uuid> = customers.iter().map(|id| id.into_uuid()).collect();
                placing::of_customers(unit.db, own, &customers).await?
            }
            Chosen::All(query) => {
                let visible = Visible::for_change(organization.clone(), actor, now);
                let most = usize::try_from(MOST_PLACED).unwrap_or(usize::MAX);
                let query = ListQuery::parse(query);
                // One more tells that there are too many.
                visible.ids(unit.db, &query, most.saturating_add(1)).await?
            }
        };
        Ok(Facts {
            groups: groups::all_of(unit.db, own, Hold::Locked).await?,
            organization,
            relationships,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<()> {
        let known = PlacingFacts {
            organization: &facts.organization,
            groups: &facts.groups,
            group: self.group,
            customers: u64::try_from(facts.relationships.len()).unwrap_or(u64::MAX),
        };
        Ok(group::may_place(known, &context.actor()?)?)
    }

    async fn apply(&self, facts: Facts, (): (), unit: &mut Unit<'_>) -> CommandResult<PlacingId> {
        let id: PlacingId = unit.new_id();
        let (actor, now) = (unit.context.actor()?, unit.now());
        let wanted = (self.group, self.placing);
        let chosen = (facts.relationships.as_slice(), None);
        placing::begin(unit.db, id, (&actor, now), wanted, chosen).await?;
        Ok(id)
    }
}

/// One step of a change. The outcome is the number of customers in it; none, if nothing is left, or another step is
/// being made.
#[derive(Debug, Serialize)]
struct PlaceSome {
    id: PlacingId,
    at_most: u32,
}

/// A step, with what decides about each of its customers.
#[derive(Debug)]
struct Step {
    begun: Begun,
    organization: Organization,
    groups: Vec<CustomerGroup>,
    customers: Organizations,
    relationships: BTreeMap<Uuid, Stored<Relationship>>,
}

impl Command for PlaceSome {
    const NAME: &'static str = "place_some_customers";
    type Facts = Option<Step>;
    /// The events, by relationship; none for a customer that is so already.
    type Decision = BTreeMap<Uuid, Option<Event>>;
    type Outcome = Option<u64>;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageCustomerGroups]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Option<Step>> {
        let own = unit.context.actor()?.organization;
        let Some(begun) = placing::take(unit.db, self.id).await? else {
            return Ok(None);
        };
        let next = placing::next(unit.db, self.id, self.at_most).await?;
        let all = next.iter().map(|(_, customer)| *customer).chain([own]);
        let customers = organizations::lock(unit.db, all, None, unit.context.now).await?;
        let mut relationships = BTreeMap::new();
        for (id, _) in &next {
            let stored = relationships::own(unit.db, own, *id, Hold::Locked).await?;
            relationships.extend(stored.map(|stored| (id.into_uuid(), stored)));
        }
        Ok(Some(Step {
            organization: customers.get(own)?.clone(),
            groups: groups::all_of(unit.db, own, Hold::Locked).await?,
            begun,
            customers,
            relationships,
        }))
    }

    fn decide(&self, step: &Option<Step>, context: &Context) -> CommandResult<Self::Decision> {
        let Some(step) = step else {
            return Ok(BTreeMap::new());
        };
        let actor = context.actor()?;
        let known = PlacingFacts {
            organization: &step.organization,
            groups: &step.groups,
            group: step.begun.group,
            customers: count(step.begun.chosen),
        };
        group::may_place(known, &actor)?;
        let mut decided = BTreeMap::new();
        for (id, stored) in &step.relationships {
            let relationship = &stored.value.clone().as_of(context.now);
            let about = CustomerFacts {
                organization: &step.organization,
                customer: step.customers.get(relationship.customer)?,
                relationship: Some(relationship),
                providers: &[],
            };
            let facts = AssignFacts {
                about,
                groups: &step.groups,
            };
            let (group, placing) = (step.begun.group, step.begun.placing);
            // A customer that is none any more is left as it is.
            if let Ok(event) = group::place(facts, group, placing, &actor, context.now) {
                decided.insert(*id, event);
            }
        }
        Ok(decided)
    }

    async fn apply(
        &self,
        step: Option<Step>,
        mut decided: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Option<u64>> {
        let Some(step) = step else { return Ok(None) };
        let mut counted = Counted::default();
        let mut done = Vec::with_capacity(step.relationships.len());
        let mut placed = Vec::new();
        for (id, mut stored) in step.relationships {
            done.push(id);
            match decided.remove(&id) {
                Some(Some(event)) => {
                    unit.apply_events(&mut stored, &[event]).await?;
                    counted.changed += 1;
                    placed.push((id, stored.value.groups.clone()));
                }
                Some(None) => counted.same += 1,
                None => counted.gone += 1,
            }
        }
        placing::note_placed(unit.db, self.id, &placed).await?;
        placing::step(unit.db, self.id, &done, counted, unit.now()).await?;
        let number = u64::try_from(done.len()).unwrap_or(u64::MAX);
        Ok((number > 0).then_some(number))
    }
}
