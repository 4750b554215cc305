//! What is done to a customer's users, by its partners and by itself.

use serde::{Deserialize, Serialize};
use tierline_app::{
    account::model::SignInOutcome,
    form::mark::{Changed, Mark},
    i18n::Lang,
    portal::PortalResult,
};
use tierline_core::{
    access::Action,
    account::{Event, User},
    actor::Actor,
    ids::{OrganizationId, RequestId, UserId},
    member::{self, Help, HelpFacts, NewUser, Taken},
    role::RoleSet,
};

use crate::{
    account::{
        self, session,
        store::{self as accounts, Account, Beside},
    },
    fault::fault,
    license::command::release,
    mark,
    member::{facts, follow, store},
    pipeline::{Call, Command, CommandError, CommandResult, Context, Unit, object::Beginning},
    relationship::About,
};

/// A user name with its temporary password, for whoever has made it. A repeated request has made none.
pub(crate) type Made = Option<(UserId, String)>;

/// Adds a user to a customer.
pub(crate) async fn add_user(
    call: &Call,
    customer: OrganizationId,
    new: NewUser,
    request: RequestId,
) -> PortalResult<Made> {
    let password = account::temporary_password();
    let mut add = AddUser {
        customer,
        new,
        language: call.language,
        hash: String::new(),
    };
    call.rehearse(request, &add).await?;
    add.hash = hashed(&password).await?;
    let added = call.run(request, &add).await?;
    Ok(added.first.map(|user| (user, password)))
}

/// Changes, blocks, unblocks or removes a customer's user, or gives it a temporary password. `filled_with` is the mark
/// of what the form was filled with.
pub(crate) async fn help_user(
    call: &Call,
    customer: OrganizationId,
    user: UserId,
    (help, filled_with): (Help, Option<Mark>),
    request: RequestId,
) -> PortalResult<Made> {
    let resets = help == Help::ResetPassword;
    let mut helping = HelpUser {
        customer,
        user,
        help,
        filled_with,
        hash: String::new(),
    };
    if !resets {
        call.run(request, &helping).await?;
        return Ok(None);
    }
    let password = account::temporary_password();
    call.rehearse(request, &helping).await?;
    helping.hash = hashed(&password).await?;
    let helped = call.run(request, &helping).await?;
    Ok(helped.first.map(|user| (user, password)))
}

async fn hashed(password: &str) -> PortalResult<String> {
    let hash = account::hash(password).await;
    hash.map_err(|error| fault(&error))
}

/// That it was done; the user by the request that did it.
#[derive(Deserialize, Serialize)]
struct Done {
    #[serde(skip)]
    first: Option<UserId>,
}

#[derive(Debug, Serialize)]
struct AddUser {
    customer: OrganizationId,
    new: NewUser,
    language: Lang,
    #[serde(skip)]
    hash: String,
}

impl Command for AddUser {
    const NAME: &'static str = "add_customer_user";
    type Facts = (About, Taken);
    type Decision = Event;
    type Outcome = Done;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageUsers]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let about = About::load_for_users(unit, self.customer).await?;
        let taken = accounts::taken(unit.db, self.customer, &self.new.user_name).await?;
        Ok((about, taken))
    }

    fn decide(
        &self,
        (about, taken): &Self::Facts,
        context: &Context,
    ) -> CommandResult<Self::Decision> {
        let actor = context.actor()?;
        let facts = about.facts();
        Ok(member::add_user(
            facts,
            &self.new,
            *taken,
            &actor,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        _: Self::Facts,
        event: Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Done> {
        let beside = Beside {
            password_hash: self.hash.clone(),
            language: self.language,
            at: unit.now(),
        };
        let id = unit.new_id();
        let user = unit
            .create::<User>(Beginning::of(id, event, beside))
            .await?;
        Ok(Done {
            first: Some(user.id),
        })
    }
}

#[derive(Debug, Serialize)]
struct HelpUser {
    customer: OrganizationId,
    user: UserId,
    help: Help,
    filled_with: Option<Mark>,
    #[serde(skip)]
    hash: String,
}

/// The facts for the decision.
#[derive(Debug)]
struct Facts {
    about: About,
    account: Account,
    others: RoleSet,
    actor: Actor,
}

impl Command for HelpUser {
    const NAME: &'static str = "help_user";
    type Facts = Facts;
    type Decision = Option<Event>;
    type Outcome = Done;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageUsers]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let about = About::load_for_users(unit, self.customer).await?;
        let account = accounts::lock(unit.db, self.user).await?;
        let account = account.ok_or(CommandError::NotFound)?;
        // A user of another organization is nobody here.
        if !account.user().roles.contains_key(&self.customer) {
            return Err(CommandError::NotFound);
        }
        let others = store::others(unit.db, self.customer, self.user).await?;
        let actor = unit.context.actor()?;
        Ok(Facts {
            about,
            account,
            others,
            actor: facts::still(unit.db, actor).await?,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Self::Decision> {
        let known = HelpFacts {
            about: facts.about.facts(),
            user: facts.account.user(),
            others: facts.others,
        };
        let event = member::help(known, &self.help, &facts.actor, context.now)?;
        // A user who may not do it is told so first.
        mark::unless_changed(self.changed(facts.account.user())?, event)
    }

    async fn apply(
        &self,
        facts: Facts,
        event: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Done> {
        let Some(event) = event else {
            return Ok(Done { first: None });
        };
        let Facts {
            about,
            mut account,
            actor,
            ..
        } = facts;
        self.beside(&event, account.user(), &actor, unit).await?;
        let events = [event];
        unit.apply_events(&mut account.stored, &events).await?;
        let (own, to) = (about.customer.party(), account.recipient());
        let [event] = &events;
        let link = (None, unit.public_url());
        let letter = follow::changed(event, account.user(), &own, to, link);
        unit.send(letter);
        Ok(Done {
            first: Some(self.user),
        })
    }
}

impl HelpUser {
    /// What belongs to it and is no part of the account's history: sessions, secrets, licenses, and the note for the
    /// account's owner.
    async fn beside(
        &self,
        event: &Event,
        user: &User,
        actor: &Actor,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let (id, customer, now) = (self.user.into_uuid(), self.customer, unit.now());
        match event {
            // The owner sees the name on every page.
            Event::Renamed { .. } => return Ok(()),
            Event::MemberUnblocked { .. } => {
                store::end_links(unit.db, customer, self.user, now).await?;
            }
            Event::MemberBlocked { .. } => {
                session::end_for(unit.db, id, customer.into_uuid()).await?;
            }
            Event::MemberRemoved { .. } => {
                store::end_links(unit.db, customer, self.user, now).await?;
                session::end_for(unit.db, id, customer.into_uuid()).await?;
                release(unit, customer, user, actor).await?;
            }
            Event::PasswordResetByAdmin { .. } => {
                accounts::set_temporary_password(unit.db, self.user, &self.hash, now).await?;
            }
            _ => {}
        }
        account::note_unasked(unit.db, id, SignInOutcome::AccessChanged, now).await?;
        Ok(())
    }

    /// The stored name or roles, if somebody else has changed them since the form was filled.
    fn changed(&self, user: &User) -> CommandResult<Option<Changed>> {
        let (mark, stored) = (self.filled_with.as_ref(), user.roles_in(self.customer));
        Ok(match &self.help {
            Help::Rename { name } => mark::changed(&user.name, name, mark, facts::name_fields)?,
            Help::Roles { roles } => mark::changed(&stored, roles, mark, facts::role_fields)?,
            _ => None,
        })
    }
}
