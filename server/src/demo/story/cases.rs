//! The work of the operator's reviewers on cases.

use std::sync::Arc;

use tierline_app::portal::all::*;
use tierline_core::{
    ids::EnrollmentId,
    review::{Command, Ruling},
    text::Reason,
};

use super::companies::{Company, PROSEWARE, WINGTIP};
use crate::{
    config::Config,
    demo::{
        DemoError, random,
        stage::{Acting, Stage, step},
    },
};

/// The operator's reviewer.
const REVIEWER: &str = "Rae Dunn";

/// One case is taken, with a note for the others; another one waits for a second reviewer.
pub(super) async fn lately(stage: &Stage) -> Result<(), DemoError> {
    let note = "The register has the name, and another address. Asked the company by phone.";
    let note = Reason::parse(note).map_err(DemoError::written)?;
    let acting = stage.acting(REVIEWER, 1)?;
    works_on(stage, &acting, &WINGTIP, Command::Take).await?;
    works_on(stage, &acting, &WINGTIP, Command::Note(note)).await?;
    // Two reviewers were asked for when it was decided.
    let mut acting = stage.acting(REVIEWER, 1)?;
    let config = acting.portal.state.config.as_ref().clone();
    acting.portal.state.config = Arc::new(Config {
        second_reviewer: true,
        ..config
    });
    let approve = Command::Rule(Ruling::Approve);
    works_on(stage, &acting, &PROSEWARE, approve).await
}

async fn works_on(
    stage: &Stage,
    acting: &Acting,
    company: &Company,
    command: Command,
) -> Result<(), DemoError> {
    let name = company.name;
    let id = sqlx::query_scalar!(
        "select e.id from enrollment e join organization o on o.id = e.organization_id where o.name = $1",
        name
    )
    .fetch_one(stage.pool())
    .await?;
    // Several are of one moment, and each is a request of its own.
    let request = random::id("case", &format!("{name}{command:?}"));
    acting
        .portal
        .change_case(EnrollmentId::from_uuid(id), command, None, request.into())
        .await
        .map(drop)
        .map_err(step(format!("{REVIEWER} works on {name}")))
}
