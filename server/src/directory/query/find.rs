//! **Find a provider**.

use sqlx::types::Json;
use tierline_app::{
    directory::model::{Card, FindPage},
    i18n::market,
    list::model::ListQuery,
    portal::PortalResult,
};
use tierline_core::{
    directory::{Listing, Service, is_shown},
    ids::ListingId,
    market::{Country, Region},
    organization::{Capabilities, Capability, CapabilityState},
};
use uuid::Uuid;

use crate::{
    list::{
        SIZE, in_order,
        source::{Index, Part, Sort, SortKey, Source, Wanted},
    },
    organization::query::failed,
    pipeline::Read,
};

/// As many characters of a text stand in the list.
const EXCERPT: usize = 200;

static SHOWN: Source = Source {
    from: "listing",
    id: "id",
    search: "search",
    index: Some(Index {
        key: "sort_key",
        words: "published_at is not null and words",
    }),
    sorts: &[Sort {
        name: "name",
        key: SortKey::Text("sort_key"),
    }],
    own: "name",
};

/// The condition that the directory shows a listing: core says of which state of the capability.
pub(super) fn shown_states() -> Vec<String> {
    use CapabilityState as S;
    [
        S::Enrolling,
        S::Qualified,
        S::Active,
        S::Offboarding,
        S::Suspended,
        S::Ended,
    ]
    .into_iter()
    .filter(|state| is_shown(&Capabilities::default().with(Capability::IndirectProvider, *state)))
    .filter_map(|state| {
        serde_json::to_value(state)
            .ok()?
            .as_str()
            .map(str::to_owned)
    })
    .collect()
}

/// The providers that the directory shows, by name or by how near they are to a country.
pub(crate) async fn find(read: &mut Read, query: &ListQuery) -> PortalResult<FindPage> {
    let mut conditions = vec![vec![
        Part::Sql("published_at is not null and provider_state = any("),
        Part::Texts(shown_states()),
        Part::Sql(")"),
    ]];
    let place = query.filter("place");
    if let Ok(country) = Country::parse(place) {
        conditions.push(in_country(country));
    } else if let Ok(region) = place.parse::<Region>() {
        conditions.push(vec![
            Part::Sql("region = "),
            Part::Text(region.code().to_owned()),
        ]);
    }
    if let Ok(service) = query.filter("service").parse::<Service>() {
        conditions.push(vec![
            Part::Text(service.code().to_owned()),
            Part::Sql(" = any(services)"),
        ]);
    }
    // The list has one order; what is turned round is none of its addresses.
    let query = ListQuery {
        sort: String::new(),
        ..query.clone()
    };
    let mut wanted = Wanted::new(&SHOWN, &query, conditions).short();
    if !query.filter("place").is_empty() || !query.filter("service").is_empty() {
        wanted = wanted.counting_few();
    }
    let found = match Country::parse(query.filter("near")) {
        Ok(country) => wanted.grouped(read.db(), &nearest(country), SIZE).await,
        Err(_) => wanted.page(read.db(), SIZE).await,
    };
    let found = found.map_err(failed)?;
    let total = wanted.total(read.db()).await.map_err(failed)?;
    let rows = cards(read, &found.rows).await?;
    Ok(FindPage {
        providers: found.with(rows, total),
    })
}

fn in_country(country: Country) -> Vec<Part> {
    vec![
        Part::Sql("countries @> "),
        Part::Texts(vec![country.code().to_owned()]),
    ]
}

/// The rows in the order of core's `Nearness`: with a location in the country, in its region, elsewhere.
fn nearest(country: Country) -> [Vec<Part>; 3] {
    let region = || Part::Text(country.region().code().to_owned());
    let code = || Part::Texts(vec![country.code().to_owned()]);
    [
        in_country(country),
        vec![
            Part::Sql("region = "),
            region(),
            Part::Sql(" and not countries @> "),
            code(),
        ],
        vec![Part::Sql("region <> "), region()],
    ]
}

async fn cards(read: &mut Read, ids: &[Uuid]) -> PortalResult<Vec<Card>> {
    let language = market::language(read.language);
    let rows = sqlx::query!(
        r#"select id, body as "body: Json<Listing>" from listing where id = any($1)"#,
        ids,
    )
    .fetch_all(read.db())
    .await
    .map_err(failed)?;
    let rows = in_order(ids, rows, |row| row.id);
    let cards = rows.into_iter().filter_map(|row| {
        let profile = row.body.0.published?.profile;
        let text = profile.text(language).map(ToString::to_string);
        Some(Card {
            id: ListingId::from_uuid(row.id),
            name: profile.name.to_string(),
            logo: profile.logo,
            text: excerpt(&text.unwrap_or_default()),
            countries: profile.countries().into_iter().collect(),
            services: profile.services,
        })
    });
    Ok(cards.collect())
}

/// The beginning of a text, on one line.
fn excerpt(text: &str) -> String {
    let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = line.char_indices().nth(EXCERPT) {
        line.truncate(end);
        line.push('…');
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_characters() {
        assert_eq!(excerpt("a\n\n b"), "a b");
        let long = "雲".repeat(EXCERPT + 1);
        assert_eq!(excerpt(&long).chars().count(), EXCERPT + 1);
    }

    #[test]
    fn core_says_whose_listing_is_shown() {
        assert_eq!(shown_states(), ["active"]);
    }
}
