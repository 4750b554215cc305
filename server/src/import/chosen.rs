//! What is chosen to be imported.

use serde_json::Value;
use tierline_core::{ids::OrganizationId, import::Kind};

/// What is imported, and of which file.
#[derive(Clone, Debug)]
pub(crate) struct Chosen {
    pub kind: Kind,
    /// The customer that it is about, for the kinds that are about one.
    pub customer: Option<OrganizationId>,
    /// What of the file, as its area reads it.
    pub choice: Value,
    /// The name of the file.
    pub name: String,
}
