//! Where a new request is written: an area of its own, because reading them needs nothing of it.

use crate::invitation::page::{InviteForBothPage, RequestPartnershipPage, RequestRelationshipPage};

crate::lazy::pages! { request:
    "customers/request" => RequestRelationshipPage,
    "resellers/request" => RequestPartnershipPage,
    "providers/invite" => InviteForBothPage,
}
