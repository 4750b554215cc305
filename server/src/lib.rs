//! The server of tierline: configuration, database, mail, jobs and HTTP around the rules of `tierline-core`.

pub(crate) mod account;
pub mod activity;
pub(crate) mod agreement;
pub mod cli;
pub(crate) mod customer;
pub(crate) mod enrollment;
pub(crate) mod group;
pub(crate) mod import;
mod imports;
pub(crate) mod invitation;
pub(crate) mod license;
pub(crate) mod list;
mod lists;
pub(crate) mod market;
pub(crate) mod member;
pub(crate) mod membership;
pub(crate) mod operator;
pub(crate) mod order;
pub(crate) mod organization;
pub(crate) mod overview;
pub(crate) mod partnership;
pub(crate) mod program;
pub(crate) mod relationship;
pub(crate) mod review;
pub(crate) mod subscription;
#[cfg(test)]
mod tests;

pub mod catalog;
pub mod check;
pub mod clock;
pub mod cluster;
pub mod config;
pub mod database;
pub mod demo;
mod directory;
pub mod fault;
mod files;
pub mod form_fields;
pub mod health;
pub mod jobs;
pub mod logging;
pub mod mail;
mod mark;
pub mod metrics;
pub(crate) mod pdf;
pub mod pipeline;
pub(crate) mod secret;
pub mod serve;
pub(crate) mod settings;
pub mod shutdown;
pub mod state;
pub(crate) mod store;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod web;
pub mod with_database;
