//! Texts of forms: fields, errors, what somebody else has saved.

pub mod changed;
pub mod field;
pub mod form;
pub mod problem;
