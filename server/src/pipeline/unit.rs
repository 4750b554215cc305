//! What a command works with.

use std::sync::Mutex;

use sqlx::PgConnection;
use tierline_app::i18n::Lang;
use tierline_core::{
    Timestamp, customer,
    event::Event,
    ids::{EventId, OrganizationId},
};
use uuid::{ContextV7, Uuid};

use super::{CommandResult, Context};
use crate::{
    account::store::Recipient,
    mail::{self, MailTemplate, NewMail},
    state::AppState,
};

/// One transaction of one command, with who asks for it and when.
#[derive(Debug)]
pub struct Unit<'a> {
    state: &'a AppState,
    /// The transaction.
    pub db: &'a mut PgConnection,
    /// Who asks, and when.
    pub context: Context,
}

impl<'a> Unit<'a> {
    pub(super) fn new(state: &'a AppState, db: &'a mut PgConnection, context: Context) -> Self {
        Self { state, db, context }
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

    /// The whole address of a path of the portal.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        self.state.config.public_url.join(path)
    }

    /// The whole link with this token.
    pub(crate) fn invitation_link(&self, token: &str) -> String {
        crate::invitation::invitation_link(&self.state.config, token)
    }

    /// Writes events down for good, each with the organizations that it concerns.
    ///
    /// # Errors
    /// When the database cannot.
    pub async fn record(
        &mut self,
        events: impl IntoIterator<Item = Event>,
        audience: impl IntoIterator<Item = OrganizationId>,
    ) -> CommandResult<()> {
        let audience: Vec<Uuid> = audience
            .into_iter()
            .map(OrganizationId::into_uuid)
            .collect();
        let by = self.context.actor().ok();
        for event in events {
            let id: EventId = self.new_id();
            crate::activity::store::append(
                self.db,
                id,
                self.context.now,
                by.as_ref(),
                &event,
                &audience,
            )
            .await?;
        }
        Ok(())
    }

    /// What has happened to a user's account, for each of the user's organizations in its own log.
    ///
    /// # Errors
    /// When the database cannot.
    pub(crate) async fn record_in_each(
        &mut self,
        organizations: &[OrganizationId],
        event: &customer::Event,
    ) -> CommandResult<()> {
        for &id in organizations {
            let event = event.clone();
            self.record([Event::Organization { id, event }], [id])
                .await?;
        }
        Ok(())
    }

    /// A mail of this organization's affairs, in the recipient's language; it goes out after the change is made.
    ///
    /// # Errors
    /// When it cannot be written down.
    pub(crate) async fn mail(
        &mut self,
        about: OrganizationId,
        to: &Recipient,
        template: MailTemplate,
    ) -> CommandResult<()> {
        let mail = NewMail {
            organization: Some(about.into_uuid()),
            to: to.email.clone(),
            language: to.language,
            template,
        };
        mail::enqueue(self.db, &self.state.clock, mail).await?;
        Ok(())
    }

    /// A mail about somebody's own account, which is no organization's affair.
    ///
    /// # Errors
    /// When it cannot be written down.
    pub(crate) async fn mail_user(
        &mut self,
        to: &Recipient,
        template: MailTemplate,
    ) -> CommandResult<()> {
        let mail = NewMail {
            organization: None,
            to: to.email.clone(),
            language: to.language,
            template,
        };
        mail::enqueue(self.db, &self.state.clock, mail).await?;
        Ok(())
    }

    /// The same mail to every admin of an organization, each in their language.
    ///
    /// # Errors
    /// When one cannot be written down.
    pub(crate) async fn mail_admins(
        &mut self,
        organization: OrganizationId,
        template: impl Fn(Lang) -> MailTemplate + Send,
    ) -> CommandResult<()> {
        for admin in crate::account::store::admins(self.db, organization).await? {
            let template = template(admin.language);
            self.mail(organization, &admin, template).await?;
        }
        Ok(())
    }
}

/// Ids made within one millisecond follow each other too, and those made when a clock was set back follow the earlier
/// ones.
static IDS: Mutex<ContextV7> = Mutex::new(ContextV7::new());

/// A new id for something that comes into being now.
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
        // Never before the clock; after it only when ids were made under a later one.
        let (seconds, _) = ids[0].get_timestamp().unwrap().to_unix();
        assert!(seconds >= u64::try_from(now.timestamp()).unwrap());
    }
}
