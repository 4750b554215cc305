//! The facts for what the operator does for a user of another organization, loaded for a change and for the page that
//! says in advance what would come of it.

use sqlx::PgConnection;
use tierline_core::{
    Timestamp,
    account::User,
    ids::{OrganizationId, UserId},
    invitation::{Pace, PaceFacts},
    member::RestoreFacts,
    organization::Organization,
    role::RoleSet,
};

use crate::{
    account::store::{self as accounts, Account},
    member::store as members,
    organization::store::{self as organizations, Recorded},
    pipeline::{CommandError, CommandResult},
    store::{Hold, Stored},
};

/// The operator, and an organization that it decides about: whether that is suspended, marked, or anything else that
/// rests on how it stands.
pub(super) async fn standing(
    db: &mut PgConnection,
    operator: OrganizationId,
    organization: OrganizationId,
    (now, hold): (Timestamp, Hold),
) -> CommandResult<(Organization, Recorded)> {
    let known = organizations::these(db, [operator], (now, hold)).await?;
    let recorded = match hold {
        Hold::Locked => organizations::record_for_change(db, organization, now).await?,
        Hold::Free => organizations::recorded(db, &[organization.into_uuid()], now)
            .await?
            .pop(),
    };
    let recorded = recorded.ok_or(CommandError::NotFound)?;
    Ok((known.get(operator)?.clone(), recorded))
}

/// A user of an organization, as the operator sees one.
#[derive(Debug)]
pub(crate) struct Helped {
    pub operator: Organization,
    /// As it is stored, which a change needs, and as it counts now.
    pub organization: Recorded,
    pub user: Stored<User>,
    /// As far as a change needs it.
    pub account: Option<Account>,
    /// The roles of the organization's other users who may act.
    pub others: RoleSet,
    pace: PaceFacts,
}

impl Helped {
    pub(super) async fn load(
        db: &mut PgConnection,
        operator: OrganizationId,
        (organization, user): (OrganizationId, UserId),
        pace: Pace,
        (now, hold): (Timestamp, Hold),
    ) -> CommandResult<Helped> {
        let (operator, recorded) = standing(db, operator, organization, (now, hold)).await?;
        let (user, account) = match hold {
            Hold::Locked => {
                let account = accounts::lock(db, user).await?;
                let account = account.ok_or(CommandError::NotFound)?;
                (account.stored.clone(), Some(account))
            }
            Hold::Free => {
                let stored = accounts::load(db, &[user.into_uuid()]).await?.pop();
                (stored.ok_or(CommandError::NotFound)?, None)
            }
        };
        // A user of another organization is nobody here.
        if !user.value.roles.contains_key(&organization) {
            return Err(CommandError::NotFound);
        }
        let address = user.value.user_name.key();
        Ok(Helped {
            operator,
            others: members::others(db, organization, user.value.id).await?,
            pace: members::pace(db, organization, &address, pace, now).await?,
            organization: recorded,
            user,
            account,
        })
    }

    pub(super) fn facts(&self) -> RestoreFacts<'_> {
        RestoreFacts {
            operator: &self.operator,
            organization: &self.organization.stored.value,
            user: &self.user.value,
            pace: self.pace,
        }
    }
}
