use serde::{Deserialize, Serialize};
use tierline_app::error::{FieldProblem, PortalError};
use tierline_core::ids::UserId;

use super::{Account, Proof, owner};
use crate::{
    account::{pending, store::second_factor::Used},
    pipeline::{Command, CommandResult, Context, Unit},
};

/// Answers the question for more than the password that a sign-in waits for; what waited is gone with it.
#[derive(Serialize)]
pub(crate) struct ProveSignIn {
    pub user: UserId,
    /// The stored name of what waits.
    #[serde(skip)]
    pub pending: Vec<u8>,
    #[serde(skip)]
    pub proof: Proof,
}

/// What the session may rest on.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Proved {
    /// How many recovery codes are left, if it was one.
    pub left: Option<u32>,
    /// The password as it was then: a session begins only if that is the one still.
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
        // Turned off while it was waited for: there is nothing to compare with.
        if owner.user().second_factor.is_some() {
            Ok(())
        } else {
            Err(expired().into())
        }
    }

    async fn apply(
        &self,
        mut owner: Account,
        (): (),
        unit: &mut Unit<'_>,
    ) -> CommandResult<Proved> {
        // Looked for under the lock of the account: whoever sets another password ends it.
        if !pending::end(&mut *unit.db, &self.pending).await? {
            return Err(expired().into());
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

/// Nothing waits for a code any more: the password is asked anew.
pub(crate) fn expired() -> PortalError {
    PortalError::field("code", FieldProblem::CodeExpired)
}
