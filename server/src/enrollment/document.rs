//! Documents of enrollments: files that applicants upload, and reviewers read.
//!
//! Only what is known of a file is in the database. Its bytes are in a folder, under its id, and go there and from
//! there in pieces: no file is ever held whole. A file is written before the change that adds it commits, and a file
//! without such a change is removed later.

pub(crate) mod command;
mod folder;
mod look_through;
pub(crate) mod query;
mod receive;
pub(crate) mod store;
#[cfg(test)]
pub(crate) mod tests;
mod upload;

pub(crate) use folder::{Folder, FolderError, remove_files};
pub(crate) use upload::Upload;

use receive::{Received, Receiver, Stopped};
