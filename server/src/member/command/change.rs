use serde::Serialize;
use tierline_app::{
    account::model::SignInOutcome,
    form::mark::{Changed, Mark},
};
use tierline_core::{
    access::Action,
    account::{Event, User},
    actor::Actor,
    ids::{OrganizationId, UserId},
    invitation::Pace,
    member::{self, Change},
};

use crate::{
    account::{self, session, store::turn_off_second_factor},
    invitation::Token,
    license::command::release,
    mark,
    member::{
        facts::{self, Managed},
        follow,
        store::{self, LinkTo, NewLink},
    },
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
};

/// Changes a user of the own organization.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeUser {
    pub user: UserId,
    pub change: Change,
    pub filled_with: Option<Mark>,
}

impl Command for ChangeUser {
    const NAME: &'static str = "change_user";
    type Facts = (Managed, Actor);
    type Decision = Option<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageUsers]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let actor = unit.context.actor()?;
        let pace = Pace::from(&unit.settings().await?);
        let known = (unit.now(), Hold::Locked);
        let own = actor.organization;
        let managed = Managed::load(unit.db, own, self.user, pace, known).await?;
        Ok((managed, facts::still(unit.db, actor).await?))
    }

    fn decide(
        &self,
        (facts, actor): &Self::Facts,
        context: &Context,
    ) -> CommandResult<Self::Decision> {
        let event = member::change(facts.facts(), &self.change, actor, context.now)?;
        // A user who may not do it is told so first.
        mark::unless_changed(
            self.changed(&facts.user.value, facts.organization.id)?,
            event,
        )
    }

    async fn apply(
        &self,
        (facts, actor): Self::Facts,
        event: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let Some(event) = event else { return Ok(()) };
        let mut account = facts
            .account
            .ok_or(CommandError::Inconsistent("a change of no account"))?;
        let own = facts.organization.party();
        let token = self.beside(&event, &account, own.id, unit).await?;
        if let Event::MemberRemoved { .. } = event {
            release(unit, own.id, account.user(), &actor).await?;
        }
        let events = [event];
        unit.apply_events(&mut account.stored, &events).await?;
        let to = account.recipient();
        let [event] = &events;
        let link = (token.as_ref(), unit.public_url());
        let letter = follow::changed(event, account.user(), &own, to, link);
        unit.send(letter);
        Ok(())
    }
}

impl ChangeUser {
    /// What belongs to the change and is no part of the account's history: sessions, secrets, and the note for the
    /// account's owner. Returns the token of a new link.
    async fn beside(
        &self,
        event: &Event,
        account: &account::store::Account,
        own: OrganizationId,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Option<Token>> {
        let (user, now) = (self.user.into_uuid(), unit.now());
        let mut token = None;
        if matches!(
            event,
            Event::MemberUnblocked { .. } | Event::MemberRemoved { .. }
        ) {
            // A link from before does not work again for whoever has it.
            store::end_links(unit.db, own, self.user, now).await?;
        }
        let outcome = match event {
            Event::Renamed { .. } => return Ok(None),
            Event::MemberBlocked { .. } | Event::MemberRemoved { .. } => {
                session::end_for(unit.db, user, own.into_uuid()).await?;
                SignInOutcome::AccessChanged
            }
            Event::PasswordLinkSent { expires, .. } => {
                let fresh = Token::fresh();
                let hash = fresh.hash();
                let link = NewLink {
                    token_hash: hash.as_bytes(),
                    organization: own,
                    to: LinkTo::User(self.user),
                    address: &account.user().user_name.key(),
                    made: now,
                    expires: *expires,
                };
                store::insert_link(unit.db, link).await?;
                token = Some(fresh);
                SignInOutcome::PasswordLinkSent
            }
            Event::SecondFactorResetByAdmin { .. } => {
                turn_off_second_factor(unit.db, self.user, account.password_hash.as_deref())
                    .await?;
                session::end_all_of(&mut *unit.db, user).await?;
                SignInOutcome::SecondFactorReset
            }
            _ => SignInOutcome::AccessChanged,
        };
        account::note_unasked(unit.db, user, outcome, now).await?;
        Ok(token)
    }

    /// The stored name or roles, if somebody else has changed them since the form was filled.
    fn changed(&self, user: &User, own: OrganizationId) -> CommandResult<Option<Changed>> {
        let mark = self.filled_with.as_ref();
        Ok(match &self.change {
            Change::Rename { name } => mark::changed(&user.name, name, mark, facts::name_fields)?,
            Change::Roles { roles } => {
                mark::changed(&user.roles_in(own), roles, mark, facts::role_fields)?
            }
            _ => None,
        })
    }
}
