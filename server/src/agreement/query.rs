//! Agreements for pages: reading and signing, **Program Info**, the operator's versions, and a provider's look-up.

mod look_up;
mod program;
mod unsigned;
mod versions;

use tierline_app::{
    agreement::model::{ShownText, SignPage},
    i18n::{Lang, market},
    overview::model::Accepted,
    portal::PortalResult,
};
use tierline_core::{
    Refusal,
    access::{self, Action},
    agreement::{self, Agreement, AgreementKind, Ask},
    ids::{AgreementId, OrganizationId},
    market::Language,
};

pub(crate) use look_up::look_up;
pub(crate) use program::{Receipt, latest, program_info, receipt};
pub(crate) use unsigned::LISTS;
pub(crate) use versions::{version, versions};

use super::{facts::Signer, store};
use crate::{
    account::store as accounts, enrollment::store as enrollments, organization::query::failed,
    pipeline::Read, store::Hold,
};

/// The own organization, as it signs.
async fn signer(read: &mut Read) -> PortalResult<Signer> {
    let actor = read.actor()?;
    let known = (read.now(), Hold::Free);
    Ok(Signer::load(read.db(), actor.organization, known).await?)
}

/// What an organization is asked to sign now, and whether it is to sign what has no text here.
pub(crate) async fn asked(read: &mut Read) -> PortalResult<(Vec<Ask>, bool)> {
    let now = read.now();
    Ok(signer(read).await?.all_asked(now))
}

/// What the organization has signed last, if that was not longer ago than this.
pub(crate) async fn accepted(
    read: &mut Read,
    within: chrono::TimeDelta,
) -> PortalResult<Option<Accepted>> {
    let now = read.now();
    let own = read.actor()?.organization;
    let kept = store::signatures(read.db(), own).await.map_err(failed)?;
    let newest = kept.into_iter().map(|kept| kept.signature).next();
    let newest = newest.filter(|signature| now - signature.at <= within);
    Ok(newest.map(|signature| Accepted {
        kind: signature.kind,
        version: signature.version.to_string(),
        at: signature.at,
    }))
}

/// The number of requirements that the organization does not meet: an MPN ID, and what it has to sign.
pub(crate) async fn unmet(
    db: &mut sqlx::PgConnection,
    own: OrganizationId,
    now: tierline_core::Timestamp,
) -> Result<u64, sqlx::Error> {
    let recorded = crate::organization::store::recorded(db, &[own.into_uuid()], now).await?;
    let Some(recorded) = recorded.into_iter().next() else {
        return Ok(0);
    };
    let enrollment = enrollments::of_organization(db, own, Hold::Free).await?;
    let signer = Signer::of(recorded, enrollment, now);
    Ok(u64::from(signer.organization.mpn.is_none()) + signer.to_sign(now))
}

/// The page on which an agreement is read and signed.
pub(crate) async fn sign_page(
    read: &mut Read,
    kind: AgreementKind,
    language: Option<Language>,
) -> PortalResult<SignPage> {
    let (now, actor) = (read.now(), read.actor()?);
    let signer = signer(read).await?;
    access::authorize_own(&signer.organization, &actor, Action::ViewOwn)?;
    if !signer.organization.capabilities.is_partner() {
        return Err(tierline_app::error::PortalError::NotFound);
    }
    let may_sign = signer.may_sign(kind, &actor);
    let reads = access::authorize_own(&signer.organization, &actor, Action::SignAgreement).is_ok();
    let newest = agreement::in_force_now(&signer.agreements, kind, now).cloned();
    let is_asked = signer.asked(kind, now).is_some();
    let kept = store::signatures(read.db(), signer.organization.id)
        .await
        .map_err(failed)?;
    let signed = latest(&signer, kind, &kept, &signer.agreements);
    // What was signed outside the portal counts as long as no newer version is in force.
    let is_signed = signed.is_some() && newest.is_some() && !is_asked;
    let text = match newest.filter(|_| reads) {
        Some(newest) => Some(shown(read, &newest, language).await?),
        None => None,
    };
    let account = accounts::load(read.db(), &[actor.user.into_uuid()])
        .await
        .map_err(failed)?
        .pop();
    let reader = account
        .map(|stored| {
            let user = stored.value;
            (user.name.to_string(), user.user_name.to_string())
        })
        .unwrap_or_default();
    Ok(SignPage {
        kind,
        organization: signer.organization.party(),
        signers: signers(read, signer.organization.id).await?,
        may_sign: on_the_way(may_sign, is_signed),
        reader,
        text,
        signed,
        is_signed,
    })
}

