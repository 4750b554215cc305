//! The facts for decisions about an organization's users, loaded for a change and for the page that says in advance
//! what would come of it.

use sqlx::PgConnection;
use tierline_app::form::mark::StoredField;
use tierline_core::{
    Timestamp,
    account::User,
    actor::Actor,
    ids::{OrganizationId, UserId},
    invitation::{Pace, PaceFacts},
    member::MemberFacts,
    organization::Organization,
    role::{Role, RoleSet},
    text::PersonName,
};

use crate::{
    account::store as account,
    member::store,
    organization::store as organizations,
    pipeline::{CommandError, CommandResult},
    store::{Hold, Stored},
};

/// The own organization. For a change, other changes of its users wait: whoever counts admins counts all of them.
pub(super) async fn own(
    db: &mut PgConnection,
    id: OrganizationId,
    (now, hold): (Timestamp, Hold),
) -> CommandResult<Organization> {
    if hold == Hold::Locked {
        let recorded = organizations::record_for_change(db, id, now).await?;
        return Ok(recorded.ok_or(CommandError::NotFound)?.at(now));
    }
    let known = organizations::these(db, [id], (now, hold)).await?;
    Ok(known.get(id)?.clone())
}

/// The actor, with the roles as they are now that other changes of the organization's users wait: whoever was removed
/// or blocked by one that was faster does nothing any more.
pub(super) async fn still(db: &mut PgConnection, actor: Actor) -> CommandResult<Actor> {
    let place = account::place(db, actor.user, actor.organization, false).await?;
    let place = place.ok_or(CommandError::SignedOut)?;
    Ok(Actor {
        roles: place.roles,
        customers: place.customers,
        ..actor
    })
}

/// The fields of a form with a user's name, as they are compared with what is stored.
pub(super) fn name_fields(name: &PersonName) -> Vec<StoredField> {
    vec![StoredField::new("name", name.as_str())]
}

/// Those of a form with its roles.
pub(super) fn role_fields(roles: &RoleSet) -> Vec<StoredField> {
    let names: Vec<&str> = roles.iter().map(Role::code).collect();
    vec![StoredField::new("roles", names.join(", ").as_str())]
}

/// A user of the own organization.
#[derive(Debug)]
pub(crate) struct Managed {
    pub organization: Organization,
    pub user: Stored<User>,
    /// As far as a change needs it.
    pub account: Option<account::Account>,
    pub others: RoleSet,
    pub pace: PaceFacts,
}

impl Managed {
    pub(super) async fn load(
        db: &mut PgConnection,
        own: OrganizationId,
        user: UserId,
        pace: Pace,
        (now, hold): (Timestamp, Hold),
    ) -> CommandResult<Managed> {
        let organization = self::own(db, own, (now, hold)).await?;
        let (user, account) = match hold {
            Hold::Locked => {
                let account = account::lock(db, user).await?;
                let account = account.ok_or(CommandError::NotFound)?;
                (account.stored.clone(), Some(account))
            }
            Hold::Free => {
                let stored = account::load(db, &[user.into_uuid()]).await?.pop();
                (stored.ok_or(CommandError::NotFound)?, None)
            }
        };
        // A user of another organization is nobody here.
        if !user.value.roles.contains_key(&own) {
            return Err(CommandError::NotFound);
        }
        let others = store::others(db, own, user.value.id).await?;
        let address = user.value.user_name.key();
        let pace = store::pace(db, own, &address, pace, now).await?;
        Ok(Managed {
            organization,
            user,
            account,
            others,
            pace,
        })
    }

    pub(super) fn facts(&self) -> MemberFacts<'_> {
        MemberFacts {
            organization: &self.organization,
            user: &self.user.value,
            others: self.others,
            pace: self.pace,
        }
    }
}
