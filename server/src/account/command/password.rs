//! The change of a password by its user.

use serde::Serialize;
use tierline_app::portal::PortalResult;
use tierline_core::{account::Event, ids::UserId};

use crate::{
    account::{
        follow,
        session::{self, CurrentSession},
        store::{self, Account},
    },
    pipeline::{self, Command, CommandError, CommandResult, Context, Principal, Unit},
    state::AppState,
};

/// Sets the new password and ends the user's other sessions, if the stored password is still the checked one.
///
/// # Errors
/// [`CommandError::SignedOut`] when the password was replaced or the user blocked in the meantime.
pub(crate) async fn change(
    state: &AppState,
    session: &CurrentSession,
    checked: Option<String>,
    hash: String,
) -> PortalResult<()> {
    let user = UserId::from_uuid(session.user);
    let change = Change {
        user,
        session: session.clone(),
        checked,
        hash,
    };
    // No roles are required: a user who has to change the password has none until that is done.
    pipeline::run(state, Principal::Itself(user), None, &change).await
}

#[derive(Debug, Serialize)]
struct Change {
    user: UserId,
    #[serde(skip)]
    session: CurrentSession,
    #[serde(skip)]
    checked: Option<String>,
    #[serde(skip)]
    hash: String,
}

impl Command for Change {
    const NAME: &'static str = "change_password";
    type Facts = Account;
    type Decision = Event;
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        store::lock(unit.db, self.user)
            .await?
            .ok_or(CommandError::SignedOut)
    }

    fn decide(&self, account: &Account, context: &Context) -> CommandResult<Self::Decision> {
        if !account.user().may_be_changed_by(context.itself()?) {
            return Err(CommandError::SignedOut);
        }
        Ok(Event::PasswordChanged { at: context.now })
    }

    async fn apply(
        &self,
        mut account: Account,
        event: Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let checked = self.checked.as_deref();
        let now = unit.now();
        if !store::set_password(unit.db, self.user, &self.hash, checked, now).await? {
            return Err(CommandError::SignedOut);
        }
        session::end_others(&mut *unit.db, &self.session).await?;
        follow::happen(unit, &mut account, event).await
    }
}
