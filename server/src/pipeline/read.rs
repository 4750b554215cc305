//! Reading the data of a page: all of it from one moment, without changing anything.

use core::ops::Deref;

use sqlx::{PgConnection, Postgres, Transaction};
use tierline_app::{error::PortalError, portal::PortalResult};
use tierline_core::{
    Refusal,
    access::{self, Decision},
    partnership, relationship,
};

use super::Call;
use crate::fault::fault;

/// A snapshot of the database, with its reader. Later commits of others are not visible in it.
#[derive(Debug)]
pub struct Read {
    call: Call,
    snapshot: Transaction<'static, Postgres>,
}

impl Read {
    pub(super) async fn begin(call: Call) -> PortalResult<Read> {
        let begun = call
            .state
            .pool
            .begin_with("begin isolation level repeatable read read only")
            .await;
        let snapshot = begun.map_err(|error| fault(&error))?;
        Ok(Read { call, snapshot })
    }

    /// The snapshot.
    pub fn db(&mut self) -> &mut PgConnection {
        &mut self.snapshot
    }
}

impl Deref for Read {
    type Target = Call;

    fn deref(&self) -> &Call {
        &self.call
    }
}

/// Passes if core allows it. If it is refused because nothing ties the two organizations together, or because it is out
/// of the user's reach, the object counts as not found.
///
/// # Errors
/// [`PortalError::NotFound`], or core's refusal.
pub fn visible(decision: Decision) -> PortalResult<()> {
    match decision {
        Ok(_) => Ok(()),
        Err(
            Refusal::Relationship(relationship::Refusal::NoRelationship { .. })
            | Refusal::Partnership(partnership::Refusal::NoPartnership { .. })
            | Refusal::Access(access::Refusal::OutOfReach { .. }),
        ) => Err(PortalError::NotFound),
        Err(refusal) => Err(refusal.into()),
    }
}
