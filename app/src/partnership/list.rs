//! The lists of **Indirect resellers** and **Indirect providers** as data: the same list from the two sides.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use super::{
    model::{PartnerRow, PartnersPage},
    words,
};
use crate::{
    error::PortalError,
    i18n::{Lang, iso_day, market},
    list::{
        Listed,
        spec::{Column, Counted, Filter, List, Nothing, Order},
    },
    route,
    ui::words as ui,
    wire::Wire,
};

/// The resellers of the signed-in provider.
#[server(prefix = "/api", endpoint = "resellers", protocol = Wire<GetUrl>)]
pub async fn resellers(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<PartnersPage, PortalError> {
    crate::backend::list::<Resellers>(&query).await
}

/// The providers of the signed-in reseller.
#[server(prefix = "/api", endpoint = "providers", protocol = Wire<GetUrl>)]
pub async fn providers(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<PartnersPage, PortalError> {
    crate::backend::list::<Providers>(&query).await
}

impl Listed for Resellers {
    const PATH: &'static str = route::INDIRECT_RESELLERS;
    type Row = PartnerRow;
    type Page = PartnersPage;
}

impl Listed for Providers {
    const PATH: &'static str = route::INDIRECT_PROVIDERS;
    type Row = PartnerRow;
    type Page = PartnersPage;
}

/// From which side the list is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// A provider sees its resellers.
    ByProvider,
    /// A reseller sees its providers.
    ByReseller,
}

/// The filter by the state of the partnership.
pub const STATE: &str = "filter";

/// The partners of the other side.
#[must_use]
pub fn list(lang: Lang, seen: Seen) -> List<PartnerRow> {
    let (title, path, counted) = match seen {
        Seen::ByProvider => (
            words::resellers(lang),
            route::INDIRECT_RESELLERS,
            Counted {
                one: words::one_reseller(lang),
                several: words::several_resellers,
            },
        ),
        Seen::ByReseller => (
            words::providers(lang),
            route::INDIRECT_PROVIDERS,
            Counted {
                one: words::one_provider(lang),
                several: words::several_providers,
            },
        ),
    };
    // A provider has to know whose orders nobody can place; a reseller could do nothing about it.
    let agreement = (seen == Seen::ByProvider).then(|| {
        Column::text(
            "agreement",
            words::agreement(lang),
            |lang, row: &PartnerRow| signed(lang, row.signed).to_owned(),
        )
        .fit()
    });
    let country = Column::text("country", words::country(lang), |lang, row: &PartnerRow| {
        market::country(lang, row.country).to_owned()
    });
    // Beside the agreement there is no room for it, and resellers are mostly of the provider's own.
    let country = if agreement.is_some() {
        country.on_request()
    } else {
        country
    };
    List {
        lang,
        path,
        title,
        search: words::search(lang),
        dense: false,
        columns: [
            Column::text("name", words::name(lang), |_, row: &PartnerRow| {
                row.partner.name.to_string()
            })
            .sorted(Order::Ascending)
            .always(),
            country,
            Column::text("mpn", words::mpn(lang), |_, row: &PartnerRow| {
                row.mpn.clone().unwrap_or_default()
            })
            .fit(),
            Column::number(
                "customers",
                words::shared_customers(lang),
                |_, row: &PartnerRow| row.shared_customers.to_string(),
            )
            .sortable(),
            Column::text("since", words::since(lang), |_, row: &PartnerRow| {
                iso_day(row.partnership.since)
            })
            .sortable()
            .fit(),
            Column::text("state", words::state(lang), state).fit(),
        ]
        .into_iter()
        .chain(agreement)
        .chain([Column::actions(words::actions(lang))])
        .collect(),
        filters: vec![Filter {
            name: STATE,
            label: words::state(lang),
            any: words::any_state(lang),
        }],
        counted,
        nothing_found: Nothing {
            title: words::none_found(lang),
            why: words::none_found_why(lang),
            show_all: words::show_all(lang),
        },
    }
}

/// Whether a reseller has signed, in a word.
pub(super) fn signed(lang: Lang, signed: bool) -> &'static str {
    if signed {
        words::signed(lang)
    } else {
        words::not_signed(lang)
    }
}

/// As stored: a file is read long after it was made, so it names the day and not what is left until then.
fn state(lang: Lang, row: &PartnerRow) -> String {
    use tierline_core::partnership::State;
    match &row.partnership.state {
        State::Active => ui::active(lang).to_owned(),
        State::Ending { .. } => match row.partnership.ends() {
            Some(at) => format!("{} {}", ui::ending(lang), iso_day(at)),
            None => ui::ending(lang).to_owned(),
        },
        State::Ended { .. } => ui::ended(lang).to_owned(),
    }
}
