use std::net::IpAddr;

use serde::Serialize;
use tierline_core::{
    access::Action,
    agreement::{self, AgreementKind, Signed, Signing},
    digest::Sha256,
    market::Language,
    organization,
    text::AgreementVersion,
};

use crate::{
    account::store as accounts,
    agreement::{
        facts::Signer,
        follow,
        store::{self, Kept},
    },
    enrollment::follow as enrollments,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
};

/// Signs the version in force, for the caller's organization.
#[derive(Debug, Serialize)]
pub(crate) struct SignAgreement {
    pub kind: AgreementKind,
    pub version: AgreementVersion,
    pub language: Language,
    /// The digest of the text that was shown.
    pub text: Sha256,
    /// Where the request came from; the same request may come again from elsewhere.
    #[serde(skip)]
    pub address: IpAddr,
}

impl Command for SignAgreement {
    const NAME: &'static str = "sign_agreement";
    type Facts = Signer;
    type Decision = Signed;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::SignAgreement]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Signer> {
        let own = unit.context.actor()?.organization;
        store::lock_for_signing(unit.db).await?;
        Signer::load(unit.db, own, (unit.context.now, Hold::Locked)).await
    }

    fn decide(&self, signer: &Signer, context: &Context) -> CommandResult<Signed> {
        let signing = Signing {
            kind: self.kind,
            version: self.version.clone(),
            language: self.language,
            text: self.text,
            address: self.address,
        };
        let actor = context.actor()?;
        Ok(agreement::sign(
            signer.facts(),
            &signing,
            &actor,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        mut signer: Signer,
        signed: Signed,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let user = unit.context.actor()?.user;
        let mut accounts = accounts::load(unit.db, &[user.into_uuid()]).await?;
        let account = accounts.pop().ok_or(CommandError::SignedOut)?.value;
        for event in &signed.organization {
            let organization::Event::AgreementSigned { signature } = event else {
                continue;
            };
            let kept = Kept {
                signature: signature.clone(),
                organization: signer.organization.name.to_string(),
                signer: account.name.to_string(),
                account: account.user_name.to_string(),
            };
            store::keep(unit.db, signer.organization.id, &kept).await?;
        }
        unit.apply_events(&mut signer.stored, &signed.organization)
            .await?;
        if let (Some(enrollment), Some(event)) = (&mut signer.enrollment, signed.enrollment) {
            let events = [event];
            unit.apply_events(enrollment, &events).await?;
            let link = (None, unit.public_url());
            let letters =
                enrollments::letters(&events, &enrollment.value, &signer.organization, link);
            unit.send(letters);
        }
        follow::signed(unit, &signer.organization, &account, self);
        Ok(())
    }
}
