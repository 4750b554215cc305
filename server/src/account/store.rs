//! People: their accounts, roles and mail addresses.

mod removed;
pub(crate) mod second_factor;
mod user;

use std::collections::HashMap;

use sqlx::{PgConnection, types::Json};
use tierline_app::i18n::Lang;
use tierline_core::{
    Timestamp,
    customer::SetupAdmin,
    ids::{CustomerGroupId, OrganizationId, UserId},
    organization::{Capabilities, Party},
    reach::{GroupSet, Reach},
    role::{Role, RoleSet},
    text::EmailAddress,
};
use uuid::Uuid;

use crate::store::{Hold, decoded, held};

pub(crate) use removed::{removed, taken};
pub(crate) use second_factor::turn_off as turn_off_second_factor;
pub(crate) use user::{Account, Beside, load, lock, lock_named, named, set_language};

/// The address and the language of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Recipient {
    pub email: String,
    pub language: Lang,
}

/// A user's place in an organization: the roles, and as much of the organization as their meaning depends on.
#[derive(Debug)]
pub(crate) struct Place {
    pub roles: RoleSet,
    /// The customers to which the user's rights are narrowed.
    pub customers: Reach,
    pub organization: Party,
    pub capabilities: Capabilities,
}

/// The user's roles in this organization. None for who is no member or is blocked, there or everywhere; nor for who has
/// to change the password before anything else, unless there is no signing in where it is `asked_at_the_server`.
pub(crate) async fn place(
    db: &mut PgConnection,
    user: UserId,
    organization: OrganizationId,
    asked_at_the_server: bool,
) -> Result<Option<Place>, sqlx::Error> {
    let found = sqlx::query!(
        r#"select m.roles, m.customer_groups, o.name, o.capabilities as "capabilities: Json<Capabilities>"
           from membership m join app_user u on u.id = m.user_id join organization o on o.id = m.organization_id
           where m.organization_id = $1 and m.user_id = $2 and u.blocked_at is null and m.blocked_at is null
             and (not u.must_change_password or $3)"#,
        organization.as_uuid(),
        user.as_uuid(),
        asked_at_the_server,
    )
    .fetch_optional(db)
    .await?;
    found
        .map(|row| {
            let names = row.roles.iter();
            Ok(Place {
                roles: names.filter_map(|name| name.parse::<Role>().ok()).collect(),
                customers: reach(row.customer_groups)?,
                organization: Party {
                    id: organization,
                    name: decoded(row.name.parse())?,
                },
                capabilities: row.capabilities.0,
            })
        })
        .transpose()
}

/// The reach of a user who is narrowed to these groups; of all customers without any.
pub(crate) fn reach(groups: Option<Vec<Uuid>>) -> Result<Reach, sqlx::Error> {
    let Some(groups) = groups else {
        return Ok(Reach::All);
    };
    let groups = GroupSet::of(groups.into_iter().map(CustomerGroupId::from_uuid));
    Ok(Reach::Groups(decoded(groups)?))
}

/// A user of the operator.
#[derive(Debug)]
pub(crate) struct Operator {
    pub user: UserId,
    pub organization: OrganizationId,
    pub user_name: String,
    pub is_program_admin: bool,
    pub is_blocked: bool,
}

/// The program admins of the operator and the named user of it, blocked or not, by name; none as long as there is no
/// operator.
pub(crate) async fn operators(
    db: &mut PgConnection,
    named: Option<&EmailAddress>,
) -> Result<Vec<Operator>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select u.id, u.email, o.id as organization, 'program_admin' = any(m.roles) as "is_program_admin!",
              u.blocked_at is not null as "is_blocked!"
           from organization o
           join membership m on m.organization_id = o.id
           join app_user u on u.id = m.user_id
           where o.capabilities ->> 'operator' is not null
              and ('program_admin' = any(m.roles) or u.email = $1)
           order by u.email"#,
        named.map(EmailAddress::key),
    )
    .fetch_all(db)
    .await?;
    let users = rows.into_iter().map(|row| Operator {
        user: row.id.into(),
        organization: row.organization.into(),
        user_name: row.email,
        is_program_admin: row.is_program_admin,
        is_blocked: row.is_blocked,
    });
    Ok(users.collect())
}

