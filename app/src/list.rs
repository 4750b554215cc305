//! Lists as data: what an area says of one, what is asked of it, what comes back, how it is shown and exported.

mod columns;
pub mod model;
pub mod spec;
pub mod view;
pub mod words;
