//! The working context of a command.

use std::sync::Mutex;

use sqlx::PgConnection;
use tierline_core::{Timestamp, text::TenantParent};
use uuid::{ContextV7, Uuid};

use super::{CommandResult, Context, letter::Letter};
use crate::{
    activity::store::Happened,
    config::{Config, PublicUrl},
    settings::{self, Settings},
    state::AppState,
};

/// One transaction of one command, with its caller and its time.
#[derive(Debug)]
pub struct Unit<'a> {
    pub(super) state: &'a AppState,
    /// The transaction.
    pub db: &'a mut PgConnection,
    /// The caller, and the time.
    pub context: Context,
    /// Events not yet written.
    pub(super) happened: Vec<Happened>,
    pub(super) letters: Vec<Letter>,
}

impl<'a> Unit<'a> {
    pub(super) fn new(state: &'a AppState, db: &'a mut PgConnection, context: Context) -> Self {
        Self {
            state,
            db,
            context,
            happened: Vec::new(),
            letters: Vec::new(),
        }
    }

    /// The moment of the change.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.context.now
    }

    /// A new id. Ids are in the order of the server's clock.
    #[must_use]
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        new_id(self.context.now).into()
    }

    /// The portal's address, for links in mails.
    #[must_use]
    pub fn public_url(&self) -> &PublicUrl {
        &self.state.config.public_url
    }

    /// What the server was started with.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.state.config
    }

    /// What counts of the program's settings.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn settings(&mut self) -> CommandResult<Settings> {
        Ok(settings::in_force(self.db, &self.state.config).await?)
    }

    /// The domain under which tenants are named.
    #[must_use]
    pub fn tenant_parent(&self) -> &TenantParent {
        &self.state.config.tenant_domain
    }

    /// Writes the events so far.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn write_events(&mut self) -> CommandResult<()> {
        let happened = std::mem::take(&mut self.happened);
        if happened.is_empty() {
            return Ok(());
        }
        let by = self.context.by();
        Ok(crate::activity::store::append(self.db, self.context.now, by, &happened).await?)
    }

    /// Writes the rest: events, then the mails about them.
    pub(super) async fn finish(mut self) -> CommandResult<()> {
        self.write_events().await?;
        self.write_letters().await
    }
}

/// Ids made within one millisecond are in order too, and those made after a clock was set back follow the earlier ones.
static IDS: Mutex<ContextV7> = Mutex::new(ContextV7::new());

/// A new id for an object created now.
fn new_id(now: Timestamp) -> Uuid {
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    Uuid::new_v7(uuid::Timestamp::from_unix(
        &IDS,
        seconds,
        now.timestamp_subsec_nanos(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_follow_the_clock_and_each_other() {
        let now: Timestamp = "2026-11-21T09:15:00.123456Z".parse().unwrap();
        let ids: Vec<Uuid> = (0..1000).map(|_| new_id(now)).collect();
        assert!(ids.is_sorted());
        assert!(new_id(now + chrono::TimeDelta::days(90)) > *ids.last().unwrap());
        // Never before the clock; after it only if ids were made under a later one.
        let (seconds, _) = ids[0].get_timestamp().unwrap().to_unix();
        assert!(seconds >= u64::try_from(now.timestamp()).unwrap());
    }
}
