//! A user chooses another password.

use serde::Serialize;
use tierline_app::{error::PortalError, portal::PortalResult};
use tierline_core::{
    customer,
    ids::{OrganizationId, UserId},
};

use crate::{
    account::session::{self, CurrentSession},
    pipeline::{self, Command, CommandResult, Context, Principal, Unit},
    state::AppState,
};

/// Sets the new password and ends the user's other sessions, if the password is still the one that was checked.
///
/// # Errors
/// [`PortalError::SignedOut`] when somebody else has set another meanwhile, or blocked the user.
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
    // No roles are asked for: whoever has to change the password has none until that is done.
    pipeline::run(state, Principal::Anyone, None, &change).await
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
    type Facts = Vec<OrganizationId>;
    type Decision = customer::Event;
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        Ok(crate::account::store::organizations(unit.db, self.user).await?)
    }

    fn decide(&self, _: &Self::Facts, context: &Context) -> CommandResult<Self::Decision> {
        Ok(customer::Event::PasswordChanged {
            user: self.user,
            at: context.now,
        })
    }

    async fn apply(
        &self,
        organizations: Self::Facts,
        event: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let checked = self.checked.as_deref();
        if !crate::account::store::set_password(unit.db, self.user, &self.hash, checked).await? {
            return Err(PortalError::SignedOut.into());
        }
        session::end_others(&mut *unit.db, &self.session).await?;
        unit.record_in_each(&organizations, &event).await
    }
}
