//! Sorting, in the head of a column.

use leptos::prelude::*;

use crate::{
    context::use_lang,
    route::{use_here, with_query, without_query},
    ui::{Glyph, Icon, words},
};

/// The head of a column by which a list can be sorted: a link to the same list in that order.
#[component]
pub fn SortHead(
    /// The column's heading.
    #[prop(into)]
    label: String,
    /// The column's name in `?sort=`.
    column: &'static str,
    /// The current order of the list: a column's name, with a `-` before it if descending.
    #[prop(into)]
    sort: String,
    /// Whether the column holds numbers.
    #[prop(optional)]
    numeric: bool,
) -> impl IntoView {
    let lang = use_lang();
    let order = Order::of(&sort, column);
    let href = with_query(
        &without_query(&use_here(), "cursor"),
        "sort",
        &order.next(column),
    );
    let (glyph, said, aria) = match order {
        Order::Other => (None, None, None),
        Order::Ascending => (
            Some(Glyph::ArrowUp),
            Some(words::sorted_ascending(lang)),
            Some("ascending"),
        ),
        Order::Descending => (
            Some(Glyph::ArrowDown),
            Some(words::sorted_descending(lang)),
            Some("descending"),
        ),
    };
    view! {
        <th scope="col" class:numeric=numeric aria-sort=aria>
            <a class="sort" href=href data-noscroll="">
                {label}
                {glyph.map(|glyph| view! { <Icon glyph=glyph/> })}
                {said.map(|said| view! { <span class="visually-hidden">", " {said}</span> })}
            </a>
        </th>
    }
}

/// The part of a column in the order of its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// The list is sorted by another column.
    Other,
    Ascending,
    Descending,
}

impl Order {
    fn of(sort: &str, column: &str) -> Order {
        match sort.strip_prefix('-') {
            Some(name) if name == column => Order::Descending,
            None if sort == column => Order::Ascending,
            _ => Order::Other,
        }
    }

    /// The value of `?sort=` after a press on the head.
    fn next(self, column: &str) -> String {
        match self {
            Order::Ascending => format!("-{column}"),
            Order::Other | Order::Descending => column.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Order;

    #[test]
    fn a_press_sorts_and_another_turns_round() {
        assert_eq!(Order::of("", "name").next("name"), "name");
        assert_eq!(Order::of("name", "name").next("name"), "-name");
        assert_eq!(Order::of("-name", "name").next("name"), "name");
        assert_eq!(Order::of("-since", "name"), Order::Other);
    }
}
