//! The kinds of items that wait.

use crate::{
    i18n::Lang,
    overview::{model::Waiting, words},
};

/// A kind of items, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ItemKind {
    Requirement,
    Received,
    Asking,
    ListingChange,
    Expired,
    Draft,
    Sent,
    Asked,
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
            ItemKind::ListingChange => words::kind_changes(lang),
            ItemKind::Expired => words::kind_expired(lang),
            ItemKind::Draft => words::kind_draft(lang),
            ItemKind::Sent => words::kind_sent(lang),
            ItemKind::Ending => words::kind_ending(lang),
            ItemKind::Undelivered => words::dead_mails(lang),
        }
    }
}
