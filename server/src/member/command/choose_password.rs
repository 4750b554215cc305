//! Another password, chosen by a mailed link.

use serde::Serialize;
use tierline_app::{account::model::SignInOutcome, portal::PortalResult};
use tierline_core::{
    account::Event,
    ids::RequestId,
    member::{self, PasswordLink},
};

use super::own_password;
use crate::{
    account::{
        self,
        store::{self as accounts, Account},
    },
    invitation::TokenHash,
    member::store,
    pipeline::{self, Call, Command, CommandError, CommandResult, Context, Principal, Unit},
};

/// Sets the password that the user chose, and ends the user's sessions.
pub(crate) async fn choose_password(
    call: &Call,
    token: &str,
    password: &str,
    request: RequestId,
) -> PortalResult<()> {
    own_password::check(password)?;
    let mut choose = ChoosePassword {
        link: TokenHash::of(token),
        password_hash: String::new(),
    };
    let (state, request) = (&call.state, Some(request));
    // Hashing is expensive on purpose: not for a link that cannot be used.
    pipeline::rehearse(state, Principal::Anyone, request, &choose).await?;
    choose.password_hash = own_password::hashed(call, &choose.link, password).await?;
    pipeline::run(state, Principal::Anyone, request, &choose).await
}

#[derive(Debug, Serialize)]
struct ChoosePassword {
    link: TokenHash,
    #[serde(skip)]
    password_hash: String,
}

impl Command for ChoosePassword {
    const NAME: &'static str = "choose_password";
    type Facts = (Account, PasswordLink);
    type Decision = Event;
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let link = self.link.as_bytes();
        let (user, _) = store::password_link(unit.db, link)
            .await?
            .ok_or(CommandError::NotFound)?;
        let account = accounts::lock(unit.db, user)
            .await?
            .ok_or(CommandError::NotFound)?;
        // Read again now that whoever else uses a link of this user waits.
        let (_, link) = store::password_link(unit.db, link)
            .await?
            .ok_or(CommandError::NotFound)?;
        Ok((account, link))
    }

    fn decide(
        &self,
        (account, link): &Self::Facts,
        context: &Context,
    ) -> CommandResult<Self::Decision> {
        Ok(member::choose_password(account.user(), *link, context.now)?)
    }

    async fn apply(
        &self,
        (mut account, _): Self::Facts,
        event: Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let (user, now) = (account.user().id, unit.now());
        let checked = account.password_hash.as_deref();
        if !accounts::set_password(unit.db, user, &self.password_hash, checked, now).await? {
            return Err(CommandError::Conflict);
        }
        let user = user.into_uuid();
        account::session::end_all_of(&mut *unit.db, user).await?;
        account::forget_devices(&mut *unit.db, user).await?;
        account::note_unasked(unit.db, user, SignInOutcome::PasswordChanged, now).await?;
        unit.apply_events(&mut account.stored, &[event]).await
    }
}
