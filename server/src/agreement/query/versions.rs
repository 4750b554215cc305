//! **Agreements**, for the operator: the versions, and who has signed them.

use sqlx::PgConnection;
use tierline_app::{
    agreement::model::{AgreementsPage, UNSIGNED_NAMED, VersionPage, VersionRow, VersionState},
    error::PortalError,
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    agreement::{self, Agreement, AgreementKind, Command},
    ids::AgreementId,
    market::Language,
    organization::{Organization, Party},
};

use super::{shown, store};
use crate::{
    activity::query::{self as timeline, Reader},
    list::count,
    organization::query::{self as load, failed, party},
    pipeline::Read,
};

/// The operator, if the caller may publish for it.
async fn operator(read: &mut Read) -> PortalResult<(Organization, Actor)> {
    let actor = read.actor()?;
    let organization = load::organization(read, actor.organization).await?;
    // Whoever may not publish is not told what there is to publish.
    if organization.capabilities.operator.is_none() {
        return Err(PortalError::NotFound);
    }
    access::authorize_on_program(&organization, &actor, Action::ManageAgreements)?;
    Ok((organization, actor))
}

/// Every version.
pub(crate) async fn versions(read: &mut Read) -> PortalResult<AgreementsPage> {
    operator(read).await?;
    let now = read.now();
    let all = store::all(read.db()).await.map_err(failed)?;
    let mut versions = Vec::with_capacity(all.len());
    for version in &all {
        versions.push(row(read.db(), &all, version, now).await?);
    }
    let mut concerned = Vec::new();
    for kind in AgreementKind::ALL {
        concerned.push((kind, count(concerned_by(read.db(), kind).await?)));
    }
    Ok(AgreementsPage {
        versions,
        concerned,
    })
}

/// A version.
pub(crate) async fn version(
    read: &mut Read,
    id: AgreementId,
    language: Option<Language>,
) -> PortalResult<VersionPage> {
    let (operator, actor) = operator(read).await?;
    let now = read.now();
    let all = store::all(read.db()).await.map_err(failed)?;
    let version = all.iter().find(|it| it.id == id);
    let version = version.ok_or(PortalError::NotFound)?;
    let command = Command::MoveDeadline {
        must_be_signed_by: version.must_be_signed_by,
    };
    let may_change = agreement::decide(version, &operator, command, &actor, now).map(drop);
    let reader = Reader::of(&operator, &actor);
    Ok(VersionPage {
        row: row(read.db(), &all, version, now).await?,
        text: shown(read, version, language).await?,
        unsigned: unsigned(read.db(), version).await?,
        may_change,
        timeline: timeline::of_objects(read.db(), &reader, &[id.into_uuid()]).await?,
    })
}

async fn row(
    db: &mut PgConnection,
    all: &[Agreement],
    version: &Agreement,
    now: Timestamp,
) -> PortalResult<VersionRow> {
    let newest = agreement::in_force_now(all, version.kind, now);
    let state = match newest {
        Some(newest) if newest.id == version.id => VersionState::InForce,
        _ if version.effective > now => VersionState::Scheduled,
        _ => VersionState::Replaced,
    };
    let signed = signed(db, version).await?;
    let concerned = concerned_by(db, version.kind).await?;
    Ok(VersionRow {
        id: version.id,
        kind: version.kind,
        version: version.version.to_string(),
        state,
        effective: version.effective,
        must_be_signed_by: version.must_be_signed_by,
        languages: version.texts.iter().map(|text| text.language).collect(),
        signed: count(signed),
        unsigned: count((concerned - signed).max(0)),
    })
}

/// How many organizations an agreement concerns: partners that are known to the program, and for the indirect reseller
/// agreement those that have signed a version of it.
async fn concerned_by(db: &mut PgConnection, kind: AgreementKind) -> PortalResult<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from organization o where agreement_concerns(o, $1)"#,
        kind.code(),
    )
    .fetch_one(db)
    .await
    .map_err(failed)
}

/// How many organizations have signed a version, in the portal or outside it.
async fn signed(db: &mut PgConnection, version: &Agreement) -> PortalResult<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from organization o
           where agreement_concerns(o, $1) and agreement_is_signed(o, $1, $2)"#,
        version.kind.code(),
        version.version.as_str(),
    )
    .fetch_one(db)
    .await
    .map_err(failed)
}

/// The first of those that have not signed a version, by name.
async fn unsigned(db: &mut PgConnection, version: &Agreement) -> PortalResult<Vec<Party>> {
    let rows = sqlx::query!(
        "select o.id, o.name from organization o
         where agreement_concerns(o, $1) and not agreement_is_signed(o, $1, $2)
         order by o.sort_key, o.id limit $3",
        version.kind.code(),
        version.version.as_str(),
        UNSIGNED_NAMED,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    rows.into_iter()
        .map(|row| party(row.id, &row.name))
        .collect()
}
