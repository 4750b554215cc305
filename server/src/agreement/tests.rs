//! Agreements through the portal and PostgreSQL.

mod joining;
mod look_up;
mod publishing;
mod signing;

use chrono::TimeDelta;
use tierline_app::portal::{NewVersion, ReadText, all::*};
use tierline_core::{
    Timestamp, agreement::AgreementKind, digest::Sha256, ids::AgreementId, market::Language,
};

use crate::testing::world::{Person, World, request};

const ENGLISH: &str = "# Partner Agreement\n\nBe **kind**.";
const CHINESE: &str = "# 合作夥伴合約\n\n請**友善**待人。";

fn version(name: &str) -> NewVersion {
    NewVersion {
        kind: AgreementKind::PartnerAgreement,
        version: name.parse().unwrap(),
        texts: vec![
            (Language::English, ENGLISH.to_owned()),
            (Language::TraditionalChinese, CHINESE.to_owned()),
        ],
        effective: None,
        must_be_signed_by: None,
    }
}

/// The moment so many days from now.
fn day(world: &World, days: i64) -> Timestamp {
    world.now() + TimeDelta::days(days)
}

/// Published a moment after what was signed before the world began.
async fn publish(world: &World, new: NewVersion) -> AgreementId {
    world.state.clock.advance(TimeDelta::seconds(1)).unwrap();
    world
        .portal(&world.operator)
        .publish(new, request())
        .await
        .unwrap()
}

/// What this person reads of the partner agreement now.
async fn read(world: &World, person: &Person, language: Language) -> ReadText {
    let page = world
        .portal(person)
        .agreement(AgreementKind::PartnerAgreement, Some(language))
        .await
        .unwrap();
    let text = page.text.unwrap();
    ReadText {
        kind: page.kind,
        version: text.version.parse().unwrap(),
        language: text.language,
        digest: text.digest,
    }
}

async fn sign(world: &World, person: &Person) {
    let read = read(world, person, Language::English).await;
    world.portal(person).sign(read, request()).await.unwrap();
}

/// A digest of nothing that was published.
fn other_digest() -> Sha256 {
    Sha256::from_bytes([7; 32])
}
