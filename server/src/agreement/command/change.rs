use serde::Serialize;
use tierline_core::{
    access::Action,
    agreement::{self, Agreement, Command as Change, Event},
    ids::AgreementId,
    organization::Organization,
};

use crate::{
    agreement::store::{self, mailing},
    organization::store as organizations,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::{Hold, Stored},
};

/// Moves the day by which a version must be signed.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeAgreement {
    pub id: AgreementId,
    #[serde(skip)]
    pub command: Change,
    /// The command, as a repeated request is recognized by it.
    pub must_be_signed_by: Option<tierline_core::Timestamp>,
}

impl ChangeAgreement {
    pub(crate) fn of(id: AgreementId, command: Change) -> ChangeAgreement {
        let Change::MoveDeadline { must_be_signed_by } = command;
        ChangeAgreement {
            id,
            command,
            must_be_signed_by,
        }
    }
}

impl Command for ChangeAgreement {
    const NAME: &'static str = "change_agreement";
    type Facts = (Organization, Stored<Agreement>);
    type Decision = Vec<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageAgreements]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let own = unit.context.actor()?.organization;
        store::lock_for_publishing(unit.db).await?;
        let known = organizations::lock(unit.db, [own], None, unit.context.now).await?;
        let stored = store::by_id(unit.db, self.id, Hold::Locked).await?;
        Ok((
            known.get(own)?.clone(),
            stored.ok_or(CommandError::NotFound)?,
        ))
    }

    fn decide(
        &self,
        (operator, stored): &Self::Facts,
        context: &Context,
    ) -> CommandResult<Vec<Event>> {
        let actor = context.actor()?;
        Ok(agreement::decide(
            &stored.value,
            operator,
            self.command,
            &actor,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        (_, mut stored): Self::Facts,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        unit.apply_events(&mut stored, &events).await?;
        if !events.is_empty() {
            mailing::begin_again(unit.db, self.id).await?;
        }
        Ok(())
    }
}
