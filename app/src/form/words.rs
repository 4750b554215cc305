//! Texts of forms: fields, errors, and changes that another user has saved.

pub mod changed;
pub mod field;
pub mod form;
pub mod problem;
