use chrono::TimeDelta;
use serde::Serialize;
use tierline_app::i18n::Lang;
use tierline_core::{
    access::Action,
    actor::Actor,
    group::{CustomerGroup, Narrowing},
    invitation::{Pace, PaceFacts},
    member::{self, Event, InviteFacts, MemberInvitation, NewMember},
    organization::Organization,
    role::RoleSet,
    text::{EmailAddress, PersonName},
};

use crate::{
    account,
    group::store as groups,
    invitation::Token,
    member::{
        facts, follow,
        store::{self, LinkTo, NewLink},
    },
    pipeline::{Command, CommandError, CommandResult, Context, Unit, object::Beginning},
    settings::Setting,
    store::Hold,
};

/// Invites somebody to become a user of the own organization.
#[derive(Debug, Serialize)]
pub(crate) struct InviteUser {
    pub address: EmailAddress,
    pub name: PersonName,
    pub roles: RoleSet,
    pub customers: Narrowing,
    /// Of the sender, for a mail to somebody who has no account.
    #[serde(skip)]
    pub language: Lang,
}

#[derive(Debug)]
pub(crate) struct Facts {
    actor: Actor,
    organization: Organization,
    is_member: bool,
    open: Option<tierline_core::ids::MemberInvitationId>,
    pace: PaceFacts,
    valid: TimeDelta,
    groups: Vec<CustomerGroup>,
}

impl Command for InviteUser {
    const NAME: &'static str = "invite_user";
    type Facts = Facts;
    type Decision = Event;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageUsers]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        let (now, address) = (unit.now(), self.address.key());
        let settings = unit.settings().await?;
        let organization = facts::own(unit.db, own, (unit.context.now, Hold::Locked)).await?;
        Ok(Facts {
            actor: facts::still(unit.db, unit.context.actor()?).await?,
            organization,
            is_member: store::is_member(unit.db, own, &address).await?,
            open: store::open(unit.db, own, &address, now).await?,
            pace: store::pace(unit.db, own, &address, Pace::from(&settings), now).await?,
            valid: settings.days(Setting::MemberInvitationDays),
            groups: groups::all_of(unit.db, own, Hold::Locked).await?,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Event> {
        let new = NewMember {
            address: self.address.clone(),
            name: self.name.clone(),
            roles: self.roles,
            customers: self.customers.clone(),
        };
        let invite = InviteFacts {
            organization: &facts.organization,
            is_member: facts.is_member,
            open: facts.open,
            pace: facts.pace,
            valid: facts.valid,
            groups: &facts.groups,
        };
        Ok(member::invite(invite, &new, &facts.actor, context.now)?)
    }

    async fn apply(&self, facts: Facts, event: Event, unit: &mut Unit<'_>) -> CommandResult<()> {
        let Event::Invited { expires, .. } = event else {
            return Err(CommandError::Inconsistent(
                "an invitation that invites nobody",
            ));
        };
        let id = unit.new_id();
        let beginning = Beginning::of(id, event, ());
        let invitation = unit.create::<MemberInvitation>(beginning).await?;
        send(
            unit,
            &invitation,
            &facts.organization,
            expires,
            self.language,
        )
        .await
    }
}

/// Makes the newest link of the invitation, and mails it.
pub(super) async fn send(
    unit: &mut Unit<'_>,
    invitation: &MemberInvitation,
    organization: &Organization,
    expires: tierline_core::Timestamp,
    language: Lang,
) -> CommandResult<()> {
    let token = Token::fresh();
    let hash = token.hash();
    let address = invitation.address.key();
    let link = NewLink {
        token_hash: hash.as_bytes(),
        organization: organization.id,
        to: LinkTo::Invitation(invitation.id, invitation.link),
        address: &address,
        made: unit.now(),
        expires,
    };
    store::insert_link(unit.db, link).await?;
    let language = account::store::language_of(unit.db, &address)
        .await?
        .unwrap_or(language);
    let sender = unit.context.actor()?.user;
    let by = account::store::name_of(unit.db, sender).await?;
    let groups = store::groups(unit.db, invitation, Hold::Free).await?;
    let (own, url) = (organization.party(), unit.public_url());
    let invited = (invitation, invitation.invited_to(&groups));
    let letter = follow::invite(invited, (&own, &by), expires, (&token, url), language);
    unit.send([letter]);
    Ok(())
}
