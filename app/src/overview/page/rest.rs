//! What waits beyond the items of a kind that are here, and where all of it is.

use leptos::prelude::*;
use tierline_core::invitation::Kind;

use super::kind::ItemKind;
use crate::{
    i18n::{Lang, number},
    overview::{
        model::{MOST_OF_A_KIND, Waiting},
        words,
    },
    route,
};

/// The items of a kind that are here, and below them what is said of others: none, while there are no more.
pub(super) fn kept(
    lang: Lang,
    kind: ItemKind,
    mut items: Vec<Waiting>,
) -> (Vec<Waiting>, Option<AnyView>) {
    if items.len() <= MOST_OF_A_KIND {
        return (items, None);
    }
    items.truncate(MOST_OF_A_KIND);
    let lists = lists(lang, kind, &items);
    let none = lists.is_empty().then(|| words::after_these(lang));
    let lists = lists
        .into_iter()
        .map(|(href, label)| view! { " " <a href=href>{label}</a> })
        .collect_view();
    let says = words::more_than(lang, most());
    let rest = view! { <p class="muted">{says} {none.map(|it| format!(" {it}"))} {lists}</p> };
    (items, Some(rest.into_any()))
}

/// So many, in digits.
pub(super) fn most() -> String {
    number(u64::try_from(MOST_OF_A_KIND).unwrap_or(u64::MAX))
}

/// The lists that have all of a kind.
fn lists(lang: Lang, kind: ItemKind, items: &[Waiting]) -> Vec<(String, &'static str)> {
    match kind {
        ItemKind::Asking | ItemKind::Asked => {
            vec![(route::PARTNER_ASKS.to_owned(), words::all_messages(lang))]
        }
        ItemKind::Draft => requests(lang, "?filter=draft", items),
        ItemKind::Expired => requests(lang, "?filter=expired", items),
        ItemKind::Sent => requests(lang, "", items),
        ItemKind::Ending => vec![(
            format!("{}?filter=ending", route::INDIRECT_RESELLERS),
            words::all_partnerships(lang),
        )],
        ItemKind::OrderRequest | ItemKind::OrderRequested => vec![(
            route::ORDER_REQUESTS.to_owned(),
            words::all_order_requests(lang),
        )],
        ItemKind::Requirement
        | ItemKind::Received
        | ItemKind::ListingChange
        | ItemKind::Undelivered => Vec::new(),
    }
}

/// Requests to resellers and to customers are lists of their own.
fn requests(lang: Lang, query: &str, items: &[Waiting]) -> Vec<(String, &'static str)> {
    let asks = items.iter().filter_map(|item| match item {
        Waiting::Draft { asks, .. }
        | Waiting::Expired { asks, .. }
        | Waiting::InvitationSent { asks, .. } => Some(matches!(asks, Kind::Partnership { .. })),
        _ => None,
    });
    let asks: Vec<bool> = asks.collect();
    let (resellers, customers) = (
        format!("{}{query}", route::PARTNERSHIP_REQUESTS),
        format!("{}{query}", route::CUSTOMER_REQUESTS),
    );
    let both = [
        (true, resellers, words::all_to_resellers(lang)),
        (false, customers, words::all_to_customers(lang)),
    ];
    let there = both.into_iter().filter(|(kind, ..)| asks.contains(kind));
    there.map(|(_, href, label)| (href, label)).collect()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use tierline_core::{
        Timestamp,
        testing::{id, provider},
    };

    use super::*;
    use crate::ui::tests::render;

    fn asks(count: usize) -> Vec<Waiting> {
        let one = |number: u128| Waiting::AskForUs {
            ask: id(number),
            from: provider().party(),
            since: Timestamp::UNIX_EPOCH,
        };
        (0..).map(one).take(count).collect()
    }

    #[test]
    fn nothing_is_hidden_without_a_word() {
        let (all, rest) = kept(Lang::En, ItemKind::Asking, asks(MOST_OF_A_KIND));
        assert!(all.len() == MOST_OF_A_KIND && rest.is_none());
        let html = render(|| {
            let (some, rest) = kept(Lang::En, ItemKind::Asking, asks(MOST_OF_A_KIND + 1));
            assert_eq!(some.len(), MOST_OF_A_KIND);
            rest.unwrap()
        });
        assert!(
            html.contains("More than 100") && html.contains(route::PARTNER_ASKS),
            "{html}"
        );
    }
}
