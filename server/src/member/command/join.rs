//! The acceptance of an invitation: by the account of the invited address, or by a new one.

use serde::{Deserialize, Serialize};
use tierline_app::{i18n::Lang, portal::PortalResult};
use tierline_core::{
    account::{self, User},
    group::CustomerGroup,
    ids::{OrganizationId, RequestId, UserId},
    member::{self, Event, JoinFacts, MemberInvitation},
};

use super::own_password;
use crate::{
    account::store::{self as accounts, Account, Beside},
    invitation::TokenHash,
    member::store,
    pipeline::{
        self, Call, Command, CommandError, CommandResult, Context, Principal, Unit,
        object::Beginning,
    },
    store::{Hold, Stored},
};

/// The invitation of a link, and the account of its address.
#[derive(Debug)]
pub(crate) struct Followed {
    invitation: Stored<MemberInvitation>,
    link: u32,
    account: Option<Account>,
    groups: Vec<CustomerGroup>,
}

impl Followed {
    /// The invitation's row is locked first, so that of several who accept at once the first one does.
    async fn load(unit: &mut Unit<'_>, link: &TokenHash) -> CommandResult<Followed> {
        let found = store::by_link(unit.db, link.as_bytes(), Hold::Locked).await?;
        let (invitation, number) = found.ok_or(CommandError::NotFound)?;
        let account = accounts::lock_named(unit.db, &invitation.value.address).await?;
        Ok(Followed {
            groups: store::groups(unit.db, &invitation.value, Hold::Locked).await?,
            invitation,
            link: number,
            account,
        })
    }

    fn facts(&self) -> JoinFacts<'_> {
        JoinFacts {
            invitation: &self.invitation.value,
            link: self.link,
            account: self.account.as_ref().map(Account::user),
            groups: &self.groups,
        }
    }
}

/// Accepts with the signed-in account.
#[derive(Debug, Serialize)]
pub(crate) struct Join {
    pub link: TokenHash,
}

impl Command for Join {
    const NAME: &'static str = "join";
    type Facts = Followed;
    type Decision = (Vec<account::Event>, Event);
    type Outcome = OrganizationId;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Followed> {
        Followed::load(unit, &self.link).await
    }

    fn decide(&self, followed: &Followed, context: &Context) -> CommandResult<Self::Decision> {
        Ok(member::join(
            followed.facts(),
            context.itself()?,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        mut followed: Followed,
        (joined, accepted): Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<OrganizationId> {
        let mut account = followed
            .account
            .ok_or(CommandError::Inconsistent("nobody accepts"))?;
        unit.apply_events(&mut account.stored, &joined).await?;
        unit.apply_events(&mut followed.invitation, &[accepted])
            .await?;
        Ok(followed.invitation.value.organization)
    }
}

/// Accepts with a new account, and returns the user to the first request.
pub(crate) async fn join_as_new(
    call: &Call,
    token: &str,
    password: &str,
    request: RequestId,
) -> PortalResult<Option<UserId>> {
    own_password::check(password)?;
    let mut join = JoinAsNew {
        link: TokenHash::of(token),
        password_hash: String::new(),
        language: call.language,
    };
    let (state, request) = (&call.state, Some(request));
    // Hashing is expensive on purpose: not for a link that cannot be used.
    pipeline::rehearse(state, Principal::Anyone, request, &join).await?;
    join.password_hash = own_password::hashed(call, &join.link, password).await?;
    let joined = pipeline::run(state, Principal::Anyone, request, &join).await?;
    Ok(joined.first)
}

#[derive(Debug, Serialize)]
struct JoinAsNew {
    link: TokenHash,
    #[serde(skip)]
    password_hash: String,
    #[serde(skip)]
    language: Lang,
}

/// The outcome; the new user, for the request that made it.
#[derive(Deserialize, Serialize)]
struct Joined {
    #[serde(skip)]
    first: Option<UserId>,
}

impl Command for JoinAsNew {
    const NAME: &'static str = "join_as_new";
    type Facts = (Followed, UserId);
    type Decision = (Vec<account::Event>, Event);
    type Outcome = Joined;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let followed = Followed::load(unit, &self.link).await?;
        Ok((followed, unit.new_id()))
    }

    fn decide(
        &self,
        (followed, user): &Self::Facts,
        context: &Context,
    ) -> CommandResult<Self::Decision> {
        Ok(member::join_as_new(followed.facts(), *user, context.now)?)
    }

    async fn apply(
        &self,
        (mut followed, user): Self::Facts,
        (added, accepted): Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Joined> {
        let beside = Beside {
            password_hash: self.password_hash.clone(),
            language: self.language,
            at: unit.now(),
        };
        let beginning = Beginning {
            id: user,
            events: added,
            beside,
        };
        unit.create::<User>(beginning).await?;
        let organization = followed.invitation.value.organization;
        unit.context.has_come(user, organization);
        unit.apply_events(&mut followed.invitation, &[accepted])
            .await?;
        Ok(Joined { first: Some(user) })
    }
}
