//! Listings and messages, through Postgres.

mod asks;
mod found;
mod logos;
mod proposals;
mod reviewing;

use tierline_app::portal::all::*;
use tierline_core::{
    directory::{Command, Contact, Decision, Location, Profile, ProfileText, Service},
    ids::ListingId,
    market::Language,
};

use crate::testing::world::{Person, World, request};

/// A profile with this name, and a location in each of these countries.
fn profile(name: &str, countries: &[&str]) -> Profile {
    Profile {
        name: name.parse().unwrap(),
        logo: None,
        texts: vec![ProfileText {
            language: Language::English,
            text: format!("{name} sells clouds.").parse().unwrap(),
        }],
        services: vec![Service::Support],
        locations: countries
            .iter()
            .map(|country| Location {
                country: country.parse().unwrap(),
                url: format!("https://provider.example/{country}")
                    .parse()
                    .unwrap(),
            })
            .collect(),
        contact: Contact {
            email: "partners@provider.example".parse().unwrap(),
            phone: None,
        },
    }
}

async fn proposed(world: &World, by: &Person, profile: Profile) {
    let portal = world.portal(by);
    for command in [Command::Save { profile }, Command::Submit] {
        portal
            .change_listing(command, None, request())
            .await
            .unwrap();
    }
}

/// The provider's listing, with the number of its latest proposal.
async fn listing(world: &World, of: &Person) -> (ListingId, u32) {
    let page = world.portal(of).own_listing().await.unwrap();
    let listing = page.listing.unwrap();
    let number = listing.proposal.map_or(0, |proposal| proposal.number);
    (listing.id, number)
}

async fn shown(world: &World, by: &Person, profile: Profile) -> ListingId {
    proposed(world, by, profile).await;
    let (id, number) = listing(world, by).await;
    let operator = world.portal(&world.operator);
    operator
        .review_listing(id, number, Decision::Approve, request())
        .await
        .unwrap();
    id
}
