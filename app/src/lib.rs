//! The portal: its pages, components and server functions.
//!
//! The `ssr` feature renders it on the server, the `hydrate` feature brings it to life in the browser. It knows
//! nothing of databases or of the HTTP server: it reaches them through the traits `Identity` and `Portal`, which the
//! server implements and puts into the context of each request.

#![recursion_limit = "256"]
#![expect(
    unreachable_pub,
    reason = "components and messages are `pub` for the macros, whoever may reach them"
)]
pub mod account;
pub mod activity;
pub mod agreement;
pub mod backend;
pub mod catalog;
pub mod customer;
pub mod directory;
pub mod enrollment;
pub mod group;
pub mod import;
pub mod invitation;
pub mod license;
pub mod list;
pub mod mail;
pub mod market;
pub mod member;
pub mod membership;
pub mod operator;
pub mod order;
pub mod order_request;
pub mod organization;
pub mod overview;
pub mod partnership;
pub mod program;
pub mod refusal;
pub mod relationship;
pub mod review;
pub mod settings;
#[cfg(feature = "hydrate")]
mod storage;
pub mod subscription;

pub mod app;
pub mod context;
mod data;
pub mod demo;
pub mod error;
pub mod form;
pub mod i18n;
pub mod lazy;
#[cfg(feature = "ssr")]
pub mod portal;
pub mod route;
pub mod shell;
pub mod timeline;
pub mod ui;
pub mod wire;
