//! Messages of resellers that ask to partner: seen by providers that change nothing in their listing.

use crate::directory::page::{AskDetailPage, AsksPage};

crate::lazy::pages! { directory_asks:
    "partner-requests" => AsksPage,
    "partner-requests/:id" => AskDetailPage,
}
