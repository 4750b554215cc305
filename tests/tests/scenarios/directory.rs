//! The directory: what a provider proposes, and who asks it to partner.

use tierline_app::portal::all::*;
use tierline_core::{
    directory::{Command, Decision},
    ids::{AskId, ListingId, OrganizationId},
};
use uuid::Uuid;

use crate::{
    data::What,
    entered::profile,
    step::{Stop, own, request},
    world::World,
};

/// The latest message of a reseller to a provider.
const ASK: &str = "select id from partner_ask
     where reseller_id = $1 and provider_id = $2 order by asked_at desc, id desc limit 1";

pub(crate) async fn run(world: &mut World, user: Option<&str>, what: &What) -> Result<(), Stop> {
    let portal = world.portal(user).await;
    match what {
        What::Propose { name, country } => {
            let profile = profile(name, *country);
            for command in [Command::Save { profile }, Command::Submit] {
                portal.change_listing(command, None, request()).await?;
            }
        }
        What::TakeBackProposal => {
            portal
                .change_listing(Command::Withdraw, None, request())
                .await?;
        }
        What::DecideListing {
            provider,
            number,
            rejects,
        } => {
            let id = listing(world, world.organization(provider).id).await;
            let decision = match rejects {
                None => Decision::Approve,
                Some(reason) => Decision::Reject {
                    reason: reason.clone(),
                },
            };
            portal
                .review_listing(id, *number, decision, request())
                .await?;
        }
        What::AskPartner { provider } => {
            let id = listing(world, world.organization(provider).id).await;
            let message = "We would like to work with you.".parse().unwrap();
            portal.ask_to_partner(id, message, request()).await?;
        }
        What::DeclineAsk { reseller, reason } => {
            let reseller = world.organization(reseller).id;
            let provider = world.organization(own(user)).id;
            let id = ask(world, reseller, provider).await;
            portal.decline_ask(id, reason.clone(), request()).await?;
        }
        What::WithdrawAsk { provider } => {
            let provider = world.organization(provider).id;
            let reseller = world.organization(own(user)).id;
            let id = ask(world, reseller, provider).await;
            portal.withdraw_ask(id, request()).await?;
        }
        other => unreachable!("{other:?} is not about the directory"),
    }
    Ok(())
}

async fn listing(world: &World, provider: OrganizationId) -> ListingId {
    let id: Uuid = sqlx::query_scalar("select id from listing where provider_id = $1")
        .bind(provider.as_uuid())
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    id.into()
}

async fn ask(world: &World, reseller: OrganizationId, provider: OrganizationId) -> AskId {
    let id = world.id_between(ASK, reseller, provider).await;
    id.expect("a message").into()
}
