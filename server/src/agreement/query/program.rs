//! **Program Info**, and the facts of a receipt.

use tierline_app::{
    agreement::model::{AskedVersion, ProgramInfo, SignedHere, SignedVersion},
    error::PortalError,
    portal::PortalResult,
};
use tierline_core::{
    access::{self, Action},
    agreement::{Agreement, AgreementKind},
    ids::AgreementId,
};

use super::{signer, store};
use crate::{
    agreement::{facts::Signer, store::Kept},
    organization::query::failed,
    pipeline::Read,
    store::Hold,
};

/// The own organization's agreements.
pub(crate) async fn program_info(read: &mut Read) -> PortalResult<ProgramInfo> {
    let (now, actor) = (read.now(), read.actor()?);
    let signer = signer(read).await?;
    access::authorize_own(&signer.organization, &actor, Action::ViewOwn)?;
    if !signer.organization.capabilities.is_partner() {
        return Err(PortalError::NotFound);
    }
    let kept = store::signatures(read.db(), signer.organization.id)
        .await
        .map_err(failed)?;
    let versions = store::all(read.db()).await.map_err(failed)?;
    let mut signed: Vec<SignedVersion> =
        kept.iter().map(|kept| in_portal(&versions, kept)).collect();
    // What was signed outside the portal has no signature here, and counts all the same.
    for kind in AgreementKind::ALL {
        let latest = latest(&signer, kind, &kept, &versions);
        signed.extend(latest.filter(|latest| latest.here.is_none()));
    }
    signed.sort_by_key(|signed| std::cmp::Reverse(signed.at));
    let asked = AgreementKind::ALL
        .into_iter()
        .filter_map(|kind| signer.asked(kind, now))
        .map(|ask| AskedVersion {
            kind: ask.kind,
            version: ask.version.to_string(),
            must_be_signed_by: ask.must_be_signed_by,
        });
    Ok(ProgramInfo {
        asked: asked.collect(),
        signed,
        may_sign: access::authorize_own(&signer.organization, &actor, Action::SignAgreement)
            .is_ok(),
        organization: signer.organization.party(),
    })
}

/// What the organization has signed of this agreement last, with the signature if it was signed in the portal.
pub(crate) fn latest(
    signer: &Signer,
    kind: AgreementKind,
    kept: &[Kept],
    versions: &[Agreement],
) -> Option<SignedVersion> {
    let signed = signer.signed(kind)?;
    let mut kept = kept.iter();
    let here = kept.find(|kept| {
        let signature = &kept.signature;
        signature.kind == kind
            && signature.version.as_str() == signed.version
            && signature.at == signed.at
    });
    Some(match here {
        Some(kept) => in_portal(versions, kept),
        None => SignedVersion {
            kind,
            version: signed.version,
            at: signed.at,
            here: None,
        },
    })
}

fn in_portal(agreements: &[Agreement], kept: &Kept) -> SignedVersion {
    let signature = &kept.signature;
    let version = of(agreements, kept);
    SignedVersion {
        kind: signature.kind,
        version: signature.version.to_string(),
        at: signature.at,
        here: version.map(|version| SignedHere {
            id: version.id,
            signer: kept.signer.clone(),
            account: kept.account.clone(),
            language: signature.language,
            address: signature.address.to_string(),
            digest: signature.text,
        }),
    }
}

/// The version that was signed.
fn of<'a>(agreements: &'a [Agreement], kept: &Kept) -> Option<&'a Agreement> {
    let signature = &kept.signature;
    let mut versions = agreements.iter();
    versions.find(|it| it.kind == signature.kind && it.version == signature.version)
}

/// The facts of a receipt.
#[derive(Clone, Debug)]
pub(crate) struct Receipt {
    pub kept: Kept,
    /// The organization's id.
    pub organization: tierline_core::ids::OrganizationId,
    /// The words that were signed.
    pub words: String,
}

/// The receipt of the own organization's newest signature of this version.
pub(crate) async fn receipt(read: &mut Read, id: AgreementId) -> PortalResult<Receipt> {
    let actor = read.actor()?;
    let signer = signer(read).await?;
    access::authorize_own(&signer.organization, &actor, Action::SignAgreement)?;
    let version = store::by_id(read.db(), id, Hold::Free)
        .await
        .map_err(failed)?;
    let version = version.ok_or(PortalError::NotFound)?.value;
    let kept = store::signature_of(read.db(), signer.organization.id, &version)
        .await
        .map_err(failed)?;
    let kept = kept.ok_or(PortalError::NotFound)?;
    let words = store::words(read.db(), id, kept.signature.language)
        .await
        .map_err(failed)?;
    Ok(Receipt {
        kept,
        organization: signer.organization.id,
        words: words.ok_or(PortalError::NotFound)?,
    })
}
