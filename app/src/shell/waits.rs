//! How much waits for the organization, for the counts in the navigation.

use core::pin::Pin;

use leptos::prelude::*;
use serde::Serialize;
use tierline_core::read::Read;

use crate::{error::PortalError, form::changes::Changes, route};

/// What needs the organization's action, in numbers, as far as the user may see it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Read)]
pub struct Waits {
    /// All of it: the items of the overview.
    pub overview: u64,
    /// Requests to customers.
    pub customers: u64,
    /// Requests and partnerships, with resellers or with providers.
    pub partners: u64,
    /// Requests to a customer.
    pub grants: u64,
    /// Mails that could not be delivered.
    pub mails: u64,
    /// Cases that wait for the reader, or that nobody has taken.
    pub cases: u64,
    /// Changes of listings in the directory.
    pub listings: u64,
}

impl Waits {
    /// The number beside this entry of the navigation.
    pub(super) fn at(self, entry: &str) -> u64 {
        match entry {
            route::OVERVIEW => self.overview,
            route::CUSTOMERS => self.customers,
            route::INDIRECT_RESELLERS | route::INDIRECT_PROVIDERS => self.partners,
            route::GRANTS => self.grants,
            route::MAIL_DELIVERY => self.mails,
            route::CASES => self.cases,
            route::LISTING_CHANGES => self.listings,
            _ => 0,
        }
    }
}

/// The numbers as the navigation shows them. They come with the page; the overview, which counts for itself, corrects
/// them, and after each change they are asked for again.
#[derive(Clone, Copy)]
pub(crate) struct Waiting(RwSignal<Waits>);

/// The function that asks for the numbers; given by the application, which knows the areas.
#[derive(Clone, Copy)]
pub struct Recount(pub fn() -> Counting);

/// The numbers, as soon as they are there.
pub type Counting = Pin<Box<dyn Future<Output = Result<Waits, PortalError>>>>;

impl Waiting {
    pub(super) fn new(waits: Waits) -> Waiting {
        Waiting(RwSignal::new(waits))
    }

    /// Asks for the numbers again each time something was changed. Where that fails, the old ones stay.
    pub(super) fn follow(self, changes: Changes) {
        let recount = use_context::<Recount>();
        Effect::new(move || {
            if changes.count() > 0
                && let Some(Recount(ask)) = recount
            {
                leptos::task::spawn_local(async move {
                    if let Ok(waits) = ask().await {
                        self.0.try_set(waits);
                    }
                });
            }
        });
    }

    pub(super) fn at(self, entry: &str) -> u64 {
        self.0.with(|waits| waits.at(entry))
    }

    /// The overview has this many items.
    pub(crate) fn say(self, overview: u64) {
        if self.0.with_untracked(|waits| waits.overview != overview) {
            self.0.update(|waits| waits.overview = overview);
        }
    }
}
