//! **Agreements**, for the operator: the versions, and who has signed them.

use std::collections::HashMap;

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
    organization::Organization,
};

use super::{shown, store, unsigned::first};
use crate::{
    activity::query::{self as timeline, Reader},
    list::count,
    organization::query::{self as load, failed},
    pipeline::Read,
    store::Hold,
};

/// The operator, if the caller may publish for it.
pub(super) async fn operator(read: &mut Read) -> PortalResult<(Organization, Actor)> {
    let actor = read.actor()?;
    let organization = load::organization(read, actor.organization).await?;
    // Whoever may not publish is not told what there is to publish.
    if organization.capabilities.operator.is_none() {
        return Err(PortalError::NotFound);
    }
    access::authorize_on_program(&organization, &actor, Action::ManageAgreements)?;
    Ok((organization, actor))
}

/// The versions.
pub(crate) async fn versions(read: &mut Read) -> PortalResult<AgreementsPage> {
    operator(read).await?;
    let now = read.now();
    let all = store::all(read.db()).await.map_err(failed)?;
    let tally = Tally::load(read.db()).await?;
    let versions = all.iter().map(|version| row(&tally, &all, version, now));
    Ok(AgreementsPage {
        versions: versions.collect(),
        concerned: AgreementKind::ALL
            .map(|kind| (kind, tally.of(kind, None)))
            .into(),
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
    let version = store::by_id(read.db(), id, Hold::Free).await;
    let version = version.map_err(failed)?.ok_or(PortalError::NotFound)?;
    let version = &version.value;
    let command = Command::MoveDeadline {
        must_be_signed_by: version.must_be_signed_by,
    };
    let may_change = agreement::decide(version, &operator, command, &actor, now).map(drop);
    let reader = Reader::of(&operator, &actor, read.now());
    let row = row(&Tally::load(read.db()).await?, &all, version, now);
    Ok(VersionPage {
        text: shown(read, version, language).await?,
        // Where nobody is left, nobody is looked for.
        unsigned: if row.unsigned > 0 {
            first(read.db(), version, UNSIGNED_NAMED).await?
        } else {
            Vec::new()
        },
        row,
        may_change,
        timeline: timeline::of_objects(read.db(), &reader, &[id.into_uuid()]).await?,
    })
}

fn row(tally: &Tally, all: &[Agreement], version: &Agreement, now: Timestamp) -> VersionRow {
    let newest = agreement::in_force_now(all, version.kind, now);
    let state = match newest {
        Some(newest) if newest.id == version.id => VersionState::InForce,
        _ if version.effective > now => VersionState::Scheduled,
        _ => VersionState::Replaced,
    };
    let signed = tally.of(version.kind, Some(version.version.as_str()));
    VersionRow {
        id: version.id,
        kind: version.kind,
        version: version.version.to_string(),
        state,
        effective: version.effective,
        must_be_signed_by: version.must_be_signed_by,
        languages: version.texts.iter().map(|text| text.language).collect(),
        signed,
        unsigned: tally.unsigned(version),
    }
}

/// How many organizations each agreement concerns, and how many have signed each version, in the portal or outside it.
/// An agreement concerns partners that are known to the program, and the indirect reseller agreement those that have
/// signed a version of it. The database keeps these numbers: nothing is counted here.
pub(super) struct Tally(HashMap<(String, Option<String>), u64>);

impl Tally {
    pub(super) async fn load(db: &mut PgConnection) -> PortalResult<Tally> {
        let rows = sqlx::query!(
            r#"select kind, name, sum(amount)::bigint as "amount!" from agreement_tally group by kind, name"#
        )
        .fetch_all(db)
        .await
        .map_err(failed)?;
        let rows = rows.into_iter();
        Ok(Tally(
            rows.map(|row| ((row.kind, row.name), count(row.amount)))
                .collect(),
        ))
    }

    /// Those that a version concerns and that have not signed it.
    pub(super) fn unsigned(&self, version: &Agreement) -> u64 {
        let signed = self.of(version.kind, Some(version.version.as_str()));
        self.of(version.kind, None).saturating_sub(signed)
    }

    /// Of a version, those that have signed it; else those that the agreement concerns.
    fn of(&self, kind: AgreementKind, version: Option<&str>) -> u64 {
        let key = (kind.code().to_owned(), version.map(str::to_owned));
        self.0.get(&key).copied().unwrap_or_default()
    }
}
