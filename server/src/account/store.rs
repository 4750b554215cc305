//! People: their accounts, their roles, and where mails reach them.

pub(crate) mod second_factor;

use sqlx::{PgConnection, PgExecutor};
use tierline_app::i18n::Lang;
use tierline_core::{
    Timestamp,
    customer::{self, SetupAdmin},
    ids::{OrganizationId, UserId},
    organization::Account,
    role::{Role, RoleSet},
    text::{EmailAddress, PersonName},
};

/// Where a mail goes, and in which language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Recipient {
    pub email: String,
    pub language: Lang,
}

/// A new account with its first membership.
#[derive(Debug)]
pub(crate) struct NewAccount<'a> {
    pub id: UserId,
    pub email: &'a EmailAddress,
    pub name: &'a PersonName,
    pub password_hash: &'a str,
    pub must_change_password: bool,
    pub language: Lang,
    pub organization: OrganizationId,
    pub roles: RoleSet,
}

/// The user's roles in this organization. None for who is no member, is blocked, or has to change the password before
/// anything else.
pub(crate) async fn roles(
    db: &mut PgConnection,
    user: UserId,
    organization: OrganizationId,
) -> Result<Option<RoleSet>, sqlx::Error> {
    let roles = sqlx::query_scalar!(
        "select m.roles from membership m join app_user u on u.id = m.user_id
         where m.organization_id = $1 and m.user_id = $2 and u.blocked_at is null and not u.must_change_password",
        organization.as_uuid(),
        user.as_uuid(),
    )
    .fetch_optional(db)
    .await?;
    Ok(roles.map(|names| {
        names
            .iter()
            .filter_map(|name| Role::from_code(name))
            .collect()
    }))
}

/// Everyone who looks after an organization's partners and customers.
pub(crate) async fn admins(
    db: &mut PgConnection,
    organization: OrganizationId,
) -> Result<Vec<Recipient>, sqlx::Error> {
    let rows = sqlx::query!(
        "select u.email, u.language from membership m join app_user u on u.id = m.user_id
         where m.organization_id = $1 and u.blocked_at is null and m.roles && array['global_admin', 'admin_agent']
         order by u.id",
        organization.as_uuid(),
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| recipient(row.email, &row.language))
        .collect())
}

/// This user of an organization, or its admins if the user has left it.
pub(crate) async fn member_or_admins(
    db: &mut PgConnection,
    user: UserId,
    organization: OrganizationId,
) -> Result<Vec<Recipient>, sqlx::Error> {
    let row = sqlx::query!(
        "select u.email, u.language from membership m join app_user u on u.id = m.user_id
         where m.organization_id = $1 and m.user_id = $2 and u.blocked_at is null",
        organization.as_uuid(),
        user.as_uuid(),
    )
    .fetch_optional(&mut *db)
    .await?;
    match row {
        Some(row) => Ok(vec![recipient(row.email, &row.language)]),
        None => admins(db, organization).await,
    }
}

/// Has somebody an account with this address?
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

/// Makes an account and its membership.
pub(crate) async fn insert(
    db: &mut PgConnection,
    new: &NewAccount<'_>,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into app_user (id, email, name, password_hash, must_change_password, language, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        new.id.as_uuid(),
        new.email.key(),
        new.name.as_str(),
        new.password_hash,
        new.must_change_password,
        new.language.tag(),
        now,
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "insert into membership (organization_id, user_id, roles) values ($1, $2, $3)",
        new.organization.as_uuid(),
        new.id.as_uuid(),
        &codes(new.roles),
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The global admins of an organization, the first one first, locked: what **Setup info** rests on.
pub(crate) async fn setup_admins(
    db: &mut PgConnection,
    organization: OrganizationId,
) -> Result<Vec<SetupAdmin>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select u.id, u.signed_in_at is not null as "has_signed_in!", u.must_change_password,
              u.blocked_at is not null as "is_blocked!"
           from membership m join app_user u on u.id = m.user_id
           where m.organization_id = $1 and 'global_admin' = any(m.roles)
           order by u.id for update of u"#,
        organization.as_uuid(),
    )
    .fetch_all(db)
    .await?;
    let admins = rows.into_iter().map(|row| SetupAdmin {
        user: UserId::from_uuid(row.id),
        has_signed_in: row.has_signed_in,
        has_own_password: !row.must_change_password,
        is_blocked: row.is_blocked,
    });
    Ok(admins.collect())
}

