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
    /// What it is about, where the entry stands among those of other objects.
    pub about: Option<About>,
}

/// The object of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// A recipient's address, a partner's or a customer's name.
    pub name: String,
    /// Its page, for who reads the entry.
    pub page: String,
}
