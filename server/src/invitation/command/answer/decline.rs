use serde::Serialize;
use tierline_core::{
    invitation::{self, AnswerFacts, Event},
    organization::{Organization, Party},
    text::Reason,
};

use crate::{
    invitation::{facts::Followed, follow, token::TokenHash},
    pipeline::{Command, CommandResult, Context, Unit},
    store::Hold,
};

/// Declines, with or without a reason.
#[derive(Debug, Serialize)]
pub(crate) struct Decline {
    pub link: TokenHash,
    pub reason: Option<Reason>,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct Facts {
    followed: Followed,
    organization: Organization,
    addressee: Option<Party>,
}

impl Command for Decline {
    const NAME: &'static str = "decline_invitation";
    type Facts = Facts;
    type Decision = Vec<Event>;
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        let followed = Followed::link(unit.db, &self.link, Hold::Locked).await?;
        let ids = [own].into_iter().chain(followed.invitation.value.addressee);
        let organizations =
            crate::organization::store::lock(unit.db, ids, None, unit.context.now).await?;
        let organization = organizations.get(own)?.clone();
        let addressee = followed.addressee(&organizations)?;
        Ok(Facts {
            followed,
            organization,
            addressee,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Vec<Event>> {
        let answer = AnswerFacts {
            invitation: &facts.followed.invitation.value,
            link: facts.followed.number,
            organization: &facts.organization,
            addressee: facts.addressee.as_ref(),
        };
        Ok(invitation::decline(
            answer,
            self.reason.clone(),
            &context.actor()?,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        mut facts: Facts,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let declined = &mut facts.followed.invitation;
        unit.apply_events(declined, &events).await?;
        let (own, invitation) = (&facts.organization, &declined.value);
        crate::activity::store::tell_of_opening(unit.db, own.id, invitation.id).await?;
        let about = follow::About {
            invitation,
            by: &own.party(),
            was_mailed: false,
            link: None,
            partnership: None,
            url: unit.public_url(),
        };
        let letters = follow::letters(&events, &about);
        unit.send(letters);
        Ok(())
    }
}
