use serde::Serialize;
use tierline_app::{portal::Granting, route};
use tierline_core::invitation::{self, Acceptance, Accepted, Kind, RelationshipIds};

use crate::{
    invitation::{
        facts::{Accepting, Followed, Tied},
        follow,
        token::TokenHash,
    },
    partnership::command as partnerships,
    pipeline::{Command, CommandResult, Context, Unit},
    relationship::command as relationships,
    store::Hold,
    subscription::command::return_support,
};

/// Accepts: the only way for an organization to grant something by a link.
#[derive(Debug, Serialize)]
pub(crate) struct Accept {
    pub link: TokenHash,
    pub confirmed: bool,
    pub granting: Granting,
}

/// The facts of the decision, and ids for the objects that it may create.
#[derive(Debug)]
pub(crate) struct Facts {
    followed: Followed,
    accepting: Accepting,
    ids: RelationshipIds,
}

impl Command for Accept {
    const NAME: &'static str = "accept_invitation";
    type Facts = Facts;
    type Decision = Accepted;
    type Outcome = Kind;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        let followed = Followed::link(unit.db, &self.link, Hold::Locked).await?;
        let accepting =
            Accepting::load(unit.db, &followed, own, (unit.context.now, Hold::Locked)).await?;
        Ok(Facts {
            followed,
            accepting,
            ids: RelationshipIds {
                partnership: unit.new_id(),
                first: unit.new_id(),
                second: unit.new_id(),
            },
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Accepted> {
        let acceptance = Acceptance {
            confirmed: self.confirmed,
            grants: self.granting.grants.clone(),
            ends: self.granting.ends.clone(),
        };
        let actor = context.actor()?;
        let decided = facts.accepting.ask(&facts.followed, |about| {
            invitation::accept(about, &acceptance, facts.ids, &actor, context.now)
        });
        Ok(decided?)
    }

    async fn apply(
        &self,
        mut facts: Facts,
        accepted: Accepted,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Kind> {
        let customer = &facts.accepting.organization;
        let answered = &mut facts.followed.invitation;
        unit.apply_events(answered, &accepted.invitation).await?;
        crate::activity::store::tell_of_opening(unit.db, customer.id, answered.value.id).await?;
        let formed = accepted
            .partnership
            .as_ref()
            .map(|(id, _)| route::partnership(id));
        if let Some((id, event)) = accepted.partnership {
            if let [tie] = facts.accepting.partners.as_slice() {
                write_down_end(unit, tie).await?;
            }
            partnerships::form(unit, id, event).await?;
        }
        if !accepted.relationships.is_empty() {
            let before = &facts.accepting.relationships;
            let changes = accepted.relationships;
            let ended = relationships::settle(unit, customer, before, changes).await?;
            for partner in ended {
                return_support(unit, partner, customer.id).await?;
            }
        }
        let invitation = &answered.value;
        let about = follow::About {
            invitation,
            by: &customer.party(),
            was_mailed: false,
            link: None,
            partnership: formed.as_deref(),
            url: unit.public_url(),
        };
        let letters = follow::letters(&accepted.invitation, &about);
        unit.send(letters);
        Ok(invitation.kind)
    }
}

/// A partnership before this one whose notice period is over, but of which no job has written that down yet.
async fn write_down_end(unit: &mut Unit<'_>, tie: &Tied) -> CommandResult<()> {
    let Some(before) = &tie.partnership else {
        return Ok(());
    };
    let (provider, id) = (before.provider, before.id);
    let Some(mut stored) =
        crate::partnership::store::own(unit.db, provider, id, Hold::Locked).await?
    else {
        return Ok(());
    };
    if let Some(ended) = stored.value.lapse(unit.now()) {
        partnerships::apply_events(unit, &mut stored, &[ended]).await?;
    }
    Ok(())
}
