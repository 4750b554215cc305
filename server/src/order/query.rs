//! Orders that were placed.

mod bought;
mod history;
pub(crate) mod placed;

use tierline_app::order::list::Orders;

use crate::list::shown::Entry;

/// The lists.
pub(crate) const LISTS: &[Entry] = &[Entry::of::<Orders>()];
