//! How the organizations came into the program, before the story begins.

use chrono::TimeDelta;
use sqlx::PgPool;
use tierline_core::{
    Timestamp,
    ids::UserId,
    organization::{Capability, Event, Organization},
};

use super::{DemoError, agreement, organizations, past};
use crate::organization::store::Beside;

/// Inserts the organizations in their state before the story begins, by their past events, each with its first admin.
pub(super) async fn insert(
    pool: &PgPool,
    admin_of: impl Fn(&str) -> Result<UserId, DemoError>,
    now: Timestamp,
) -> Result<(), DemoError> {
    let mut transaction = pool.begin().await?;
    for (index, it) in (0_i64..).zip(organizations::all()) {
        // Two years of the program, oldest first.
        let at = now - TimeDelta::days(720 - 9 * index) + TimeDelta::minutes(37 * index);
        let event = Event::Registered {
            name: it.name.parse().map_err(DemoError::written)?,
            domain: it.domain.parse().map_err(DemoError::written)?,
            country: it.country.parse().map_err(DemoError::written)?,
            capabilities: it.capabilities(),
            mpn: it
                .mpn
                .map(str::parse)
                .transpose()
                .map_err(DemoError::written)?,
            agreement: None,
            admin: admin_of(it.name)?,
            at,
        };
        let beside = Beside {
            contact: Some(
                format!("office@{}", it.domain)
                    .parse()
                    .map_err(DemoError::written)?,
            ),
            address: it
                .address
                .iter()
                .map(|line| line.parse().map_err(DemoError::written))
                .collect::<Result<_, _>>()?,
            at,
        };
        past::begin::<Organization>(&mut transaction, it.id(), vec![event], beside, at).await?;
        if it.is == Capability::Operator {
            agreement::begin(&mut transaction, at).await?;
        }
        if it.signed {
            agreement::sign(&mut transaction, it, at + TimeDelta::days(6)).await?;
        }
    }
    transaction.commit().await?;
    Ok(())
}
