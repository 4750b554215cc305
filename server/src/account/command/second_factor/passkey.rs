use serde::Serialize;
use tierline_app::error::FieldProblem;
use tierline_core::{Refusal, account::Factor, ids::UserId, text::DeviceName};
use webauthn_rs::prelude::Passkey;

use super::{Account, Adding, owner, wrong_passkey};
use crate::{
    account::{
        passkey::{Challenge, NewPasskey, Passkeys},
        store::second_factor::passkey::{add, take},
    },
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
};

/// Adds the passkey that the browser has made, now that it has signed the challenge.
#[derive(Serialize)]
pub(crate) struct AddPasskey {
    pub user: UserId,
    pub name: DeviceName,
    #[serde(skip)]
    pub answer: NewPasskey,
    #[serde(skip)]
    pub passkeys: Passkeys,
    #[serde(skip)]
    pub adding: Adding,
}

/// The account, and the challenge for its browser.
pub(crate) type Facts = (Account, Option<Challenge>);

impl Command for AddPasskey {
    const NAME: &'static str = "add_passkey";
    type Facts = Facts;
    type Decision = Box<Passkey>;
    /// Whether it is the account's first factor.
    type Outcome = bool;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let owner = owner(unit, self.user).await?;
        let challenge = take(unit.db, self.adding.session.stored_name(), self.user).await?;
        Ok((owner, challenge))
    }

    fn decide(&self, (owner, challenge): &Facts, _: &Context) -> CommandResult<Box<Passkey>> {
        owner.user().may_add_passkey().map_err(Refusal::from)?;
        let key = challenge
            .as_ref()
            .and_then(|challenge| self.passkeys.added(&self.answer, challenge));
        Ok(Box::new(key.ok_or_else(wrong_passkey)?))
    }

    async fn apply(
        &self,
        (owner, _): Facts,
        key: Box<Passkey>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<bool> {
        self.adding.begin(unit, self.user, &owner).await?;
        let (id, now) = (unit.new_id(), unit.now());
        if !add(unit.db, self.user, (id, &self.name, &key), now).await? {
            return Err(CommandError::field("passkey", FieldProblem::PasskeyHeld));
        }
        self.adding.finish(unit, owner, Factor::Passkey).await
    }
}
