//! Enrollments: how a company becomes a partner, from the first entry to the operator's decisions.

pub(crate) mod command;
pub(crate) mod document;
mod facts;
pub(crate) mod follow;
mod portal;
pub(crate) mod query;
pub(crate) mod store;
pub(crate) use document::{Folder, FolderError, Upload, query as documents, remove_files};
pub(crate) use facts::Applicant;

#[cfg(test)]
mod tests;
