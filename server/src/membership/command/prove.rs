use std::net::IpAddr;

use serde::Serialize;
use tierline_app::{
    error::{FieldProblem, PortalError},
    portal::PortalResult,
};
use tierline_core::{
    access::Action, ids::MemberId, membership::may_associate, organization::Organization,
    text::EmailAddress,
};

use crate::{
    account::verify,
    fault::fault,
    membership::store,
    organization::store as organizations,
    pipeline::{Call, Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
};

/// Signs in to the account of a member, for the caller's organization and for a while. Attempts are counted like those
/// to sign in to the portal, and an unknown account takes as long as a known one.
///
/// # Errors
/// Core's refusal; the field of the password, whatever of the two was wrong; too many attempts.
pub(crate) async fn prove(
    call: &Call,
    from: Option<IpAddr>,
    account: &str,
    password: &str,
) -> PortalResult<()> {
    // Whoever may not associate an MPN ID does not get to guess.
    call.rehearse(None, &Prove { checked: None }).await?;
    let address = EmailAddress::parse(account).ok();
    let counted = address
        .as_ref()
        .map_or_else(|| account.trim().to_lowercase(), EmailAddress::key);
    // Accounts of members and work accounts are counted apart.
    let counted = format!("mpn {counted}");
    call.state.limits.attempt(from, &counted, None)?;
    let found = match &address {
        Some(address) => {
            let mut db = call.state.pool.acquire().await.map_err(|it| fault(&it))?;
            store::account(&mut db, address)
                .await
                .map_err(|it| fault(&it))?
        }
        None => None,
    };
    let stored = found.as_ref().and_then(|it| it.password_hash.clone());
    let right = verify(password, stored)
        .await
        .map_err(|error| fault(&error))?;
    match found {
        Some(found) if right => {
            let checked = Some((found.member, found.password_hash));
            call.run(None, &Prove { checked }).await
        }
        _ => Err(PortalError::field(
            "member_password",
            FieldProblem::Credentials,
        )),
    }
}

/// Notes a sign-in, if the password is still the checked one.
#[derive(Serialize)]
struct Prove {
    #[serde(skip)]
    checked: Option<(MemberId, Option<String>)>,
}

impl Command for Prove {
    const NAME: &'static str = "prove_membership";
    type Facts = Organization;
    type Decision = ();
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::AssociateMpnId]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Organization> {
        let own = unit.context.actor()?.organization;
        let known = organizations::these(unit.db, [own], (unit.context.now, Hold::Locked)).await?;
        Ok(known.get(own)?.clone())
    }

    fn decide(&self, organization: &Organization, context: &Context) -> CommandResult<()> {
        Ok(may_associate(organization, &context.actor()?)?)
    }

    async fn apply(&self, _: Organization, (): (), unit: &mut Unit<'_>) -> CommandResult<()> {
        let (actor, now) = (unit.context.actor()?, unit.now());
        let Some((member, checked)) = &self.checked else {
            return Err(CommandError::Inconsistent("no account was signed in to"));
        };
        let member = store::by_id(unit.db, *member, Hold::Locked).await?;
        let member = member.ok_or(CommandError::Conflict)?.value;
        let stored = store::account(unit.db, &member.account).await?;
        if stored.and_then(|it| it.password_hash) != *checked {
            return Err(CommandError::Conflict);
        }
        Ok(store::prove(unit.db, &actor, member.id, now).await?)
    }
}

/// Forgets the sign-in, to use another account.
#[derive(Debug, Serialize)]
pub(crate) struct LeaveMembership;

impl Command for LeaveMembership {
    const NAME: &'static str = "leave_membership";
    type Facts = ();
    type Decision = ();
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::AssociateMpnId]
    }

    async fn facts(&self, _: &mut Unit<'_>) -> CommandResult<()> {
        Ok(())
    }

    fn decide(&self, (): &(), _: &Context) -> CommandResult<()> {
        Ok(())
    }

    async fn apply(&self, (): (), (): (), unit: &mut Unit<'_>) -> CommandResult<()> {
        let actor = unit.context.actor()?;
        Ok(store::forget(unit.db, &actor).await?)
    }
}
