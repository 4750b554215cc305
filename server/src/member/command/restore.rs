use std::collections::BTreeSet;

use serde::Serialize;
use tierline_app::account::model::SignInOutcome;
use tierline_core::{
    access::Action,
    account::Event,
    actor::Actor,
    ids::{OrganizationId, SubscriptionId, UserId},
    license::{Assignment, Restored},
    member::{self, Removed},
};

use crate::{
    account::{
        self,
        store::{self as accounts, Account},
    },
    license::{Releases, store as licenses},
    member::{facts, follow},
    pipeline::{
        Command, CommandError, CommandResult, Context, Unit, object::Beginning, up_to_date,
    },
    relationship::About,
    store::Hold,
};

/// Restores a user who was removed from a customer's, with the licenses of which one is free. Answers whether it has
/// all of them again.
#[derive(Debug, Serialize)]
pub(crate) struct RestoreUser {
    pub customer: OrganizationId,
    pub user: UserId,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct Facts {
    about: About,
    account: Account,
    /// None of who is a user of the customer.
    removed: Option<Removed>,
    releases: Releases,
    actor: Actor,
}

impl Command for RestoreUser {
    const NAME: &'static str = "restore_user";
    type Facts = Facts;
    type Decision = Option<(Event, Restored)>;
    type Outcome = bool;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageUsers]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let about = About::load_for_users(unit, self.customer).await?;
        let account = accounts::lock(unit.db, self.user).await?;
        let account = account.ok_or(CommandError::NotFound)?;
        let kept = accounts::removed(unit.db, self.customer, &[self.user.into_uuid()]).await?;
        let removed = kept.get(&self.user).copied();
        // A user of another organization is nobody here.
        if removed.is_none() && !account.user().roles.contains_key(&self.customer) {
            return Err(CommandError::NotFound);
        }
        let releases = match removed {
            Some(removed) => self.releases(removed, unit).await?,
            None => Releases::default(),
        };
        let actor = unit.context.actor()?;
        Ok(Facts {
            about,
            account,
            removed,
            releases,
            actor: facts::still(unit.db, actor).await?,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Self::Decision> {
        let (about, user) = (facts.about.facts(), facts.account.user());
        let Some(removed) = facts.removed else {
            member::may_help(about, user.roles_in(self.customer), &facts.actor)?;
            return Ok(None);
        };
        let event = member::restore_user(about, user, removed, &facts.actor, context.now)?;
        Ok(event.map(|event| {
            let of = (user, removed.at);
            let releases = &facts.releases;
            let back = releases.given_back(self.customer, of, &facts.actor, context.now);
            (event, back)
        }))
    }

    async fn apply(
        &self,
        facts: Facts,
        decision: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<bool> {
        let Some((event, back)) = decision else {
            return Ok(true);
        };
        let Facts {
            about, mut account, ..
        } = facts;
        let events = [event];
        unit.apply_events(&mut account.stored, &events).await?;
        let given = back
            .given
            .into_iter()
            .map(|(id, event)| Beginning::of(id, event, ()));
        unit.create_all::<Assignment>(given.collect()).await?;
        let (id, now) = (self.user.into_uuid(), unit.now());
        account::note_unasked(unit.db, id, SignInOutcome::AccessChanged, now).await?;
        let (own, to) = (about.customer.party(), account.recipient());
        let [event] = &events;
        let link = (None, unit.public_url());
        let letter = follow::changed(event, account.user(), &own, to, link);
        unit.send(letter);
        Ok(back.lost.is_empty())
    }
}

impl RestoreUser {
    /// What was released, after what time has brought to the subscriptions.
    async fn releases(&self, removed: Removed, unit: &mut Unit<'_>) -> CommandResult<Releases> {
        let (customer, of) = (self.customer, (self.user, removed.at));
        let released = licenses::released(unit.db, customer, of.0, of.1).await?;
        let subscriptions: BTreeSet<SubscriptionId> =
            released.iter().map(|it| it.subscription).collect();
        for subscription in subscriptions {
            up_to_date::record(unit, customer, subscription).await?;
        }
        let mut releases = Releases::of(unit.db, customer, of, Hold::Locked).await?;
        releases.number(|| unit.new_id());
        Ok(releases)
    }
}
