use serde::Serialize;
use tierline_app::account::model::SignInOutcome;
use tierline_core::{
    access::Action,
    account::Restoration,
    ids::{OrganizationId, UserId},
    invitation::Pace,
    member::{Restore, Restored, restore},
    organization::Event,
    text::Reason,
};

use crate::{
    account::{self, session, store::turn_off_second_factor},
    invitation::Token,
    member::store::{self as members, LinkTo, NewLink},
    operator::{facts::Helped, follow},
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
};

/// Helps a user of another organization in again.
#[derive(Debug, Serialize)]
pub(crate) struct RestoreAccess {
    pub organization: OrganizationId,
    pub user: UserId,
    pub what: Restore,
    pub reason: Reason,
}

impl Command for RestoreAccess {
    const NAME: &'static str = "restore_access";
    type Facts = Helped;
    type Decision = Option<Restored>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageAccounts]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Helped> {
        let operator = unit.context.actor()?.organization;
        let pace = Pace::from(&unit.settings().await?);
        let of = (self.organization, self.user);
        let known = (unit.context.now, Hold::Locked);
        Helped::load(unit.db, operator, of, pace, known).await
    }

    fn decide(&self, helped: &Helped, context: &Context) -> CommandResult<Option<Restored>> {
        let (actor, now) = (context.actor()?, context.now);
        Ok(restore(
            helped.facts(),
            self.what,
            &self.reason,
            &actor,
            now,
        )?)
    }

    async fn apply(
        &self,
        helped: Helped,
        restored: Option<Restored>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let Some(restored) = restored else {
            return Ok(());
        };
        let Event::AccessRestored { how, .. } = restored.organization else {
            return Err(CommandError::Inconsistent("help that helps nobody"));
        };
        let mut account = helped
            .account
            .ok_or(CommandError::Inconsistent("help for no account"))?;
        let mut organization = helped.organization;
        let token = self
            .beside(how, account.password_hash.as_deref(), unit)
            .await?;
        unit.apply_events(&mut account.stored, &[restored.account])
            .await?;
        unit.apply_events(&mut organization.stored, &[restored.organization])
            .await?;
        let own = organization.stored.value.party();
        let letter = follow::restored(
            (how, &self.reason),
            (account.user(), account.recipient()),
            &own,
            (token.as_ref(), unit.public_url()),
        );
        unit.send(letter);
        Ok(())
    }
}

impl RestoreAccess {
    /// What belongs to it and is no part of a history: sessions, secrets, and the note for the account's owner. Returns
    /// the token of a new link.
    async fn beside(
        &self,
        how: Restoration,
        password_hash: Option<&str>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Option<Token>> {
        let (user, now) = (self.user.into_uuid(), unit.now());
        let (token, outcome) = match how {
            Restoration::PasswordLink { expires } => {
                let token = Token::fresh();
                let hash = token.hash();
                let address = account::store::user_name_of(unit.db, self.user).await?;
                let link = NewLink {
                    token_hash: hash.as_bytes(),
                    organization: self.organization,
                    to: LinkTo::User(self.user),
                    address: &address.key(),
                    made: now,
                    expires,
                };
                members::insert_link(unit.db, link).await?;
                (Some(token), SignInOutcome::PasswordLinkSent)
            }
            Restoration::SecondFactor => {
                turn_off_second_factor(unit.db, self.user, password_hash).await?;
                session::end_all_of(&mut *unit.db, user).await?;
                (None, SignInOutcome::SecondFactorReset)
            }
            Restoration::Unblocked => {
                // A link from before does not work again for whoever has it.
                members::end_links(unit.db, self.organization, self.user, now).await?;
                (None, SignInOutcome::AccessChanged)
            }
        };
        account::note_unasked(unit.db, user, outcome, now).await?;
        Ok(token)
    }
}
