//! Objects: anything with an id, events that make up its state, and an audience. Creating and changing them is here,
//! once for all kinds.

use sqlx::{PgConnection, types::Json};
use tierline_core::{Evolve, event, ids::OrganizationId};

use super::{CommandError, CommandResult, Unit};
use crate::store::Stored;

/// An object of the domain. Its area defines how it is stored.
pub(crate) trait Object:
    Evolve<Id: Send + Sync, Event: Clone + Send + Sync> + Send + Sync + 'static
{
    /// Columns stored with a new object that are no part of its state.
    type Beside: Send + Sync;

    /// Its id.
    fn id(&self) -> Self::Id;

    /// The event in the form of the activity log.
    fn logged(id: Self::Id, event: Self::Event) -> event::Event;

    /// The organizations that see this event in their log. `self` is the object after the event.
    fn audience(&self, event: &Self::Event) -> Vec<OrganizationId>;

    /// Stores new objects, in one statement per table.
    fn insert(
        db: &mut PgConnection,
        new: &[New<Self>],
    ) -> impl Future<Output = Result<(), sqlx::Error>> + Send;

    /// Stores a changed object, if the stored version is still `from`; false if somebody else has changed it.
    fn save(
        db: &mut PgConnection,
        after: &Stored<Self>,
        from: i64,
    ) -> impl Future<Output = Result<bool, sqlx::Error>> + Send;
}

/// A new object.
#[derive(Debug)]
pub(crate) struct New<T: Object> {
    pub value: T,
    /// The number of its events.
    pub version: i64,
    pub beside: T::Beside,
}

impl<T: Object> New<T> {
    /// A column of new objects, in their order.
    pub(crate) fn column<C>(new: &[New<T>], of: impl Fn(&T) -> C) -> Vec<C> {
        new.iter().map(|it| of(&it.value)).collect()
    }

    /// Their states, whole.
    pub(crate) fn bodies(new: &[New<T>]) -> Vec<Json<&T>> {
        new.iter().map(|it| Json(&it.value)).collect()
    }

    /// Their versions.
    pub(crate) fn versions(new: &[New<T>]) -> Vec<i64> {
        new.iter().map(|it| it.version).collect()
    }
}

/// The events that a new object begins with.
pub(crate) struct Beginning<T: Object> {
    pub id: T::Id,
    pub events: Vec<T::Event>,
    pub beside: T::Beside,
}

impl<T: Object> Beginning<T> {
    /// A beginning with one event.
    pub(crate) fn of(id: T::Id, event: T::Event, beside: T::Beside) -> Beginning<T> {
        Beginning {
            id,
            events: vec![event],
            beside,
        }
    }
}

impl Unit<'_> {
    /// Creates and stores the object that these events make, with the events in the log of everyone concerned.
    ///
    /// # Errors
    /// When the database fails, or the events make no object.
    pub(crate) async fn create<T: Object>(&mut self, beginning: Beginning<T>) -> CommandResult<T> {
        let mut created = self.create_all(vec![beginning]).await?;
        created.pop().ok_or(CommandError::Inconsistent(
            "an object was stored that is none",
        ))
    }

    /// Creates several objects of a kind, in one statement per table.
    ///
    /// # Errors
    /// As for [`Unit::create`].
    pub(crate) async fn create_all<T: Object>(
        &mut self,
        beginnings: Vec<Beginning<T>>,
    ) -> CommandResult<Vec<T>> {
        let mut new = Vec::with_capacity(beginnings.len());
        for Beginning { id, events, beside } in beginnings {
            let value = T::replay(id, &events).ok_or(CommandError::Inconsistent(
                "what was decided makes no object",
            ))?;
            let version = self.log(&value, 0, &events);
            new.push(New {
                value,
                version,
                beside,
            });
        }
        if !new.is_empty() {
            T::insert(self.db, &new).await?;
        }
        Ok(new.into_iter().map(|new| new.value).collect())
    }

    /// Applies these events to the object: it is changed and saved, with the events in the log of everyone concerned.
    ///
    /// # Errors
    /// [`CommandError::Conflict`] when somebody else has changed it in the meantime; when the database fails.
    pub(crate) async fn apply_events<T: Object>(
        &mut self,
        object: &mut Stored<T>,
        events: &[T::Event],
    ) -> CommandResult<()> {
        if events.is_empty() {
            return Ok(());
        }
        let from = self.advance(object, events);
        if T::save(self.db, object, from).await? {
            Ok(())
        } else {
            Err(CommandError::Conflict)
        }
    }

    /// Applies these events to the object, with the events in the log of everyone concerned, for a caller who saves
    /// many of them in one statement. Returns the version that is stored.
    pub(crate) fn advance<T: Object>(
        &mut self,
        object: &mut Stored<T>,
        events: &[T::Event],
    ) -> i64 {
        for event in events {
            object.value.apply(event);
        }
        let from = object.version;
        object.version = self.log(&object.value, from, events);
        from
    }

    /// Queues events for writing, and returns the object's version after them.
    fn log<T: Object>(&mut self, after: &T, from: i64, events: &[T::Event]) -> i64 {
        let mut version = from;
        for event in events {
            version += 1;
            let audience = after.audience(event);
            self.happened
                .push((T::logged(after.id(), event.clone()), version, audience));
        }
        version
    }
}
