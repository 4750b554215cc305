use serde::Serialize;
use tierline_core::{
    access::Action,
    enrollment::{AddFacts, AddedCapability, Enrollment, add_capability},
    ids::OrganizationId,
    organization::{Capability, Organization, StandingFacts},
    text::Reason,
};

use super::suspend::partner;
use crate::{
    enrollment::store as enrollments,
    operator::follow,
    organization::store::Recorded,
    pipeline::{Command, CommandResult, Context, Unit, object::Beginning},
    store::{Hold, Stored},
};

/// Adds a capability to a partner that is in the program.
#[derive(Debug, Serialize)]
pub(crate) struct AddCapability {
    pub organization: OrganizationId,
    pub capability: Capability,
    pub reason: Reason,
}

/// The facts for another capability.
#[derive(Debug)]
pub(crate) struct Facts {
    operator: Organization,
    recorded: Recorded,
    enrollment: Option<Stored<Enrollment>>,
}

impl Command for AddCapability {
    const NAME: &'static str = "add_capability";
    type Facts = Facts;
    type Decision = AddedCapability;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageOrganizations]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let (operator, recorded) = partner(unit, self.organization).await?;
        let enrollment =
            enrollments::of_organization(unit.db, self.organization, Hold::Locked).await?;
        Ok(Facts {
            operator,
            recorded,
            enrollment,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<AddedCapability> {
        let known = AddFacts {
            standing: StandingFacts {
                operator: &facts.operator,
                organization: &facts.recorded.stored.value,
            },
            enrollment: facts.enrollment.as_ref().map(|it| &it.value),
        };
        let (actor, now) = (context.actor()?, context.now);
        Ok(add_capability(
            known,
            self.capability,
            &self.reason,
            &actor,
            now,
        )?)
    }

    async fn apply(
        &self,
        mut facts: Facts,
        added: AddedCapability,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        unit.apply_events(&mut facts.recorded.stored, &[added.organization])
            .await?;
        if let Some(event) = added.enrollment {
            let beginning = Beginning::of(unit.new_id(), event, ());
            unit.create::<Enrollment>(beginning).await?;
        }
        let organization = &facts.recorded.stored.value;
        let letter = follow::capability_added(
            organization,
            self.capability,
            &self.reason,
            unit.public_url(),
        );
        unit.send([letter]);
        Ok(())
    }
}
