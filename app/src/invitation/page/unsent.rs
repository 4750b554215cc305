//! The keys under which text that was typed and not sent is kept in this browser.

use tierline_core::ids::OrganizationId;

/// The key of a message: one for each kind of new ones, or draft, and organization.
pub(super) fn key(kind: &str, organization: OrganizationId) -> String {
    format!("tierline.unsent.{kind}.{organization}")
}
