//! A first walk through the demo.

use serde::Serialize;
use tierline_core::read::Read;

/// Something to do in the demo, by which a visitor sees what the portal is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// A provider requests a partnership.
    RequestPartnership,
    /// The reseller authorizes it.
    AuthorizeProvider,
    /// A reseller invites a customer, for its provider too.
    InviteCustomer,
    /// A customer removes a permission.
    RemovePermission,
    /// A partner places an order.
    PlaceOrder,
    /// The operator sends a mail again.
    ResendMail,
}

/// A step of the walk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct WalkStep {
    /// What there is to do.
    pub step: Step,
    /// The organization that does it, by name.
    pub organization: String,
    /// The work account of a person there whose roles permit it.
    pub email: String,
    /// Whether it was done since the demo began, by whomever.
    pub done: bool,
}