/// The work account that a customer's **Setup info** is about, as long as it is about one.
pub(crate) async fn setup_user_name(
    db: impl PgExecutor<'_>,
    customer: OrganizationId,
) -> Result<Option<String>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select u.id, u.email, u.signed_in_at is not null as "has_signed_in!", u.must_change_password,
              u.blocked_at is not null as "is_blocked!"
           from membership m join app_user u on u.id = m.user_id
           where m.organization_id = $1 and 'global_admin' = any(m.roles)
           order by u.id"#,
        customer.as_uuid(),
    )
    .fetch_all(db)
    .await?;
    let admins: Vec<SetupAdmin> = rows
        .iter()
        .map(|row| SetupAdmin {
            user: UserId::from_uuid(row.id),
            has_signed_in: row.has_signed_in,
            has_own_password: !row.must_change_password,
            is_blocked: row.is_blocked,
        })
        .collect();
    let pending = customer::pending_admin(&admins);
    Ok(rows
        .into_iter()
        .find(|row| pending == Some(UserId::from_uuid(row.id)))
        .map(|row| row.email))
}

/// The account of this name with the organizations it belongs to, locked.
pub(crate) async fn account(
    db: &mut PgConnection,
    user_name: &EmailAddress,
) -> Result<Option<(Account, Vec<OrganizationId>)>, sqlx::Error> {
    let Some(user) = sqlx::query!(
        r#"select id, blocked_at is not null as "is_blocked!" from app_user where email = $1 for update"#,
        user_name.key(),
    )
    .fetch_optional(&mut *db)
    .await?
    else {
        return Ok(None);
    };
    let account = Account {
        user: UserId::from_uuid(user.id),
        is_blocked: user.is_blocked,
    };
    let organizations = organizations(db, account.user).await?;
    Ok(Some((account, organizations)))
}

/// The organizations of a user.
pub(crate) async fn organizations(
    db: &mut PgConnection,
    user: UserId,
) -> Result<Vec<OrganizationId>, sqlx::Error> {
    let ids = sqlx::query_scalar!(
        "select organization_id from membership where user_id = $1 order by organization_id",
        user.as_uuid(),
    )
    .fetch_all(db)
    .await?;
    Ok(ids.into_iter().map(OrganizationId::from_uuid).collect())
}

/// Sets a password that the user chose, unless the one that was checked has been replaced or the user blocked
/// meanwhile: checking takes long enough for that.
pub(crate) async fn set_password(
    db: &mut PgConnection,
    user: UserId,
    hash: &str,
    checked: Option<&str>,
) -> Result<bool, sqlx::Error> {
    let set = sqlx::query!(
        "update app_user set password_hash = $2, must_change_password = false
         where id = $1 and password_hash is not distinct from $3 and blocked_at is null",
        user.as_uuid(),
        hash,
        checked
    )
    .execute(db)
    .await?;
    Ok(set.rows_affected() == 1)
}

/// Lets a blocked user in again.
pub(crate) async fn unblock(db: &mut PgConnection, user: UserId) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update app_user set blocked_at = null where id = $1",
        user.as_uuid()
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
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update app_user set password_hash = $2, must_change_password = true where id = $1",
        user.as_uuid(),
        hash,
    )
    .execute(&mut *db)
    .await?;
    crate::account::session::end_all_of(db, user.into_uuid()).await
}

/// Roles by their stable names.
fn codes(roles: RoleSet) -> Vec<String> {
    roles.iter().map(|role| role.code().to_owned()).collect()
}

pub(crate) fn recipient(email: String, language: &str) -> Recipient {
    Recipient {
        email,
        language: Lang::from_tag(language).unwrap_or_default(),
    }
}
