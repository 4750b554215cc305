//! Invitations and their links, as the portal's pages send and follow them.

use tierline_app::portal::NewInvitation;
use tierline_app::portal::all::*;
use tierline_core::{
    ids::OrganizationId,
    invitation::{Delivery, Language, Message},
    relationship::{GrantSet, Side},
};
use tierline_tests::demo::token_in;

use crate::{
    apart::{NO_LINK, SEND_IS_RESEND, SIDE_IS_GIVEN},
    data::{Draft, DraftKind},
    judge,
    step::{Stop, request},
    world::World,
};

/// Drafted, sent and accepted in one go, under an alias that no scenario uses.
pub(crate) async fn agreed(
    world: &mut World,
    inviter: &str,
    other: &str,
    new: &Draft,
    grants: Vec<(OrganizationId, GrantSet)>,
) -> Result<(), Stop> {
    let alias = format!("{inviter} to {other}");
    let (agent, admin) = (
        format!("{inviter}/admin_agent"),
        format!("{other}/global_admin"),
    );
    draft(world, Some(&agent), &alias, new).await?;
    send(world, Some(&agent), &alias, Delivery::Portal, false).await?;
    accept(world, Some(&admin), &alias, None, true, grants).await
}

pub(crate) async fn draft(
    world: &mut World,
    user: Option<&str>,
    alias: &str,
    new: &Draft,
) -> Result<(), Stop> {
    let own = user.and_then(|user| user.split_once('/')).unwrap().0;
    let kind = match new.kind {
        DraftKind::Partnership => NewInvitation::Partnership,
        DraftKind::Relationship => {
            let given = Side::asked_by(&world.organization(own).capabilities);
            if new.side != Some(given) {
                return Err(Stop::NoWay(SIDE_IS_GIVEN));
            }
            NewInvitation::Relationship
        }
        DraftKind::JointRelationship => {
            NewInvitation::Joint(world.organization(new.provider.as_deref().unwrap()).id)
        }
    };
    let message = message(world, &new.to, new.link_in_text);
    let portal = world.portal(user).await;
    let id = portal.draft_invitation(kind, message, request()).await?;
    world.invitations.insert(alias.to_owned(), id);
    Ok(())
}

pub(crate) async fn edit(
    world: &mut World,
    user: Option<&str>,
    alias: &str,
    to: &str,
    link_in_text: bool,
) -> Result<(), Stop> {
    let (id, message) = (world.invitation(alias), message(world, to, link_in_text));
    let portal = world.portal(user).await;
    Ok(portal.edit_invitation(id, message, None, request()).await?)
}

/// Sends, and keeps the new link's token, as its recipient would.
pub(crate) async fn send(
    world: &mut World,
    user: Option<&str>,
    alias: &str,
    delivery: Delivery,
    again: bool,
) -> Result<(), Stop> {
    let id = world.invitation(alias);
    let status: String = sqlx::query_scalar("select status from invitation where id = $1")
        .bind(id.as_uuid())
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    if again == (status == "draft") {
        return Err(Stop::NoWay(SEND_IS_RESEND));
    }
    let portal = world.portal(user).await;
    portal.send_invitation(id, delivery, request()).await?;
    let text = match delivery {
        Delivery::OwnMail => portal.kept_link(id).unwrap(),
        Delivery::Portal => sqlx::query_scalar(
            "select text_body from mail where kind = 'invitation' order by id desc limit 1",
        )
        .fetch_one(&world.state.pool)
        .await
        .unwrap(),
    };
    world.links.entry(id).or_default().push(token_in(&text));
    Ok(())
}

/// The token of a link by its number; without a number, the newest.
pub(crate) fn token(world: &World, alias: &str, link: Option<u32>) -> Result<String, Stop> {
    let links = world.links.get(&world.invitation(alias));
    let links = links.map(Vec::as_slice).unwrap_or_default();
    let found = match link {
        Some(number) => links.get(usize::try_from(number).unwrap() - 1),
        None => links.last(),
    };
    found.cloned().ok_or(Stop::NoWay(NO_LINK))
}

pub(crate) async fn look(world: &mut World, alias: &str, link: Option<u32>) -> Result<(), Stop> {
    let token = token(world, alias, link)?;
    let page = world.portal(None).await.link(&token).await?;
    judge::page_says(page.open)
}

pub(crate) async fn open(world: &mut World, alias: &str, link: Option<u32>) -> Result<(), Stop> {
    let token = token(world, alias, link)?;
    Ok(world.portal(None).await.open_link(&token).await?)
}

pub(crate) async fn accept(
    world: &mut World,
    user: Option<&str>,
    alias: &str,
    link: Option<u32>,
    confirmed: bool,
    grants: Vec<(OrganizationId, GrantSet)>,
) -> Result<(), Stop> {
    let token = token(world, alias, link)?;
    let portal = world.portal(user).await;
    portal.accept(&token, confirmed, grants, request()).await?;
    Ok(())
}

fn message(world: &World, to: &str, link_in_text: bool) -> Message {
    let known = world.organizations.get(to);
    let domain = known.map_or("nobody.example", |it| it.domain.as_str());
    let text = if link_in_text {
        "Please open {link}"
    } else {
        "Please open the link"
    };
    Message {
        recipient: format!("anna@{domain}").parse().unwrap(),
        language: Language::English,
        subject: "Work with us".parse().unwrap(),
        text: text.parse().unwrap(),
    }
}
