//! What has an id, events, a state that they make, and an audience: how it comes into being and how it changes is here,
//! once for all of them.

use sqlx::PgConnection;
use tierline_app::error::PortalError;
use tierline_core::{Evolve, event, ids::OrganizationId};

use super::{CommandError, CommandResult, Unit};
use crate::store::Stored;

/// An object of the domain. Its area says how it is stored.
pub(crate) trait Object:
    Evolve<Id: Send + Sync, Event: Clone + Send + Sync> + Send + Sync + 'static
{
    /// What is stored with a new one and is none of its state.
    type Beside: Send + Sync;

    /// Its id.
    fn id(&self) -> Self::Id;

    /// The event as the activity log has it.
    fn logged(id: Self::Id, event: Self::Event) -> event::Event;

    /// The organizations that see this event in their log, of which this is the object afterwards.
    fn audience(&self, event: &Self::Event) -> Vec<OrganizationId>;

    /// Stores new ones, in one statement a table.
    fn insert(
        db: &mut PgConnection,
        new: &[New<Self>],
    ) -> impl Future<Output = Result<(), sqlx::Error>> + Send;

    /// Stores what has become of one, if it is still of the version `from`; false if somebody else has changed it.
    fn save(
        db: &mut PgConnection,
        after: &Stored<Self>,
        from: i64,
    ) -> impl Future<Output = Result<bool, sqlx::Error>> + Send;
}

/// An object that comes into being.
#[derive(Debug)]
pub(crate) struct New<T: Object> {
    pub value: T,
    /// The number of its events.
    pub version: i64,
    pub beside: T::Beside,
}

/// What an object comes into being by.
pub(crate) struct Beginning<T: Object> {
    pub id: T::Id,
    pub events: Vec<T::Event>,
    pub beside: T::Beside,
}

impl<T: Object> Beginning<T> {
    /// With one event.
    pub(crate) fn of(id: T::Id, event: T::Event, beside: T::Beside) -> Beginning<T> {
        Beginning {
            id,
            events: vec![event],
            beside,
        }
    }
}

impl Unit<'_> {
    /// The object that these events make, stored, with the events in the log of everyone concerned.
    ///
    /// # Errors
    /// When the database cannot, or the events make none.
    pub(crate) async fn create<T: Object>(&mut self, beginning: Beginning<T>) -> CommandResult<T> {
        let mut created = self.create_all(vec![beginning]).await?;
        created.pop().ok_or(CommandError::Inconsistent(
            "an object was stored that is none",
        ))
    }

    /// Several objects of a kind, in one statement a table.
    ///
    /// # Errors
    /// As [`Unit::create`].
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

    /// These events happen to the object: it is changed and saved, with the events in the log of everyone concerned.
    ///
    /// # Errors
    /// [`PortalError::Conflict`] when somebody else has changed it meanwhile; when the database cannot.
    pub(crate) async fn apply_events<T: Object>(
        &mut self,
        object: &mut Stored<T>,
        events: &[T::Event],
    ) -> CommandResult<()> {
        if events.is_empty() {
            return Ok(());
        }
        for event in events {
            object.value.apply(event);
        }
        let from = object.version;
        object.version = self.log(&object.value, from, events);
        if T::save(self.db, object, from).await? {
            Ok(())
        } else {
            Err(PortalError::Conflict.into())
        }
    }

    /// Puts events on the list of those to be written, and answers the object's version after them.
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
