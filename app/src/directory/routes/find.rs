//! The public directory: documents of their own, for whoever looks for a provider, and for search engines.

crate::lazy::documents! {
    "find-a-provider" => crate::directory::page::find::FindPage,
    "find-a-provider/:id" => crate::directory::page::find::ProfilePage,
}