/// Whether the operator has a program admin who is not blocked.
pub(crate) async fn has_program_admin(db: &mut PgConnection) -> Result<bool, sqlx::Error> {
    let admins = operators(db, None).await?;
    Ok(admins.iter().any(|it| !it.is_blocked))
}

/// A member of an organization, as far as mails go.
#[derive(Debug)]
pub(crate) struct Correspondent {
    pub user: UserId,
    pub name: String,
    pub recipient: Recipient,
    /// Whether the user looks after the organization's partners and customers.
    pub is_admin: bool,
    /// Whether the user acts for the organization toward the program.
    is_global_admin: bool,
}

/// Everyone who looks after the partners and customers of these organizations, and the given users among their members.
/// An admin agent whose rights are narrowed to groups of customers looks after those alone, and gets no mail that may
/// be about others.
pub(crate) async fn correspondents(
    db: &mut PgConnection,
    organizations: &[OrganizationId],
    users: &[UserId],
) -> Result<HashMap<OrganizationId, Vec<Correspondent>>, sqlx::Error> {
    let organizations: Vec<Uuid> = organizations.iter().map(|id| id.into_uuid()).collect();
    let users: Vec<Uuid> = users.iter().map(|id| id.into_uuid()).collect();
    let rows = sqlx::query!(
        r#"select m.organization_id, u.id, u.name, u.email, u.language,
              (m.customer_groups is null and m.roles && array['global_admin', 'admin_agent']
                  or 'global_admin' = any(m.roles)) as "is_admin!",
              'global_admin' = any(m.roles) as "is_global_admin!"
           from membership m join app_user u on u.id = m.user_id
           where m.organization_id = any($1) and u.blocked_at is null and m.blocked_at is null
             and (m.roles && array['global_admin', 'admin_agent'] or u.id = any($2))
           order by u.id"#,
        &organizations,
        &users,
    )
    .fetch_all(db)
    .await?;
    let mut known: HashMap<OrganizationId, Vec<Correspondent>> = HashMap::new();
    for row in rows {
        known
            .entry(row.organization_id.into())
            .or_default()
            .push(Correspondent {
                user: row.id.into(),
                name: row.name,
                recipient: recipient(row.email, &row.language),
                is_admin: row.is_admin,
                is_global_admin: row.is_global_admin,
            });
    }
    Ok(known)
}

/// The members of an organization who look after its partners and customers.
pub(crate) fn admins_of(members: &[Correspondent]) -> impl Iterator<Item = Recipient> {
    members
        .iter()
        .filter(|it| it.is_admin)
        .map(|it| it.recipient.clone())
}

/// The global admins among the members of an organization.
pub(crate) fn global_admins_of(members: &[Correspondent]) -> impl Iterator<Item = Recipient> {
    members
        .iter()
        .filter(|it| it.is_global_admin)
        .map(|it| it.recipient.clone())
}

/// Whether an account with this address exists.
pub(crate) async fn is_taken(
    db: &mut PgConnection,
    email: &EmailAddress,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from app_user where email = $1) as "exists!""#,
        email.key()
    )
    .fetch_one(db)
    .await
}

/// A work account that a temporary password may be for.
#[derive(Debug)]
pub(crate) struct WorkAccount {
    pub admin: SetupAdmin,
    pub user_name: String,
}

/// The most admins that are read for **Setup info**.
const SETUP_ADMINS: i64 = 20;

struct AdminRow {
    id: Uuid,
    email: String,
    has_signed_in: bool,
    must_change_password: bool,
    is_blocked: bool,
}