/// Nothing stands in the way of what is done.
fn on_the_way(may_sign: Result<(), Refusal>, is_signed: bool) -> Result<(), Refusal> {
    if is_signed { Ok(()) } else { may_sign }
}

/// A version in the language asked for, else in the reader's, else in English.
async fn shown(
    read: &mut Read,
    version: &Agreement,
    language: Option<Language>,
) -> PortalResult<ShownText> {
    let own = market::language(read.language);
    let wanted = [language, Some(own), Some(Language::English)];
    let chosen = wanted
        .into_iter()
        .flatten()
        .find_map(|language| Some((language, version.text(language)?)));
    let (language, digest) = chosen.ok_or(tierline_app::error::PortalError::NotFound)?;
    let words = store::words(read.db(), version.id, language)
        .await
        .map_err(failed)?;
    Ok(ShownText {
        id: version.id,
        version: version.version.to_string(),
        effective: version.effective,
        must_be_signed_by: version.must_be_signed_by,
        languages: version.texts.iter().map(|text| text.language).collect(),
        language,
        words: words.unwrap_or_default(),
        digest,
    })
}

/// The names of those who can sign for an organization; the first ones, if there are many.
async fn signers(read: &mut Read, organization: OrganizationId) -> PortalResult<Vec<String>> {
    sqlx::query_scalar!(
        "select u.name from membership m join app_user u on u.id = m.user_id
         where m.organization_id = $1 and 'global_admin' = any(m.roles)
            and u.blocked_at is null and m.blocked_at is null
         order by u.name, u.id limit 10",
        organization.as_uuid(),
    )
    .fetch_all(read.db())
    .await
    .map_err(failed)
}

/// A text as a file, for those who may read it: its name, and its words.
pub(crate) async fn file(
    read: &mut Read,
    id: AgreementId,
    language: Language,
) -> PortalResult<(String, String)> {
    use tierline_app::error::PortalError::NotFound;
    let actor = read.actor()?;
    let signer = signer(read).await?;
    let own = &signer.organization;
    let reads = if own.capabilities.operator.is_some() {
        access::authorize_on_program(own, &actor, Action::ManageAgreements).map(drop)
    } else {
        access::authorize_own(own, &actor, Action::SignAgreement).map(drop)
    };
    reads?;
    let version = store::by_id(read.db(), id, Hold::Free)
        .await
        .map_err(failed)?;
    let version = version.ok_or(NotFound)?.value;
    // A partner reads what applies or has applied.
    if own.capabilities.operator.is_none() && version.effective > read.now() {
        return Err(NotFound);
    }
    let words = store::words(read.db(), id, language)
        .await
        .map_err(failed)?;
    let name = format!(
        "{}-{}-{}",
        version.kind.code().replace('_', "-"),
        file_name(version.version.as_str()),
        store::code(language),
    );
    Ok((name, words.ok_or(NotFound)?))
}

/// A version in the name of a file: what may stand in one on every system.
pub(crate) fn file_name(version: &str) -> String {
    version
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() || letter == '.' {
                letter
            } else {
                '-'
            }
        })
        .collect()
}

/// The portal's language of this name.
pub(crate) fn lang_of(language: Language) -> Lang {
    Lang::from_tag(store::code(language)).unwrap_or_default()
}
