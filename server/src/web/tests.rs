//! The web server in this process, with its real router and a database of its own.

mod agreement_files;
mod attempts;
mod blocked;
mod cases;
mod client;
mod directory;
mod documents;
mod first_day;
mod fonts;
mod forms;
mod holiday_files;
mod imports;
mod kept_forms;
mod list_heads;
mod lists;
mod logos;
mod memberships;
mod outside;
mod pages;
mod parts;
mod protection;
mod second_factor;
mod security_log;
mod sessions;

use client::Client;
