//! What the operator decides about a partner's place in the program.

use tierline_app::portal::all::*;
use tierline_core::{
    organization::{Offboard, ReviewAccount},
    text::Reason,
};

use crate::{
    data::What,
    step::{Stop, request},
    world::World,
};

pub(crate) async fn run(world: &mut World, user: Option<&str>, what: &What) -> Result<(), Stop> {
    let reason: Reason = "as was agreed".parse().unwrap();
    let portal = world.portal(user).await;
    match what {
        What::Suspend { organization } => {
            let id = world.organization(organization).id;
            portal
                .change_suspension(id, true, reason, request())
                .await?;
        }
        What::Lift { organization } => {
            let id = world.organization(organization).id;
            portal
                .change_suspension(id, false, reason, request())
                .await?;
        }
        What::ReviewAccount { organization } => {
            let id = world.organization(organization).id;
            portal
                .review_customer(id, ReviewAccount::Begin, reason, request())
                .await?;
        }
        What::EndReview { organization } => {
            let id = world.organization(organization).id;
            portal
                .review_customer(id, ReviewAccount::End, reason, request())
                .await?;
        }
        What::Mark { organization } => {
            let id = world.organization(organization).id;
            let mark = Offboard::Mark { from: None };
            portal
                .change_offboarding(id, mark, reason, request())
                .await?;
        }
        What::AddCapability {
            organization,
            capability,
        } => {
            let id = world.organization(organization).id;
            portal
                .add_capability(id, *capability, reason, request())
                .await?;
        }
        What::MoveTo {
            organization,
            country,
        } => {
            let id = world.organization(organization).id;
            portal
                .change_country(id, *country, reason, request())
                .await?;
        }
        other => unreachable!("{other:?} is not about a place in the program"),
    }
    Ok(())
}
