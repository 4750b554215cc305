//! Where an invitation's own page is, for who sent it: apart from the lists, of which it needs nothing.

use crate::invitation::page::InvitationPage;

crate::lazy::pages! { invitation_detail:
    "invitations/:id" => InvitationPage,
}
