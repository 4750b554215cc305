//! Routes of the lists of requests. Every other part of the area is loaded separately.

pub(crate) mod detail;
pub(crate) mod link;
pub(crate) mod request;

use super::page::list::{CustomerRequestsPage, PartnershipRequestsPage};

crate::lazy::pages! { invitation:
    "customers/requests" => CustomerRequestsPage,
    "resellers/requests" => PartnershipRequestsPage,
}
