//! The frame around every page: top bar, rail, notices, titles.

#[cfg(not(feature = "hydrate"))]
pub(crate) mod head;
pub(crate) mod load;
pub mod not_found;
pub mod notice_words;
pub mod words;

mod account_menu;
mod breadcrumb;
mod document;
mod done_notice;
mod focus;
mod frame;
mod page_title;
mod preference;
pub(crate) mod rail;
mod top_bar;
pub(crate) mod waits;

pub use breadcrumb::Breadcrumb;
#[cfg(feature = "ssr")]
pub use document::{Assets, Words, document};
pub use frame::{Frame, Layout, Strip};
pub use page_title::PageTitle;
pub use waits::{Recount, Waits};
