use chrono::TimeDelta;
use serde::Serialize;
use tierline_app::i18n::Lang;
use tierline_core::{
    access::Action,
    actor::Actor,
    group::CustomerGroup,
    ids::MemberInvitationId,
    invitation::{Pace, PaceFacts},
    member::{self, Command as Managing, Event, ManageFacts, MemberInvitation},
    organization::Organization,
};

use super::invite::send;
use crate::{
    member::{facts, store},
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    settings::Setting,
    store::{Hold, Stored},
};

/// Sends an invitation again with another link, or takes it back.
#[derive(Debug, Serialize)]
pub(crate) struct ManageUserInvitation {
    pub id: MemberInvitationId,
    /// Whether it is sent again.
    pub resend: bool,
    #[serde(skip)]
    pub language: Lang,
}

#[derive(Debug)]
pub(crate) struct Facts {
    actor: Actor,
    invitation: Stored<MemberInvitation>,
    organization: Organization,
    is_member: bool,
    open: Option<MemberInvitationId>,
    pace: PaceFacts,
    valid: TimeDelta,
    groups: Vec<CustomerGroup>,
}

impl Command for ManageUserInvitation {
    const NAME: &'static str = "manage_user_invitation";
    type Facts = Facts;
    type Decision = Event;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageUsers]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        let now = unit.now();
        let settings = unit.settings().await?;
        let invitation = store::own(unit.db, own, self.id, Hold::Locked)
            .await?
            .ok_or(CommandError::NotFound)?;
        let organization = facts::own(unit.db, own, (unit.context.now, Hold::Locked)).await?;
        let actor = facts::still(unit.db, unit.context.actor()?).await?;
        let address = invitation.value.address.key();
        let is_member = store::is_member(unit.db, own, &address).await?;
        let open = store::open(unit.db, own, &address, now).await?;
        let pace = store::pace(unit.db, own, &address, Pace::from(&settings), now).await?;
        let groups = store::groups(unit.db, &invitation.value, Hold::Locked).await?;
        Ok(Facts {
            actor,
            groups,
            is_member,
            open,
            invitation,
            organization,
            pace,
            valid: settings.days(Setting::MemberInvitationDays),
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Event> {
        let command = if self.resend {
            Managing::Resend
        } else {
            Managing::Cancel
        };
        let manage = ManageFacts {
            organization: &facts.organization,
            invitation: &facts.invitation.value,
            is_member: facts.is_member,
            open: facts.open,
            pace: facts.pace,
            valid: facts.valid,
            groups: &facts.groups,
        };
        Ok(member::manage(manage, command, &facts.actor, context.now)?)
    }

    async fn apply(
        &self,
        mut facts: Facts,
        event: Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let events = [event];
        unit.apply_events(&mut facts.invitation, &events).await?;
        match events {
            [Event::Resent { expires, .. }] => {
                let invitation = &facts.invitation.value;
                send(
                    unit,
                    invitation,
                    &facts.organization,
                    expires,
                    self.language,
                )
                .await
            }
            _ => Ok(()),
        }
    }
}
