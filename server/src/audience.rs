//! Whom an event concerns: the organizations that see it in their log.
//!
//! The organization that an invitation is addressed to is not among them until it has opened it while signed in: being
//! named by somebody else tells it nothing.

use tierline_core::{
    ids::OrganizationId,
    invitation::{Invitation, Kind, State},
    partnership::Partnership,
    relationship::Relationship,
};

/// Before it is sent, an invitation is the inviter's alone; from then on the other partner of a joint one sees it too,
/// and at its end whoever answered it.
pub(crate) fn of_invitation(invitation: &Invitation) -> Vec<OrganizationId> {
    let mut concerned = vec![invitation.inviter];
    if let (Kind::JointRelationship { provider, .. }, true) = (invitation.kind, invitation.link > 0)
    {
        concerned.push(provider);
    }
    if let State::Accepted { organization, .. } | State::Declined { organization, .. } =
        invitation.state
    {
        concerned.push(organization);
    }
    concerned
}

/// Both sides.
pub(crate) fn of_partnership(partnership: &Partnership) -> Vec<OrganizationId> {
    vec![partnership.provider, partnership.reseller]
}

/// Both sides, and the partner of the same act.
pub(crate) fn of_relationship(relationship: &Relationship) -> Vec<OrganizationId> {
    let mut concerned = vec![relationship.partner, relationship.customer];
    concerned.extend(relationship.together_with);
    concerned
}
