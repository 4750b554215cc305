//! A history as pages show it: entries that the server has told in words.

pub mod api;
mod model;
mod telling;
mod view;
mod words;

pub use model::{About, History, Scope, Sentence, TimelineEntry, Told};
pub use telling::{Known, Names, Subject, Telling};
pub use view::{EventTimeline, PagedTimeline};
