//! The kinds of waiting items.

use leptos::prelude::*;

use crate::{
    i18n::Lang,
    overview::{model::Waiting, words},
    route,
};

/// A kind of items, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ItemKind {
    Requirement,
    Received,
    Asking,
    OrderRequest,
    ListingChange,
    Expired,
    Draft,
    Sent,
    Asked,
    OrderRequested,
    Ending,
    Undelivered,
}

impl ItemKind {
    pub(super) fn of(waiting: &Waiting) -> ItemKind {
        match waiting {
            Waiting::Enrollment { .. }
            | Waiting::AgreementUnsigned
            | Waiting::AgreementAsked { .. }
            | Waiting::MpnIdMissing => ItemKind::Requirement,
            Waiting::InvitationForUs { .. } => ItemKind::Received,
            Waiting::AskForUs { .. } => ItemKind::Asking,
            Waiting::AskSent { .. } => ItemKind::Asked,
            Waiting::OrderRequestForUs { .. } => ItemKind::OrderRequest,
            Waiting::OrderRequestSent { .. } => ItemKind::OrderRequested,
            Waiting::ListingChange { .. } | Waiting::ListingChanges { .. } => {
                ItemKind::ListingChange
            }
            Waiting::Expired { .. } => ItemKind::Expired,
            Waiting::Draft { .. } => ItemKind::Draft,
            Waiting::InvitationSent { .. } => ItemKind::Sent,
            Waiting::PartnershipEnding { .. } => ItemKind::Ending,
            Waiting::DeadMails { .. } => ItemKind::Undelivered,
        }
    }

    pub(super) fn title(self, lang: Lang) -> &'static str {
        match self {
            ItemKind::Requirement => words::kind_requirement(lang),
            ItemKind::Received => words::kind_received(lang),
            ItemKind::Asking => words::kind_asks(lang),
            ItemKind::Asked => words::kind_asked(lang),
            ItemKind::OrderRequest => words::kind_order_requests(lang),
            ItemKind::OrderRequested => words::kind_order_requested(lang),
            ItemKind::ListingChange => words::kind_changes(lang),
            ItemKind::Expired => words::kind_expired(lang),
            ItemKind::Draft => words::kind_draft(lang),
            ItemKind::Sent => words::kind_sent(lang),
            ItemKind::Ending => words::kind_ending(lang),
            ItemKind::Undelivered => words::dead_mails(lang),
        }
    }
}

/// The title of a kind, which leads to the list of all of it where there is one.
pub(super) fn titled(lang: Lang, kind: ItemKind) -> AnyView {
    let title = kind.title(lang);
    match kind {
        ItemKind::Asking => view! { <a href=route::PARTNER_ASKS>{title}</a> }.into_any(),
        ItemKind::OrderRequest | ItemKind::OrderRequested => {
            view! { <a href=route::ORDER_REQUESTS>{title}</a> }.into_any()
        }
        _ => title.into_any(),
    }
}

pub(super) fn by_kind(items: Vec<Waiting>) -> Vec<(ItemKind, Vec<Waiting>)> {
    let mut kinds: Vec<(ItemKind, Vec<Waiting>)> = Vec::new();
    for waiting in items {
        let kind = ItemKind::of(&waiting);
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, items)) => items.push(waiting),
            None => kinds.push((kind, vec![waiting])),
        }
    }
    kinds.sort_by_key(|(kind, _)| *kind);
    kinds
}

#[cfg(test)]
mod tests {
    use tierline_core::Timestamp;

    use super::*;

    #[test]
    fn items_stand_by_kind_and_within_it_as_they_come() {
        let mails = |count| Waiting::DeadMails {
            count,
            since: Timestamp::UNIX_EPOCH,
        };
        let kinds = by_kind(vec![mails(2), Waiting::AgreementUnsigned, mails(1)]);
        assert_eq!(
            kinds,
            [
                (ItemKind::Requirement, vec![Waiting::AgreementUnsigned]),
                (ItemKind::Undelivered, vec![mails(2), mails(1)]),
            ]
        );
    }
}
