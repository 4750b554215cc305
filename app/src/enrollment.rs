//! Enrollments: how a company becomes a partner.

pub mod told;
pub mod words;
