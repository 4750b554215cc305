//! Where the pages of this area are.

pub(crate) mod link;
pub(crate) mod request;
pub(crate) mod sign_up;

use super::page::{CustomerRequestsPage, InvitationPage, PartnershipRequestsPage};

crate::lazy::pages! { invitation:
    "customers/requests" => CustomerRequestsPage,
    "resellers/requests" => PartnershipRequestsPage,
    "invitations/:id" => InvitationPage,
}
