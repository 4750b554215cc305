//! Imports through PostgreSQL: received, looked at, applied or not. What browsers post is tested with the routes.

mod details;
mod interrupted;
mod prices;
mod registry;
mod users;

use std::sync::Arc;

use serde_json::Value;
use tierline_app::{
    error::PortalError,
    import::model::{ImportDetail, LineRow},
    list::model::ListQuery,
    portal::all::*,
};
use tierline_core::{
    ids::{ImportId, RequestId},
    import::{Command, Kind},
};
use uuid::Uuid;

use super::{Chosen, Upload, job};
use crate::{
    enrollment::document::tests::given::Own,
    imports,
    testing::{
        self,
        world::{Person, World},
    },
};

/// The world, with a folder of its own for files.
pub(super) async fn given() -> (World, Own) {
    let own = Own::new();
    let folder = format!("--documents-dir={}", own.0.display());
    let mut world = World::new().await;
    world.state.config = Arc::new(testing::config(&["--demo", &folder]));
    (world, own)
}

/// Uploads a file for the operator.
pub(super) async fn upload(
    world: &World,
    chosen: Chosen,
    file: &[u8],
) -> Result<ImportId, PortalError> {
    upload_by(world, &world.operator, chosen, file).await
}

/// Uploads a file.
pub(super) async fn upload_by(
    world: &World,
    by: &Person,
    chosen: Chosen,
    file: &[u8],
) -> Result<ImportId, PortalError> {
    let call = world.portal(by).call();
    let request = RequestId::from_uuid(Uuid::now_v7());
    let mut upload = Upload::begin(call, chosen, request).await?;
    for piece in file.chunks(60_000) {
        upload.write(piece).await?;
    }
    upload.end().await
}

/// A file of members.
pub(super) fn members() -> Chosen {
    Chosen {
        kind: Kind::Registry,
        customer: None,
        choice: Value::Null,
        name: "members.csv".to_owned(),
    }
}

/// Does what the job would do now.
pub(super) async fn work(world: &World, id: ImportId) {
    job::run(&world.state, imports::perform, id).await.unwrap();
}

/// Uploads a file and looks at it.
pub(super) async fn looked_at(world: &World, chosen: Chosen, file: &[u8]) -> ImportDetail {
    let id = upload(world, chosen, file).await.unwrap();
    work(world, id).await;
    shown(world, id).await
}

pub(super) async fn settle(
    world: &World,
    id: ImportId,
    command: Command,
) -> Result<(), PortalError> {
    let request = RequestId::from_uuid(Uuid::now_v7());
    let portal = world.portal(&world.operator);
    portal.settle_import(id, command, request).await
}

/// Applies what was shown.
pub(super) async fn apply(world: &World, id: ImportId) -> ImportDetail {
    settle(world, id, Command::Apply).await.unwrap();
    work(world, id).await;
    shown(world, id).await
}

/// The import as the operator sees it.
pub(super) async fn shown(world: &World, id: ImportId) -> ImportDetail {
    world.portal(&world.operator).import(id).await.unwrap()
}

/// The lines of an import on its list.
pub(super) async fn lines(world: &World, id: ImportId, query: &str) -> Vec<LineRow> {
    let query = ListQuery::parse(&format!("of={id}&{query}"));
    let portal = world.portal(&world.operator);
    let page = portal.listed::<tierline_app::import::list::ImportLines>(query);
    page.await.unwrap().rows
}

/// The code of a refusal.
pub(super) fn code<T: std::fmt::Debug>(answer: Result<T, PortalError>) -> &'static str {
    match answer.unwrap_err() {
        PortalError::Refused(refusal) => refusal.code(),
        other => panic!("{other:?}"),
    }
}
