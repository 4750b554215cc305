use serde::Serialize;
use tierline_app::{error::PortalError, route};
use tierline_core::{customer, ids::UserId};
use uuid::Uuid;

use super::{Owner, Proof, owner, wrong_app_code};
use crate::{
    mail::MailTemplate,
    pipeline::{Command, Context, Step, Unit},
    second_factor::{self, Code, RecoveryHash},
    store::second_factor as stored,
    web::{self, CurrentSession},
};

/// Makes the secret that the user's session is going to be shown. It is good for nothing before it was confirmed.
#[derive(Serialize)]
pub(crate) struct BeginSetUp {
    pub user: UserId,
    #[serde(skip)]
    pub session: CurrentSession,
}

impl Command for BeginSetUp {
    const NAME: &'static str = "begin_second_factor";
    type Facts = Owner;
    type Decision = ();
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> Step<Owner> {
        owner(unit, self.user).await
    }

    fn decide(&self, owner: &Owner, _: &Context) -> Step<()> {
        if owner.has_second_factor {
            Err(PortalError::Conflict.into())
        } else {
            Ok(())
        }
    }

    async fn apply(&self, _: Owner, (): (), unit: &mut Unit<'_>) -> Step<()> {
        let secret = second_factor::fresh_secret();
        Ok(stored::begin_setup(unit.db, self.session.stored_name(), &secret).await?)
    }
}

/// Turns the second factor on, now that a code shows that an app has the secret. The user's other sessions end.
#[derive(Serialize)]
pub(crate) struct SetUp {
    pub user: UserId,
    #[serde(skip)]
    pub session: CurrentSession,
    /// The password's hash that was compared with what was typed.
    #[serde(skip)]
    pub checked: Option<String>,
    #[serde(skip)]
    pub proof: Proof,
    #[serde(skip)]
    pub recovery: Vec<RecoveryHash>,
}

/// The account, and the secret that was shown.
pub(crate) type Facts = (Owner, Vec<u8>);

impl Command for SetUp {
    const NAME: &'static str = "set_up_second_factor";
    type Facts = Facts;
    /// The step of the code, and what has happened.
    type Decision = (i64, customer::Event);
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> Step<Facts> {
        let owner = owner(unit, self.user).await?;
        let secret = stored::setup_secret(&mut *unit.db, self.session.stored_name()).await?;
        Ok((owner, secret.ok_or(PortalError::Conflict)?))
    }

    fn decide(&self, (owner, secret): &Facts, context: &Context) -> Step<Self::Decision> {
        if owner.has_second_factor {
            return Err(PortalError::Conflict.into());
        }
        let Code::App(code) = &self.proof.code else {
            return Err(wrong_app_code().into());
        };
        let step =
            second_factor::step_of(secret, code, self.proof.at)?.ok_or_else(wrong_app_code)?;
        let event = customer::Event::SecondFactorSetUp {
            user: self.user,
            at: context.now,
        };
        Ok((step, event))
    }

    async fn apply(
        &self,
        (owner, secret): Facts,
        (step, event): Self::Decision,
        unit: &mut Unit<'_>,
    ) -> Step<()> {
        let (id, now): (Uuid, _) = (unit.new_id(), unit.now());
        let checked = self.checked.as_deref();
        if !stored::turn_on(unit.db, self.user, (id, &secret, step), checked, now).await? {
            return Err(PortalError::SignedOut.into());
        }
        stored::set_recovery_codes(unit.db, self.user, &self.recovery).await?;
        web::end_others(&mut *unit.db, &self.session).await?;
        unit.record_in_each(&owner.organisations, &event).await?;
        let mail = MailTemplate::SecondFactorSetUp {
            account: owner.recipient.email.clone(),
            link: unit.url(route::SECOND_FACTOR),
        };
        unit.mail_user(&owner.recipient, mail).await
    }
}
