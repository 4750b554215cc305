//! What the operator's reviewers do with cases.

use tierline_app::portal::all::*;
use tierline_core::ids::EnrollmentId;
use uuid::Uuid;

use crate::{
    data::What,
    entered::ruling,
    step::{Stop, request},
    world::World,
};

pub(crate) async fn run(world: &mut World, user: Option<&str>, what: &What) -> Result<(), Stop> {
    let (company, command) = match what {
        What::Review {
            company,
            check,
            fails,
        } => (company, ruling(*check, *fails)),
        What::Case { company, act } => (company, act.command(|name| world.people[name].user)),
        other => unreachable!("{other:?} is not about a case"),
    };
    let id: Uuid = sqlx::query_scalar("select id from enrollment where organization_id = $1")
        .bind(world.organization(company).id.as_uuid())
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    let id = EnrollmentId::from_uuid(id);
    let portal = world.portal(user).await;
    portal.change_case(id, command, None, request()).await?;
    Ok(())
}
