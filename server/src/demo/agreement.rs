//! The agreements of the demo world, and who has signed them.

use std::net::Ipv4Addr;

use chrono::{DurationRound as _, TimeDelta};
use sqlx::{PgConnection, PgPool};
use tierline_app::i18n::market;
use tierline_core::{
    Timestamp,
    agreement::{Agreement, AgreementKind, Event, Signature},
    ids::{AgreementId, OrganizationId},
    market::Language,
    organization,
};

use super::{DemoError, organizations, past, people, random};
use crate::{
    agreement::store::{self, Kept, Words},
    organization::store as stored,
};

const OPERATOR: &str = "Tierline Demo Program";

const PARTNER: [(Language, &str); 3] = [
    (Language::English, include_str!("agreement/partner.en.md")),
    (
        Language::TraditionalChinese,
        include_str!("agreement/partner.zh-Hant.md"),
    ),
    (
        Language::SimplifiedChinese,
        include_str!("agreement/partner.zh-Hans.md"),
    ),
];

const RESELLER: [(Language, &str); 3] = [
    (Language::English, include_str!("agreement/reseller.en.md")),
    (
        Language::TraditionalChinese,
        include_str!("agreement/reseller.zh-Hant.md"),
    ),
    (
        Language::SimplifiedChinese,
        include_str!("agreement/reseller.zh-Hans.md"),
    ),
];

/// The texts of a version of an agreement in the demo.
fn words(kind: AgreementKind, next: bool) -> Vec<Words> {
    let texts = match kind {
        AgreementKind::PartnerAgreement => PARTNER,
        AgreementKind::IndirectResellerAgreement => RESELLER,
    };
    let texts = texts.into_iter().map(|(language, words)| {
        let words = words.trim_end();
        // The next version is stricter: whoever reads both finds the difference.
        let words = if next {
            words.replace("72", "24")
        } else {
            words.to_owned()
        };
        Words { language, words }
    });
    texts.collect()
}

/// A version, and its days.
struct Version {
    kind: AgreementKind,
    name: &'static str,
    next: bool,
    published: Timestamp,
    effective: Timestamp,
    must_be_signed_by: Option<Timestamp>,
}

async fn publish(db: &mut PgConnection, version: Version) -> Result<(), DemoError> {
    let words = words(version.kind, version.next);
    let event = Event::Published {
        operator: organizations::named(OPERATOR)?.id(),
        kind: version.kind,
        version: version.name.parse().map_err(DemoError::written)?,
        texts: words.iter().map(Words::text).collect(),
        effective: version.effective,
        must_be_signed_by: version.must_be_signed_by,
        at: version.published,
        by: people::first_of(OPERATOR)?.id(),
    };
    let key = format!("{} {}", version.kind.code(), version.name);
    let id = AgreementId::from_uuid(random::id("agreement", &key));
    past::begin::<Agreement>(db, id, vec![event], words, version.published).await
}

/// What the operator published when the program began: in force ever since.
pub(super) async fn begin(db: &mut PgConnection, at: Timestamp) -> Result<(), DemoError> {
    for kind in AgreementKind::ALL {
        let version = Version {
            kind,
            name: "1.0",
            next: false,
            published: at,
            effective: at,
            must_be_signed_by: Some(at),
        };
        publish(db, version).await?;
    }
    Ok(())
}

/// The next version, which everybody will be asked to sign: a clock moved forward shows it.
pub(super) async fn announce(pool: &PgPool, now: Timestamp) -> Result<(), DemoError> {
    let day = |days| {
        let day = now + TimeDelta::days(days);
        day.duration_trunc(TimeDelta::days(1))
            .map_err(DemoError::written)
    };
    let version = Version {
        kind: AgreementKind::PartnerAgreement,
        name: "2.0",
        next: true,
        published: now,
        effective: day(120)?,
        must_be_signed_by: Some(day(180)?),
    };
    publish(&mut *pool.acquire().await?, version).await
}

/// The partner agreement, signed by the organization's first global admin when it came into the program.
pub(super) async fn sign(
    db: &mut PgConnection,
    of: &organizations::Organization,
    at: Timestamp,
) -> Result<(), DemoError> {
    let (id, kind) = (of.id(), AgreementKind::PartnerAgreement);
    let signer = people::signer_of(of.name)?;
    let language = market::language(signer.language);
    let words = words(kind, false);
    let text = words.iter().find(|it| it.language == language);
    let text = text.ok_or_else(|| DemoError::Written("a text is missing".to_owned()))?;
    let signature = Signature {
        kind,
        version: "1.0".parse().map_err(DemoError::written)?,
        language,
        text: text.text().digest,
        address: address(id),
        at,
        by: signer.id(),
    };
    let found = stored::load(db, &[id.into_uuid()]).await?;
    for organization in found {
        let event = organization::Event::AgreementSigned {
            signature: signature.clone(),
        };
        past::go_on(db, organization, event, at).await?;
    }
    let kept = Kept {
        signature,
        organization: of.name.to_owned(),
        signer: signer.name.to_owned(),
        account: signer.email(),
    };
    Ok(store::keep(db, id, &kept).await?)
}

/// An address of those that are kept for examples.
fn address(of: OrganizationId) -> std::net::IpAddr {
    let [.., last] = of.into_uuid().into_bytes();
    Ipv4Addr::new(192, 0, 2, last).into()
}
