//! Logos, from the file to what everybody sees.

use image::ImageFormat;
use tierline_app::{error::PortalError, portal::all::*};
use tierline_core::{
    digest::Sha256,
    directory::{Command, Decision, LogoSize, Profile},
};

use super::{listing, profile, proposed, shown};
use crate::{
    directory::{LogoUpload, picture, query},
    testing::world::{Person, World, refused, request},
};

/// A logo of this width, uploaded by this person.
async fn uploaded(world: &World, by: &Person, wide: u32) -> Result<Sha256, PortalError> {
    let mut upload = LogoUpload::begin(world.portal(by).call()).await?;
    upload.write(&picture(wide, 100, ImageFormat::Png))?;
    upload.end().await
}

fn with_logo(logo: Sha256) -> Profile {
    Profile {
        logo: Some(logo),
        ..profile("Contoso", &["TW"])
    }
}

async fn seen(world: &World, by: Option<&Person>, logo: Sha256) -> bool {
    let portal = by.map_or_else(|| world.nobody(), |by| world.portal(by));
    let mut read = portal.read().await.unwrap();
    let found = query::logo(&mut read, logo, LogoSize::Small).await;
    match found {
        Ok(logo) => logo.bytes.starts_with(b"\x89PNG"),
        Err(PortalError::NotFound) => false,
        Err(other) => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_logo_is_everybodys_once_it_was_approved() {
    let world = World::new().await;
    let by = &world.provider;
    let logo = uploaded(&world, by, 300).await.unwrap();
    proposed(&world, by, with_logo(logo)).await;
    assert!(!seen(&world, None, logo).await);
    assert!(!seen(&world, Some(&world.other_provider), logo).await);
    assert!(seen(&world, Some(by), logo).await);
    assert!(seen(&world, Some(&world.operator), logo).await);
    let (id, number) = listing(&world, by).await;
    world
        .portal(&world.operator)
        .review_listing(id, number, Decision::Approve, request())
        .await
        .unwrap();
    assert!(seen(&world, None, logo).await);
    let page = world.nobody().provider_profile(id).await.unwrap();
    assert_eq!(page.profile.logo, Some(logo));
    // It goes by another change, and stays in the version that had it.
    shown(&world, by, profile("Contoso", &["TW"])).await;
    let page = world.nobody().provider_profile(id).await.unwrap();
    assert_eq!(page.profile.logo, None);
    let page = world.portal(by).own_listing().await.unwrap();
    let logos: Vec<_> = page.versions.iter().map(|it| it.profile.logo).collect();
    assert_eq!(logos, [None, Some(logo)]);
    assert!(seen(&world, None, logo).await);
}

#[tokio::test]
async fn a_logo_is_its_providers() {
    let world = World::new().await;
    let logo = uploaded(&world, &world.provider, 300).await.unwrap();
    let other = world.portal(&world.other_provider);
    let profile = with_logo(logo);
    let taken = other
        .change_listing(Command::Save { profile }, None, request())
        .await;
    assert_eq!(taken, Err(PortalError::NotFound));
    // The same picture, uploaded by both, is both's.
    let same = uploaded(&world, &world.other_provider, 300).await.unwrap();
    assert_eq!(same, logo);
    proposed(&world, &world.other_provider, with_logo(logo)).await;
    // A reseller proposes nothing, and uploads nothing.
    let reseller = uploaded(&world, &world.reseller, 300).await;
    assert_eq!(refused(reseller), "capability_inactive");
}

#[tokio::test]
async fn logos_that_nothing_has_do_not_pile_up() {
    let world = World::new().await;
    let by = &world.provider;
    let first = uploaded(&world, by, 150).await.unwrap();
    proposed(&world, by, with_logo(first)).await;
    for wide in 200..214 {
        uploaded(&world, by, wide).await.unwrap();
    }
    let kept = "select count(*) from listing_logo";
    assert_eq!(world.count(kept).await, 11);
    assert!(seen(&world, Some(by), first).await);
}
