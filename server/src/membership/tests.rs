//! The registry through the portal and PostgreSQL.

mod associate;
mod import;
mod keep;

use tierline_core::{
    ids::MemberId,
    membership::{Event, Location, Member, Profile},
};
use uuid::Uuid;

use crate::{
    account::hash,
    demo::past,
    testing::world::{Person, World},
};

/// The password of members' accounts.
const PASSWORD: &str = "seven calm harbors";

/// A location in this country.
fn location(mpn: &str, country: &str, is_active: bool) -> Location {
    Location {
        mpn: mpn.parse().unwrap(),
        name: format!("Fabrikam {country}").parse().unwrap(),
        country: country.parse().unwrap(),
        is_active,
    }
}

/// A profile with these locations.
fn profile(mpn: &str, locations: Vec<Location>) -> Profile {
    Profile {
        mpn: mpn.parse().unwrap(),
        name: "Fabrikam".parse().unwrap(),
        is_active: true,
        locations,
    }
}

/// A member with two locations in Taiwan, one of them inactive, and one in Germany.
async fn member(world: &World, account: &str) -> MemberId {
    let id = MemberId::from_uuid(Uuid::now_v7());
    let registered = Event::Registered {
        operator: world.operator.organization,
        account: account.parse().unwrap(),
        profiles: vec![profile(
            "7100000",
            vec![
                location("7100001", "TW", true),
                location("7100002", "DE", true),
                location("7100003", "TW", false),
            ],
        )],
        at: world.now(),
        by: world.operator.user,
    };
    let mut db = world.state.pool.acquire().await.unwrap();
    let password = hash(PASSWORD).await.unwrap();
    past::begin::<Member>(&mut db, id, vec![registered], Some(password), world.now())
        .await
        .unwrap();
    id
}

/// Takes the MPN ID from the person's organization, as if it had postponed that step.
async fn postpone(world: &World, person: &Person) {
    sqlx::query("update organization set mpn = null where id = $1")
        .bind(person.organization.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
}

/// Associates this MPN ID with the person's organization, as if it had done so.
async fn in_use(world: &World, person: &Person, mpn: &str) {
    sqlx::query("update organization set mpn = $2 where id = $1")
        .bind(person.organization.into_uuid())
        .bind(mpn)
        .execute(&world.state.pool)
        .await
        .unwrap();
}
