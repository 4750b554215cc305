//! **Find a provider**: public, and made for readers and search engines that run no scripts.

mod profile;
mod search;

pub use profile::ProfilePage;
pub use search::FindPage;
