use serde::{Deserialize, Serialize};
use tierline_app::error::FieldProblem;
use tierline_core::ids::UserId;

use super::{Account, Proof, owner};
use crate::{
    account::{pending, store::second_factor::Used},
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
};

/// Answers a waiting sign-in's request for a second factor; the waiting sign-in ends with it.
#[derive(Serialize)]
pub(crate) struct ProveSignIn {
    pub user: UserId,
    /// The stored name of the waiting sign-in.
    #[serde(skip)]
    pub pending: Vec<u8>,
    #[serde(skip)]
    pub proof: Proof,
}

/// The proof that the session may rest on.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Proved {
    /// The number of recovery codes left, if one was used.
    pub left: Option<u32>,
    /// The password's hash at that time: a session begins only if it is still the same.
    #[serde(skip)]
    pub password_hash: Option<String>,
}

impl Command for ProveSignIn {
    const NAME: &'static str = "prove_sign_in";
    type Facts = Account;
    type Decision = ();
    type Outcome = Proved;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Account> {
        owner(unit, self.user).await
    }

    fn decide(&self, owner: &Account, _: &Context) -> CommandResult<()> {
        // If it was turned off while the sign-in waited, there is nothing to compare with.
        if owner.user().second_factor.is_some() {
            Ok(())
        } else {
            Err(expired())
        }
    }

    async fn apply(
        &self,
        mut owner: Account,
        (): (),
        unit: &mut Unit<'_>,
    ) -> CommandResult<Proved> {
        // Checked under the account's lock: setting another password ends the waiting sign-in.
        if !pending::end(&mut *unit.db, &self.pending).await? {
            return Err(expired());
        }
        let used = self.proof.spend(unit, &mut owner).await?;
        Ok(Proved {
            left: match used {
                Used::Factor(_) => None,
                Used::Recovery { left } => Some(left),
            },
            password_hash: owner.password_hash,
        })
    }
}

/// The error when no sign-in waits for a code any more: the password is asked for again.
pub(crate) fn expired() -> CommandError {
    CommandError::field("code", FieldProblem::CodeExpired)
}
