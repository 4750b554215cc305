//! The registry of members: what the operator keeps, and the MPN IDs that partners associate.

use tierline_app::portal::all::*;
use tierline_core::{ids::MemberId, text::EmailAddress};

use crate::{
    entered::{Keep, OwnMpn, location, new_member},
    step::{Stop, request},
    world::World,
};

/// The password of every member's account.
const PASSWORD: &str = "seven calm harbors";

pub(crate) async fn keep(world: &mut World, user: Option<&str>, act: &Keep) -> Result<(), Stop> {
    let portal = world.portal(user).await;
    match act {
        Keep::Register {
            account,
            profile,
            locations,
        } => {
            let new = new_member(account, profile, locations);
            let registered = portal.register_member(new, Some(PASSWORD), request());
            let id = registered.await?;
            world.members.insert(account.key(), id);
        }
        Keep::Location {
            account,
            mpn,
            country,
            inactive,
        } => {
            let edit = location(mpn, *country, !inactive);
            let id = member(world, account);
            portal.edit_member(id, edit, None, request()).await?;
        }
        Keep::Password { account } => {
            let id = member(world, account);
            portal.set_member_password(id, PASSWORD, request()).await?;
        }
    }
    Ok(())
}

fn member(world: &World, account: &EmailAddress) -> MemberId {
    world.members[&account.key()]
}

pub(crate) async fn identify(
    world: &mut World,
    user: Option<&str>,
    act: &OwnMpn,
) -> Result<(), Stop> {
    let portal = world.portal(user).await;
    match act {
        OwnMpn::SignIn { account } => {
            portal.prove_membership(account.as_str(), PASSWORD).await?;
        }
        OwnMpn::Associate { mpn } => portal.associate_mpn(mpn.clone(), request()).await?,
        OwnMpn::Add { profile } => {
            let name = "Member Clouds South".parse().unwrap();
            portal
                .add_location(profile.clone(), name, request())
                .await?;
        }
    }
    Ok(())
}
