//! Many renewals that are changed at once: seldom seen, and so apart from the list that leads there.

use crate::subscription::page::bulk::RenewalBulkPage;

crate::lazy::pages! { renewal_bulk:
    "renewals/change" => RenewalBulkPage,
}
