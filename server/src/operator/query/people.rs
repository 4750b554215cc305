//! The users of an organization, for the operator, who helps those in whom nobody there can help.

use sqlx::PgConnection;
use tierline_app::{
    operator::model::{FoundUsers, OrganizationUser, OrganizationUserPage},
    portal::PortalResult,
};
use tierline_core::{
    Refusal, Timestamp,
    access::{self, Action},
    ids::{OrganizationId, UserId},
    invitation::Pace,
    member::{Restore, restore},
    role::Role,
    text::{Reason, search::Search},
};

use crate::{
    account::store as accounts,
    list::search,
    operator::facts::Helped,
    organization::query::{failed, organization},
    pipeline::Read,
    store::Hold,
};

/// The most users that are shown at a time: others are found by typing.
const SHOWN: usize = 20;
/// One more tells whether there are others.
const LIMIT: i64 = SHOWN as i64 + 1;

/// The users who lead the organization, or those whom the words find.
pub(super) async fn found(
    db: &mut PgConnection,
    organization: OrganizationId,
    find: &str,
) -> Result<FoundUsers, sqlx::Error> {
    let words = search::patterns_of(&Search::parse(find));
    let leading = [Role::ProgramAdmin, Role::GlobalAdmin].map(|role| role.code().to_owned());
    let rows = sqlx::query!(
        r#"select u.id, u.name, u.email, m.roles, m.blocked_at is null and u.blocked_at is null as "is_active!",
              u.has_second_factor, u.signed_in_at as "signed_in_at: Timestamp"
           from membership m join app_user u on u.id = m.user_id
           where m.organization_id = $1
              and case when cardinality($2::text[]) = 0 then m.roles && $3 else u.search like all($2) end
           order by u.sort_key, u.id limit $4"#,
        organization.as_uuid(),
        &words,
        &leading,
        LIMIT,
    )
    .fetch_all(db)
    .await?;
    let goes_on = rows.len() > SHOWN;
    let users = rows.into_iter().take(SHOWN).map(|row| OrganizationUser {
        id: row.id.into(),
        name: row.name,
        address: row.email,
        roles: row.roles.iter().filter_map(|it| it.parse().ok()).collect(),
        is_active: row.is_active,
        second_factor: row.has_second_factor,
        signed_in: row.signed_in_at,
    });
    Ok(FoundUsers {
        find: find.trim().to_owned(),
        users: users.collect(),
        goes_on,
    })
}

/// A user of the organization, and what the operator can do for the user.
pub(crate) async fn user(
    read: &mut Read,
    of: OrganizationId,
    user: UserId,
) -> PortalResult<OrganizationUserPage> {
    let (actor, now) = (read.actor()?, read.now());
    let operator = organization(read, actor.organization).await?;
    access::authorize_on_program(&operator, &actor, Action::ManageAccounts)?;
    let pace = Pace::from(&read.settings().await?);
    let known = (now, Hold::Free);
    let helped = Helped::load(read.db(), operator.id, (of, user), pace, known).await?;
    let reason = Reason::parse("asked in advance").map_err(failed)?;
    let may = |what| -> Result<(), Refusal> {
        restore(helped.facts(), what, &reason, &actor, now).map(drop)
    };
    let signed_in = accounts::signed_in_at(read.db(), user)
        .await
        .map_err(failed)?;
    let account = &helped.user.value;
    let others = helped.others;
    Ok(OrganizationUserPage {
        organization: helped.organization.stored.value.party(),
        user: OrganizationUser {
            id: user,
            name: account.name.to_string(),
            address: account.user_name.to_string(),
            roles: account.roles_in(of),
            is_active: account.may_act_in(of),
            second_factor: account.second_factor.is_some(),
            signed_in,
        },
        is_account_blocked: account.is_blocked,
        organizations: u32::try_from(account.roles.len()).unwrap_or(u32::MAX),
        colleagues_can_help: others.contains(Role::GlobalAdmin)
            || others.contains(Role::ProgramAdmin),
        may_send_password_link: may(Restore::SendPasswordLink),
        may_reset_second_factor: may(Restore::ResetSecondFactor),
        may_unblock: may(Restore::Unblock),
    })
}
