use serde::Serialize;
use tierline_core::{
    access::Action,
    enrollment::{BeginFacts, Enrollment, Event, begin},
};

use crate::{
    enrollment::facts::Applicant,
    pipeline::{Command, CommandResult, Context, Unit, object::Beginning},
    store::Hold,
};

/// A partner that is in the program already begins to enroll as an indirect reseller too.
#[derive(Debug, Serialize)]
pub(crate) struct BeginEnrollment;

impl Command for BeginEnrollment {
    const NAME: &'static str = "begin_enrollment";
    type Facts = Applicant;
    type Decision = Event;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::Enroll]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Applicant> {
        let own = unit.context.actor()?.organization;
        Applicant::load(unit.db, own, Hold::Locked).await
    }

    fn decide(&self, applicant: &Applicant, context: &Context) -> CommandResult<Event> {
        let facts = BeginFacts {
            organization: &applicant.organization.value,
            enrollment: applicant.enrollment.as_ref().map(|it| &it.value),
        };
        Ok(begin(facts, &context.actor()?, context.now)?)
    }

    async fn apply(&self, _: Applicant, event: Event, unit: &mut Unit<'_>) -> CommandResult<()> {
        let beginning = Beginning::of(unit.new_id(), event, ());
        unit.create::<Enrollment>(beginning).await?;
        Ok(())
    }
}
