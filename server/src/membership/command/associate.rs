use serde::Serialize;
use tierline_core::{
    access::Action,
    actor::Actor,
    membership::{
        self, AddLocationFacts, Added, AssociateFacts, Member, NewLocation, Refusal, may_associate,
    },
    organization::{Event, Organization},
    text::{CompanyName, MpnId},
};

use crate::{
    membership::store,
    organization::store as organizations,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::{Hold, Stored},
};

/// Associates a location MPN ID of the member whose account was signed in to with the own organization.
#[derive(Debug, Serialize)]
pub(crate) struct AssociateMpn {
    pub mpn: MpnId,
}

/// Adds a location to that member, and associates its new MPN ID.
#[derive(Debug, Serialize)]
pub(crate) struct AddLocation {
    pub profile: MpnId,
    pub name: CompanyName,
}

/// The own organization, and the member.
#[derive(Debug)]
pub(crate) struct Facts {
    organization: Stored<Organization>,
    /// None: no account was signed in to, or too long ago.
    member: Option<Stored<Member>>,
    mpn: MpnId,
    is_taken: bool,
}

impl Facts {
    /// The member is locked after the organization: of two tenants that want one of its MPN IDs, the second one finds
    /// it taken.
    async fn load(mpn: Option<&MpnId>, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let (actor, now) = (unit.context.actor()?, unit.now());
        let organization = organizations::lock_for_change(unit.db, actor.organization)
            .await?
            .ok_or(CommandError::NotFound)?;
        let member = match store::proved(unit.db, &actor, now).await? {
            Some(id) => store::by_id(unit.db, id, Hold::Locked).await?,
            None => None,
        };
        let (mpn, is_taken) = match mpn {
            Some(mpn) => {
                let taken = organizations::is_mpn_taken(unit.db, mpn).await?;
                (mpn.clone(), taken)
            }
            None => (store::new_mpn(unit.db).await?, false),
        };
        Ok(Facts {
            organization,
            member,
            mpn,
            is_taken,
        })
    }

    /// The member that the actor has proved to be. An actor who may not associate anything is told so first.
    fn member(&self, actor: &Actor) -> CommandResult<&Member> {
        may_associate(&self.organization.value, actor)?;
        let member = self.member.as_ref().map(|stored| &stored.value);
        member.ok_or_else(|| tierline_core::Refusal::from(Refusal::Unproved).into())
    }
}

impl Command for AssociateMpn {
    const NAME: &'static str = "associate_mpn";
    type Facts = Facts;
    type Decision = Event;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::AssociateMpnId]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        Facts::load(Some(&self.mpn), unit).await
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Event> {
        let actor = context.actor()?;
        let known = AssociateFacts {
            organization: &facts.organization.value,
            member: facts.member(&actor)?,
            mpn_taken: facts.is_taken,
        };
        Ok(membership::associate(
            known,
            &facts.mpn,
            &actor,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        mut facts: Facts,
        event: Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        unit.apply_events(&mut facts.organization, &[event]).await?;
        let actor = unit.context.actor()?;
        Ok(store::forget(unit.db, &actor).await?)
    }
}

impl Command for AddLocation {
    const NAME: &'static str = "add_location";
    type Facts = Facts;
    type Decision = Added;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::AssociateMpnId]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        Facts::load(None, unit).await
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Added> {
        let actor = context.actor()?;
        let known = AddLocationFacts {
            organization: &facts.organization.value,
            member: facts.member(&actor)?,
            mpn_taken: facts.is_taken,
        };
        let new = NewLocation {
            profile: self.profile.clone(),
            mpn: facts.mpn.clone(),
            name: self.name.clone(),
        };
        Ok(membership::add_location(known, &new, &actor, context.now)?)
    }

    async fn apply(
        &self,
        mut facts: Facts,
        added: Added,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let Some(member) = &mut facts.member else {
            return Err(CommandError::Inconsistent("a location of no member"));
        };
        unit.apply_events(member, &[added.member]).await?;
        unit.apply_events(&mut facts.organization, &[added.organization])
            .await?;
        let actor = unit.context.actor()?;
        Ok(store::forget(unit.db, &actor).await?)
    }
}
