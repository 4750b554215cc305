//! The work of the operator's reviewers on cases.

use tierline_app::portal::all::*;
use tierline_core::{ids::EnrollmentId, review::Command, text::Reason};

use crate::demo::{
    DemoError, random,
    stage::{Stage, step},
};

/// The operator's reviewer.
const REVIEWER: &str = "Rae Dunn";

/// One case is taken, with a note for the others.
pub(super) async fn lately(stage: &Stage) -> Result<(), DemoError> {
    let name = "Wingtip Cloud";
    let note = "The register has the name, and another address. Asked the company by phone.";
    let note = Reason::parse(note).map_err(DemoError::written)?;
    let id = sqlx::query_scalar!(
        "select e.id from enrollment e join organization o on o.id = e.organization_id where o.name = $1",
        name
    )
    .fetch_one(stage.pool())
    .await?;
    let acting = stage.acting(REVIEWER, 1)?;
    for (what, command) in [("take", Command::Take), ("note", Command::Note(note))] {
        // Both are of one moment, and each is a request of its own.
        let request = random::id("case", what);
        acting
            .portal
            .change_case(EnrollmentId::from_uuid(id), command, None, request.into())
            .await
            .map_err(step(format!("{REVIEWER} works on {name}")))?;
    }
    Ok(())
}
