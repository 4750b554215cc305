//! A history as pages show it: entries that the server has told in words.

mod model;
mod view;
mod words;

pub use model::{About, Sentence, TimelineEntry, Told};
pub use view::EventTimeline;
