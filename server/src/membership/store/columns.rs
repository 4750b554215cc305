//! Members as columns, for statements that write many.

use tierline_core::{
    Timestamp,
    membership::Member,
    text::search::{SearchText, sort_key},
};
use uuid::Uuid;

use super::is_active;

/// The columns of members, for one statement.
#[derive(Default)]
pub(super) struct Columns {
    pub(super) ids: Vec<Uuid>,
    pub(super) operators: Vec<Uuid>,
    pub(super) accounts: Vec<String>,
    pub(super) names: Vec<String>,
    pub(super) active: Vec<bool>,
    pub(super) locations: Vec<i32>,
    /// The codes with spaces between them: an array cannot have arrays of different lengths.
    pub(super) countries: Vec<String>,
    pub(super) since: Vec<Timestamp>,
    pub(super) bodies: Vec<serde_json::Value>,
    pub(super) versions: Vec<i64>,
    pub(super) sort_keys: Vec<String>,
    pub(super) searches: Vec<String>,
    /// The words for the index, each member's as one value, for the same reason as countries.
    pub(super) words: Vec<serde_json::Value>,
}

impl Columns {
    pub(super) fn add(&mut self, member: &Member, version: i64) -> Result<(), sqlx::Error> {
        let name = member.profiles.first();
        let name = name.map_or_else(|| member.account.to_string(), |it| it.name.to_string());
        let of_profiles = || member.profiles.iter().flat_map(|it| &it.locations);
        let mut countries: Vec<&str> = of_profiles().map(|it| it.country.code()).collect();
        countries.sort_unstable();
        countries.dedup();
        let texts = member.profiles.iter().flat_map(|profile| {
            let locations = profile.locations.iter();
            let locations = locations.flat_map(|it| [it.name.as_str(), it.mpn.as_str()]);
            [profile.name.as_str(), profile.mpn.as_str()]
                .into_iter()
                .chain(locations)
        });
        let search = SearchText::of(texts.chain([member.account.as_str()]));
        self.ids.push(member.id.into_uuid());
        self.operators.push(member.operator.into_uuid());
        self.accounts.push(member.account.key());
        self.sort_keys.push(sort_key(&name));
        self.names.push(name);
        self.active.push(is_active(member));
        self.locations
            .push(i32::try_from(of_profiles().count()).unwrap_or(i32::MAX));
        self.countries.push(countries.join(" "));
        self.since.push(member.since);
        self.bodies
            .push(serde_json::to_value(member).map_err(|error| sqlx::Error::Encode(error.into()))?);
        self.versions.push(version);
        self.searches.push(search.to_string());
        self.words.push(search.indexed("").into());
        Ok(())
    }
}
