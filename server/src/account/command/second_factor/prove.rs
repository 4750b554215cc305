use serde::Serialize;
use tierline_core::ids::UserId;

use super::{Account, Proof, must_be_on, owner};
use crate::{
    account::session::{self, CurrentSession},
    pipeline::{Command, CommandResult, Context, Unit},
};

/// Proves again, in a session, that the caller is its user, before a factor is added.
#[derive(Serialize)]
pub(crate) struct Prove {
    pub user: UserId,
    #[serde(skip)]
    pub session: CurrentSession,
    #[serde(skip)]
    pub proof: Proof,
}

impl Command for Prove {
    const NAME: &'static str = "prove";
    type Facts = Account;
    type Decision = ();
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Account> {
        owner(unit, self.user).await
    }

    fn decide(&self, owner: &Account, _: &Context) -> CommandResult<()> {
        must_be_on(owner)
    }

    async fn apply(&self, mut owner: Account, (): (), unit: &mut Unit<'_>) -> CommandResult<()> {
        self.proof.spend(unit, &mut owner).await?;
        Ok(session::note_proof(&mut *unit.db, &self.session).await?)
    }
}
