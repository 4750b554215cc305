//! The registry of the demo world: a member for each partner, with the location that is associated, and some with more.

use chrono::TimeDelta;
use sqlx::PgPool;
use tierline_core::{
    Timestamp,
    ids::MemberId,
    membership::{Event, Location, Member, Profile},
};

use super::{DemoError, PASSWORD, organizations, past, people, random};
use crate::account::hash;

/// A location beside the associated one: its domain, MPN ID, name, country, and whether it is active.
type More = (&'static str, &'static str, &'static str, &'static str, bool);

const MORE: &[More] = &[
    (
        "contoso-distribution.example",
        "4586301",
        "Contoso Distribution Kaohsiung",
        "TW",
        true,
    ),
    (
        "contoso-distribution.example",
        "4586302",
        "Contoso Distribution Tokyo",
        "JP",
        true,
    ),
    (
        "fabrikam-distribution.example",
        "4586311",
        "Fabrikam Distribution Wien",
        "AT",
        true,
    ),
    (
        "fabrikam-distribution.example",
        "4586312",
        "Fabrikam Distribution Bremen",
        "DE",
        false,
    ),
    (
        "fourthcoffee.example",
        "5120101",
        "Fourth Coffee Cloud Taichung",
        "TW",
        false,
    ),
    (
        "relecloud.example",
        "5120151",
        "Relecloud Zürich",
        "CH",
        true,
    ),
    // Its partner has postponed the step: two locations in two countries, and one that is not active.
    (
        "margiescloud.example",
        "5120901",
        "Margie's Cloud Kuala Lumpur",
        "MY",
        true,
    ),
    (
        "margiescloud.example",
        "5120902",
        "Margie's Cloud Singapore",
        "SG",
        true,
    ),
    (
        "margiescloud.example",
        "5120903",
        "Margie's Cloud Penang",
        "MY",
        false,
    ),
];

/// A member that is no organization of the program when the story begins: its domain, its name, its only location.
pub(super) const NEWCOMER: (&str, &str, &str, &str) = (
    "consolidated-cloud.example",
    "Consolidated Cloud",
    "5120951",
    "NL",
);

/// Inserts the members, registered before the story begins. Their accounts are `mpn@` at the partners' domains, with
/// the password of everyone in the demo.
pub(super) async fn insert(pool: &PgPool, now: Timestamp) -> Result<(), DemoError> {
    let operator = organizations::named("Tierline Demo Program")?.id();
    let by = people::first_of("Tierline Demo Program")?.id();
    let password = hash(PASSWORD).await?;
    let mut transaction = pool.begin().await?;
    let partners = organizations::ALL
        .iter()
        .filter(|it| it.capabilities().is_partner());
    let mut members: Vec<(&str, &str, Vec<_>)> = Vec::new();
    for it in partners {
        let own = it.mpn.map(|mpn| (mpn, it.name, it.country, true));
        let more = MORE.iter().filter(|(domain, ..)| *domain == it.domain);
        let more = more.map(|(_, mpn, name, country, active)| (*mpn, *name, *country, *active));
        members.push((it.domain, it.name, own.into_iter().chain(more).collect()));
    }
    let (domain, name, mpn, country) = NEWCOMER;
    members.push((domain, name, vec![(mpn, name, country, true)]));
    for (index, (domain, name, locations)) in (0_i64..).zip(members) {
        let at = now - TimeDelta::days(450) + TimeDelta::minutes(index);
        let locations = locations.into_iter().map(location);
        let registered = Event::Registered {
            operator,
            account: account(domain).parse().map_err(DemoError::written)?,
            profiles: vec![Profile {
                mpn: (8_100_000 + index)
                    .to_string()
                    .parse()
                    .map_err(DemoError::written)?,
                name: name.parse().map_err(DemoError::written)?,
                is_active: true,
                locations: locations.collect::<Result<_, _>>()?,
            }],
            at,
            by,
        };
        let id = MemberId::from_uuid(random::id("member", domain));
        let password = Some(password.clone());
        past::begin::<Member>(&mut transaction, id, vec![registered], password, at).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// The user name of the member's account.
pub(super) fn account(domain: &str) -> String {
    format!("mpn@{domain}")
}

fn location(
    (mpn, name, country, is_active): (&str, &str, &str, bool),
) -> Result<Location, DemoError> {
    Ok(Location {
        mpn: mpn.parse().map_err(DemoError::written)?,
        name: name.parse().map_err(DemoError::written)?,
        country: country.parse().map_err(DemoError::written)?,
        is_active,
    })
}
