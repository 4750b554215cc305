//! Agreements: published, and signed.

use sqlx::types::Json;
use tierline_app::portal::{NewVersion, ReadText, all::*};
use tierline_core::{
    agreement::{Agreement, AgreementKind, Command},
    digest::Sha256,
    market::Language,
    text::AgreementVersion,
};

use crate::{
    data::What,
    entered::due,
    step::{Stop, request},
    world::World,
};

pub(crate) async fn run(world: &mut World, user: Option<&str>, what: &What) -> Result<(), Stop> {
    let now = world.now();
    let portal = world.portal(user).await;
    match what {
        What::Publish(new) => {
            let texts = new.languages.iter();
            let new = NewVersion {
                kind: new.agreement,
                version: new.version.clone(),
                texts: texts.map(|it| (*it, "# Be kind".to_owned())).collect(),
                effective: Some(new.effective(now)),
                must_be_signed_by: new.due(now),
            };
            portal.publish(new, request()).await?;
        }
        What::MoveDeadline {
            agreement,
            version,
            due_in,
        } => {
            let published = published(world, *agreement, version).await.unwrap();
            let command = Command::MoveDeadline {
                must_be_signed_by: due(*due_in, now),
            };
            portal
                .change_agreement(published.id, command, request())
                .await?;
        }
        What::Sign {
            agreement,
            version,
            other_text,
        } => {
            let published = published(world, *agreement, version).await;
            let text = published.and_then(|it| it.text(Language::English));
            let read = ReadText {
                kind: *agreement,
                version: version.clone(),
                language: Language::English,
                digest: text
                    .filter(|_| !other_text)
                    .unwrap_or(Sha256::from_bytes([2; 32])),
            };
            portal.sign(read, request()).await?;
        }
        other => unreachable!("{other:?} is not about agreements"),
    }
    Ok(())
}

/// The version of this name, if it was published.
async fn published(
    world: &World,
    kind: AgreementKind,
    version: &AgreementVersion,
) -> Option<Agreement> {
    let body: Option<Json<Agreement>> =
        sqlx::query_scalar("select body from agreement where kind = $1 and name = $2")
            .bind(kind.code())
            .bind(version.as_str())
            .fetch_optional(&world.state.pool)
            .await
            .unwrap();
    body.map(|body| body.0)
}
