//! The countries of the caller's region. They are core's own data, all of them on one page.

use std::cmp::Ordering;

use async_trait::async_trait;
use sqlx::PgConnection;
use tierline_app::{
    i18n::{Lang, market},
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    market::{
        list::{self as spec, Markets, REGION},
        model::{MarketRow, OwnMarkets},
    },
    portal::PortalResult,
};
use tierline_core::{
    access::{self, Action},
    market::{Country, Language},
    organization::Capability,
    text::search::{Search, SearchText},
};

use crate::{
    list::{
        csv::Rows,
        shown::{Entry, Shown},
    },
    organization,
    pipeline::Read,
};

/// The list of countries.
pub(crate) const LISTS: &[Entry] = &[Entry::of::<Markets>()];

impl Shown for Markets {
    type Rows = Seen;
    const FILE: &'static str = "countries";

    async fn rows(read: &mut Read) -> PortalResult<Seen> {
        Seen::of(read).await
    }
}

/// What the caller sees: the region of the own country, or for the operator the whole program.
pub(crate) struct Seen {
    home: Option<Country>,
    language: Language,
}

impl Seen {
    async fn of(read: &mut Read) -> PortalResult<Seen> {
        let actor = read.actor()?;
        let language = market::language(read.language);
        let own = organization::query::organization(read, actor.organization).await?;
        access::authorize_own(&own, &actor, Action::ViewOwn)?;
        let is_operator = own.capabilities.state(Capability::Operator).is_some();
        Ok(Seen {
            home: (!is_operator).then_some(own.country),
            language,
        })
    }

    fn page_of(&self, query: &ListQuery) -> Page<MarketRow> {
        let search = Search::parse(&query.search);
        let region = query.filter(REGION);
        let mut found: Vec<Country> = Country::all_by_name(self.language)
            .filter(|it| self.home.is_none_or(|home| home.region() == it.region()))
            .filter(|it| region.is_empty() || it.region().code() == region)
            .filter(|it| search.words().is_empty() || search.finds(&searched(*it)))
            .collect();
        // Sorting is stable: within what is equal, names stay in the order of the reader's language.
        match query.sort.trim_start_matches('-') {
            "code" => found.sort_by_key(|it| it.code()),
            "region" => found.sort_by_key(|it| it.region()),
            "currency" => found.sort_by(by_currency),
            _ => {}
        }
        if query.sort.starts_with('-') {
            found.reverse();
        }
        Page {
            total: found.len().try_into().unwrap_or(u64::MAX),
            is_at_least: false,
            rows: found
                .into_iter()
                .map(|country| MarketRow { country })
                .collect(),
            next: None,
            previous: None,
        }
    }
}

/// Countries in which nothing is sold come last.
fn by_currency(first: &Country, second: &Country) -> Ordering {
    let key = |it: &Country| {
        let currency = it.currency();
        (currency.is_none(), currency.map(|it| it.code()))
    };
    key(first).cmp(&key(second))
}

/// A country is found by its names in all languages, by its code, and by its currency's.
fn searched(country: Country) -> SearchText {
    let currency = country.currency().map(|it| it.code());
    let names = [
        Language::English,
        Language::TraditionalChinese,
        Language::SimplifiedChinese,
    ]
    .map(|language| country.name(language));
    SearchText::of(names.into_iter().chain([country.code()]).chain(currency))
}

#[async_trait]
impl Rows for Seen {
    type Row = MarketRow;
    type Page = OwnMarkets;

    async fn page(
        &self,
        _: &mut PgConnection,
        query: &ListQuery,
        _: usize,
        _: bool,
    ) -> PortalResult<Page<MarketRow>> {
        Ok(self.page_of(query))
    }

    fn spec(&self, lang: Lang) -> List<MarketRow> {
        spec::list(lang, self.home.is_none())
    }

    async fn around(
        self,
        found: Page<MarketRow>,
        _: &ListQuery,
        _: &mut PgConnection,
    ) -> PortalResult<OwnMarkets> {
        Ok(OwnMarkets {
            home: self.home,
            countries: found,
        })
    }
}

#[cfg(test)]
mod tests;
