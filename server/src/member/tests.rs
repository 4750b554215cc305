//! Users of an organization through the portal and PostgreSQL.

mod changes;
mod help;
mod invitations;
mod narrowed;
mod operator;
mod passwords;
mod restore;

use tierline_core::{
    group::Narrowing,
    ids::{OrganizationId, UserId},
    member::NewMember,
    role::{Role, RoleSet},
};

use crate::testing::world::{Person, World};

/// A new colleague with one role.
fn new(address: &str, role: Role) -> NewMember {
    NewMember {
        address: address.parse().unwrap(),
        name: "Mia Kern".parse().unwrap(),
        roles: RoleSet::of(&[role]),
        customers: Narrowing::All,
    }
}

/// The token in the newest mail of this kind.
async fn token(world: &World, kind: &str) -> String {
    let text: String = sqlx::query_scalar(
        "select text_body from mail where kind = $1 order by created_at desc, id desc limit 1",
    )
    .bind(kind)
    .fetch_one(&world.state.pool)
    .await
    .unwrap();
    let mut words = text.split(|letter: char| !letter.is_ascii_hexdigit());
    words
        .rfind(|word| word.len() == 64)
        .unwrap_or_else(|| panic!("no link in {text}"))
        .to_owned()
}

/// The roles of a user in an organization as stored; none for who is no member.
async fn stored_roles(
    world: &World,
    user: UserId,
    organization: OrganizationId,
) -> Option<Vec<String>> {
    sqlx::query_scalar("select roles from membership where user_id = $1 and organization_id = $2")
        .bind(user.into_uuid())
        .bind(organization.into_uuid())
        .fetch_optional(&world.state.pool)
        .await
        .unwrap()
}

/// Puts a session of the person into the database.
async fn session(world: &World, person: &Person) {
    let secret = rand::random::<[u8; 32]>().to_vec();
    sqlx::query(
        "insert into session (id_hash, user_id, organization_id, expires_at)
         values ($1, $2, $3, now() + interval '1 hour')",
    )
    .bind(secret)
    .bind(person.user.into_uuid())
    .bind(person.organization.into_uuid())
    .execute(&world.state.pool)
    .await
    .unwrap();
}

async fn sessions(world: &World, user: UserId) -> i64 {
    sqlx::query_scalar("select count(*) from session where user_id = $1")
        .bind(user.into_uuid())
        .fetch_one(&world.state.pool)
        .await
        .unwrap()
}
