//! Mails about agreements.

use tierline_app::{agreement::told, i18n, route};
use tierline_core::{account::User, organization::Organization};

use super::command::SignAgreement;
use crate::pipeline::{Unit, letter::Letter, template::mails};

mails! {
    /// To the user who has signed an agreement: what was signed, and where its receipt is.
    AgreementSigned = "agreement_signed", from the_portal, button link {
        organization: String,
        agreement: String,
        version: String,
        signer: String,
        account: String,
        at: String,
        digest: String,
        link: String,
    }
}

/// The confirmation for the signer.
pub(super) fn signed(
    unit: &mut Unit<'_>,
    organization: &Organization,
    signer: &User,
    signed: &SignAgreement,
) {
    let (kind, version, digest) = (signed.kind, signed.version.to_string(), signed.text);
    let (name, account) = (signer.name.to_string(), signer.user_name.to_string());
    let (of, now) = (organization.name.to_string(), unit.now());
    let link = unit.public_url().join(route::PROGRAM_INFO);
    let letter = Letter::to_member(signer.id, organization.id, move |lang| {
        AgreementSigned {
            organization: of.clone(),
            agreement: told::kind(lang, kind).to_owned(),
            version: version.clone(),
            signer: name.clone(),
            account: account.clone(),
            at: i18n::date_time(lang, now),
            digest: digest.to_string(),
            link: link.clone(),
        }
        .into()
    });
    unit.send([letter]);
}
