//! Mails about agreements.

use tierline_app::{agreement::told, i18n, route};
use tierline_core::{account::User, agreement::Agreement, organization::Organization};

use super::command::SignAgreement;
use crate::{
    config::PublicUrl,
    pipeline::{
        Unit,
        letter::Letter,
        template::{Mail, mails},
    },
};

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

    /// To the global admins of a partner that is to sign a version which the operator has published.
    AgreementPublished = "agreement_published", from the_portal, party organization, button link {
        organization: String,
        agreement: String,
        version: String,
        effective: String,
        by: Option<String>,
        link: String,
    }

    /// To the global admins of a partner that has not signed a version of which the operator has moved the deadline.
    AgreementDeadlineMoved = "agreement_deadline_moved", from the_portal, party organization, button link {
        organization: String,
        agreement: String,
        version: String,
        effective: String,
        by: Option<String>,
        link: String,
    }
}

/// The letter to the global admins of a partner that a version concerns.
pub(super) fn published(agreement: &Agreement, partner: &Organization, url: &PublicUrl) -> Letter {
    to_sign(agreement, partner, url, Mail::from)
}

/// The same of a deadline that was moved.
pub(super) fn deadline_moved(
    agreement: &Agreement,
    partner: &Organization,
    url: &PublicUrl,
) -> Letter {
    to_sign(agreement, partner, url, |it| {
        AgreementDeadlineMoved {
            organization: it.organization,
            agreement: it.agreement,
            version: it.version,
            effective: it.effective,
            by: it.by,
            link: it.link,
        }
        .into()
    })
}

/// A letter of a version that is to be signed.
fn to_sign(
    agreement: &Agreement,
    partner: &Organization,
    url: &PublicUrl,
    written: fn(AgreementPublished) -> Mail,
) -> Letter {
    let (kind, version) = (agreement.kind, agreement.version.to_string());
    let (effective, by) = (agreement.effective, agreement.must_be_signed_by);
    let name = partner.name.to_string();
    let link = url.join(route::OVERVIEW);
    Letter::to_global_admins(partner.id, move |lang| {
        written(AgreementPublished {
            organization: name.clone(),
            agreement: told::kind(lang, kind).to_owned(),
            version: version.clone(),
            effective: i18n::date(lang, effective),
            by: by.map(|by| i18n::date(lang, by)),
            link: link.clone(),
        })
    })
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