/// The first global admins of an organization, the first one first: what **Setup info** rests on. One who has arrived
/// comes before those who wait, so that among so many core sees that somebody has.
pub(crate) async fn setup_admins(
    db: &mut PgConnection,
    organization: OrganizationId,
    hold: Hold,
) -> Result<Vec<WorkAccount>, sqlx::Error> {
    let rows = held!(
        hold,
        AdminRow,
        fetch_all(db),
        r#"select u.id, u.email, u.signed_in_at is not null as "has_signed_in!", u.must_change_password,
              (u.blocked_at is not null or m.blocked_at is not null) as "is_blocked!"
           from membership m join app_user u on u.id = m.user_id
           where m.organization_id = $1 and 'global_admin' = any(m.roles)
           order by (u.signed_in_at is null and u.must_change_password),
              (u.blocked_at is not null or m.blocked_at is not null), u.id
           limit $2"#,
        " for update of u",
        organization.as_uuid(),
        SETUP_ADMINS,
    )?;
    let admins = rows.into_iter().map(|row| WorkAccount {
        admin: SetupAdmin {
            user: UserId::from_uuid(row.id),
            has_signed_in: row.has_signed_in,
            has_own_password: !row.must_change_password,
            is_blocked: row.is_blocked,
        },
        user_name: row.email,
    });
    Ok(admins.collect())
}

/// The language of the account with this name, if there is one.
pub(crate) async fn language_of(
    db: &mut PgConnection,
    user_name: &str,
) -> Result<Option<Lang>, sqlx::Error> {
    let language = sqlx::query_scalar!("select language from app_user where email = $1", user_name)
        .fetch_optional(db)
        .await?;
    Ok(language.map(|tag| Lang::from_tag(&tag).unwrap_or_default()))
}

/// The name of a user.
pub(crate) async fn name_of(db: &mut PgConnection, user: UserId) -> Result<String, sqlx::Error> {
    sqlx::query_scalar!("select name from app_user where id = $1", user.as_uuid())
        .fetch_one(db)
        .await
}

/// The work account of a user.
pub(crate) async fn user_name_of(
    db: &mut PgConnection,
    user: UserId,
) -> Result<EmailAddress, sqlx::Error> {
    let name = sqlx::query_scalar!("select email from app_user where id = $1", user.as_uuid())
        .fetch_one(db)
        .await?;
    decoded(name.parse())
}

/// When the user signed in last.
pub(crate) async fn signed_in_at(
    db: &mut PgConnection,
    user: UserId,
) -> Result<Option<Timestamp>, sqlx::Error> {
    let at = sqlx::query_scalar!(
        "select signed_in_at from app_user where id = $1",
        user.as_uuid()
    )
    .fetch_optional(db)
    .await?;
    Ok(at.flatten())
}

/// Sets a password that the user chose, unless the checked one was replaced or the user blocked in the meantime:
/// checking takes long enough for that.
pub(crate) async fn set_password(
    db: &mut PgConnection,
    user: UserId,
    hash: &str,
    checked: Option<&str>,
    now: Timestamp,
) -> Result<bool, sqlx::Error> {
    let set = sqlx::query!(
        "update app_user set password_hash = $2
         where id = $1 and password_hash is not distinct from $3 and blocked_at is null",
        user.as_uuid(),
        hash,
        checked
    )
    .execute(&mut *db)
    .await?;
    end_password_links(db, user, now).await?;
    Ok(set.rows_affected() == 1)
}

/// A link for another password is of no use once there is one, whichever way it was set.
async fn end_password_links(
    db: &mut PgConnection,
    user: UserId,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update member_link set used_at = $2 where user_id = $1 and used_at is null",
        user.as_uuid(),
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Sets a temporary password, which has to be changed at the first sign-in, and ends every session.
pub(crate) async fn set_temporary_password(
    db: &mut PgConnection,
    user: UserId,
    hash: &str,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update app_user set password_hash = $2 where id = $1",
        user.as_uuid(),
        hash,
    )
    .execute(&mut *db)
    .await?;
    end_password_links(&mut *db, user, now).await?;
    crate::account::device::forget_all(&mut *db, user.into_uuid()).await?;
    crate::account::session::end_all_of(db, user.into_uuid()).await
}

fn recipient(email: String, language: &str) -> Recipient {
    Recipient {
        email,
        language: Lang::from_tag(language).unwrap_or_default(),
    }
}
