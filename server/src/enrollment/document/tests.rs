//! Files while they are received. What browsers post and open is tested with the routes.

pub(crate) mod given;
mod received;
