//! What happened to an object, for its timeline and for the activity on the overview.

use serde::{Deserialize, Serialize};
use tierline_core::{Timestamp, event::Event, organisation::Party};

/// One entry: the stored event with names for the ids in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimelineEntry {
    /// When.
    pub at: Timestamp,
    /// Who did it, by name, as far as the reader may know; none for a job.
    pub by: Option<String>,
    /// For which organisation.
    pub organisation: Option<Party>,
    /// What happened.
    pub event: Event,
    /// Names of the organisations in the event, as far as the reader may know them.
    pub parties: Vec<Party>,
}
