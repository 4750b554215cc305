//! Routes of this area's pages.

pub(crate) mod link;

use super::page::{
    CustomerRequestsPage, InvitationPage, InviteForBothPage, PartnershipRequestsPage,
    RequestPartnershipPage, RequestRelationshipPage,
};

crate::lazy::pages! { invitation:
    "customers/request" => RequestRelationshipPage,
    "customers/requests" => CustomerRequestsPage,
    "resellers/request" => RequestPartnershipPage,
    "resellers/requests" => PartnershipRequestsPage,
    "providers/invite" => InviteForBothPage,
    "invitations/:id" => InvitationPage,
}
