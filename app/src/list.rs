//! Lists: what is asked of one, what comes back, and the words around it.

pub mod model;
pub mod words;
