//! The past before the story, or before a test begins: written as the pipeline writes it, with a history, but by no
//! user's command.

use sqlx::PgConnection;
use tierline_core::Timestamp;

use super::DemoError;
use crate::{
    activity::store::append,
    pipeline::object::{New, Object},
    store::Stored,
};

/// Creates an object.
pub(crate) async fn begin<T: Object>(
    db: &mut PgConnection,
    id: T::Id,
    events: Vec<T::Event>,
    beside: T::Beside,
    at: Timestamp,
) -> Result<(), DemoError> {
    let value = T::replay(id, &events)
        .ok_or_else(|| DemoError::Written("what has happened makes no object".to_owned()))?;
    let happened: Vec<_> = (1..)
        .zip(events)
        .map(|(version, event)| {
            let audience = value.audience(&event);
            (T::logged(id, event), version, audience)
        })
        .collect();
    let version = i64::try_from(happened.len()).map_err(DemoError::written)?;
    let new = New {
        value,
        version,
        beside,
    };
    T::insert(db, &[new]).await?;
    Ok(append(db, at, None, &happened).await?)
}

/// Applies an event to an existing object.
pub(super) async fn go_on<T: Object>(
    db: &mut PgConnection,
    mut object: Stored<T>,
    event: T::Event,
    at: Timestamp,
) -> Result<(), DemoError> {
    let from = object.version;
    object.value.apply(&event);
    object.version += 1;
    if !T::save(db, &object, from).await? {
        return Err(DemoError::Written("somebody else was quicker".to_owned()));
    }
    let audience = object.value.audience(&event);
    let happened = (
        T::logged(object.value.id(), event),
        object.version,
        audience,
    );
    Ok(append(db, at, None, &[happened]).await?)
}
