use serde::Serialize;
use tierline_core::enrollment::{Enrollment, Event, Statements, confirm, deny};

use crate::{
    enrollment::{follow, store},
    invitation::TokenHash,
    organization::store as organizations,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::{Hold, Stored},
};

/// The primary contact's answer, by a mailed link. It changes the enrollment alone, so nothing else is locked.
#[derive(Debug, Serialize)]
pub(crate) struct AnswerConfirmation {
    pub link: TokenHash,
    /// What is confirmed; none for the answer that the contact did not sign up.
    pub statements: Option<Statements>,
}

impl Command for AnswerConfirmation {
    const NAME: &'static str = "answer_confirmation";
    type Facts = (Stored<Enrollment>, u32);
    type Decision = Vec<Event>;
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        store::by_link(unit.db, self.link.as_bytes(), Hold::Locked)
            .await?
            .ok_or(CommandError::NotFound)
    }

    fn decide(
        &self,
        (enrollment, link): &Self::Facts,
        context: &Context,
    ) -> CommandResult<Vec<Event>> {
        let enrollment = &enrollment.value;
        Ok(match self.statements {
            Some(statements) => confirm(enrollment, *link, statements, context.now)?,
            None => deny(enrollment, *link, context.now)?,
        })
    }

    async fn apply(
        &self,
        (mut enrollment, _): Self::Facts,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        unit.apply_events(&mut enrollment, &events).await?;
        let id = enrollment.value.organization;
        let known = organizations::these(unit.db, [id], (unit.context.now, Hold::Free)).await?;
        let company = known.get(id)?;
        let letters = follow::letters(
            &events,
            &enrollment.value,
            company,
            (None, unit.public_url()),
        );
        unit.send(letters);
        Ok(())
    }
}
