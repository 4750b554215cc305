//! Notes of attempts and changes, for the log and for the account's owner.

use tierline_app::{account::model::SignInOutcome, error::PortalError};
use tierline_core::text::EmailAddress;
use tracing::Instrument as _;
use uuid::Uuid;

use super::{RequestIdentity, account, database};
use crate::{account::trail, fault::fault};

impl RequestIdentity {
    /// In the background, so that the response time does not tell whether there is such an account.
    pub(super) fn note_wrong_password(&self, user: Uuid) {
        self.note(user, SignInOutcome::WrongPassword);
    }

    /// Notes an outcome in the background: nobody waits for the note, and nothing fails with it.
    fn note(&self, user: Uuid, outcome: SignInOutcome) {
        let (pool, meta) = (self.web.state.pool.clone(), self.caller.meta.clone());
        let now = self.web.state.clock.now();
        let noted = async move {
            if let Err(error) = trail::attempt(&pool, user, outcome, &meta, now).await {
                fault(&error);
            }
        };
        tokio::spawn(noted.in_current_span());
    }

    /// Notes a change that was made. It stands, whatever becomes of the note.
    pub(super) async fn note_done(&self, user: Uuid, outcome: SignInOutcome) {
        // A fault is logged where it happens.
        let _ = self.note_attempt(user, outcome).await;
    }

    /// Notes an attempt on the account of this address that was refused unseen: in the background too, and no more than
    /// one in a while.
    pub(super) fn note_too_many(&self, account: &str) {
        let address = EmailAddress::parse(account).ok();
        let news = address.filter(|address| self.web.limits.is_news(&address.key()));
        let Some(address) = news else {
            trail::log(trail::Event::TooManyAttempts, None);
            return;
        };
        let (pool, meta) = (self.web.state.pool.clone(), self.caller.meta.clone());
        let now = self.web.state.clock.now();
        let noted = async move {
            let outcome = SignInOutcome::TooManyAttempts;
            let noted = match account::by_email(&pool, &address.key()).await {
                Ok(Some(found)) => trail::attempt(&pool, found.id, outcome, &meta, now).await,
                Ok(None) => {
                    trail::log(trail::Event::TooManyAttempts, None);
                    Ok(())
                }
                Err(error) => Err(error),
            };
            if let Err(error) = noted {
                fault(&error);
            }
        };
        tokio::spawn(noted.in_current_span());
    }

    /// Notes the outcome of an attempt whose password was right, or a change.
    pub(super) async fn note_attempt(
        &self,
        user: Uuid,
        outcome: SignInOutcome,
    ) -> Result<(), PortalError> {
        let (state, meta) = (&self.web.state, &self.caller.meta);
        trail::attempt(&state.pool, user, outcome, meta, state.clock.now())
            .await
            .map_err(database)
    }
}
