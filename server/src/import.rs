//! Files that the operator imports: received in pieces, looked at by a job, and applied or discarded.
//!
//! What the lines of a file say is its area's: [`crate::imports`] has a function for each kind, which reads the file
//! and hands a command to [`Running::run`]. Everything else is here, once: the file, the job, what is shown, and that
//! nothing is applied but what was shown.

mod chosen;
pub(crate) mod command;
mod folder;
mod job;
mod perform;
mod portal;
pub(crate) mod query;
mod report;
mod steps;
pub(crate) mod store;
#[cfg(test)]
pub(crate) mod tests;
mod upload;

pub(crate) use chosen::Chosen;
pub(crate) use folder::{FolderError, remove_files};
pub(crate) use job::{jobs, take_up_lost};
pub(crate) use perform::{Importing, Running};
pub(crate) use report::{Line, Report};
pub(crate) use steps::Steps;
pub(crate) use upload::Upload;
