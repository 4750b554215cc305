//! Accounts and memberships, as far as signing in needs them.

use chrono::{DateTime, Utc};
use sqlx::{PgPool, types::Json};
use tierline_app::account::model::session::DemoAccount;
use tierline_core::{
    organization::Capabilities,
    role::{Role, RoleSet},
};
use uuid::Uuid;

/// The part of an account that signing in needs.
pub(crate) struct Account {
    pub id: Uuid,
    pub email: String,
    /// None for a user who has never had one: an account to be invited, or one of the demo.
    pub password_hash: Option<String>,
    /// Whether signing in asks for a second factor too.
    pub has_second_factor: bool,
}

/// The account of this address, which is in lower case.
pub(crate) async fn by_email(pool: &PgPool, email: &str) -> Result<Option<Account>, sqlx::Error> {
    sqlx::query_as!(
        Account,
        "select id, email, password_hash, has_second_factor from app_user where email = $1 and blocked_at is null",
        email
    )
    .fetch_optional(pool)
    .await
}

/// The account of this id.
pub(crate) async fn by_id(pool: &PgPool, id: Uuid) -> Result<Option<Account>, sqlx::Error> {
    sqlx::query_as!(
        Account,
        "select id, email, password_hash, has_second_factor from app_user where id = $1 and blocked_at is null",
        id
    )
    .fetch_optional(pool)
    .await
}

/// The user's organization, if there is exactly one.
pub(crate) async fn only_organization(
    pool: &PgPool,
    user: Uuid,
) -> Result<Option<Uuid>, sqlx::Error> {
    let organizations = sqlx::query_scalar!(
        "select organization_id from membership where user_id = $1 and blocked_at is null limit 2",
        user
    )
    .fetch_all(pool)
    .await?;
    Ok(match organizations.as_slice() {
        [only] => Some(*only),
        _ => None,
    })
}

/// Whether the user may act for this organization.
pub(crate) async fn is_member(
    pool: &PgPool,
    user: Uuid,
    organization: Uuid,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (
               select from membership where organization_id = $1 and user_id = $2 and blocked_at is null
           ) as "exists!""#,
        organization,
        user
    )
    .fetch_one(pool)
    .await
}

/// Notes the time of the user's latest sign-in.
pub(crate) async fn note_sign_in(
    pool: &PgPool,
    user: Uuid,
    now: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update app_user set signed_in_at = $2 where id = $1",
        user,
        now
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// The users of the demo in order of creation, one line for each of their organizations.
pub(crate) async fn demo_accounts(pool: &PgPool) -> Result<Vec<DemoAccount>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select u.name as user_name, u.email, o.name as organization,
              o.capabilities as "capabilities: Json<Capabilities>", m.roles
           from membership m
           join organization o on o.id = m.organization_id
           join app_user u on u.id = m.user_id
           where u.blocked_at is null and m.blocked_at is null
           order by u.created_at, u.id, o.name limit 60"#
    )
    .fetch_all(pool)
    .await?;
    let accounts = rows.into_iter().map(|row| DemoAccount {
        user_name: row.user_name,
        email: row.email,
        organization: row.organization,
        capabilities: row.capabilities.0,
        roles: roles(&row.roles),
    });
    Ok(accounts.collect())
}

/// Roles by their stable names; a name that this version does not know grants nothing.
fn roles(names: &[String]) -> RoleSet {
    names
        .iter()
        .filter_map(|name| name.parse::<Role>().ok())
        .collect()
}
