//! The server of tierline: configuration, database, mail, jobs and HTTP around the rules of `tierline-core`.

pub mod admin;
pub mod catalog;
pub mod check;
pub mod clock;
pub mod cluster;
pub(crate) mod command;
pub mod config;
pub mod database;
pub mod demo;
pub mod fault;
pub mod health;
pub mod jobs;
pub mod logging;
pub mod mail;
mod mark;
pub mod metrics;
pub(crate) mod passkey;
pub mod password;
pub mod pipeline;
pub mod portal;
pub mod query;
pub(crate) mod second_factor;
pub mod serve;
pub mod shutdown;
pub mod state;
pub(crate) mod store;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod web;
pub mod with_database;
