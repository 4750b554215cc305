//! The own enrollment among what waits.

use sqlx::PgConnection;
use tierline_app::{overview::model::Waiting, portal::PortalResult};
use tierline_core::{Timestamp, enrollment::Turn, organization::Organization};

use crate::{enrollment::store as enrollments, organization::query::failed, store::Hold};

/// The own enrollment, as long as it is somebody's turn.
pub(super) async fn own(
    db: &mut PgConnection,
    organization: &Organization,
    now: Timestamp,
    for_us: &mut Vec<Waiting>,
    for_others: &mut Vec<Waiting>,
) -> PortalResult<()> {
    let stored = enrollments::of_organization(db, organization.id, Hold::Free)
        .await
        .map_err(failed)?;
    let Some(enrollment) = stored.map(|stored| stored.value) else {
        return Ok(());
    };
    let (calendar, promise) = enrollments::calendar(db).await.map_err(failed)?;
    let tracker = enrollment.tracker(&calendar, promise, now);
    let waiting = Waiting::Enrollment {
        status: tracker.status,
        turn: tracker.turn,
        since: tracker.spent.map_or(enrollment.since, |spent| spent.since),
        until: tracker.spent.map(|spent| spent.due).or(tracker.suspends_at),
    };
    match tracker.turn {
        Turn::Applicant => for_us.push(waiting),
        Turn::Contact | Turn::Operator => for_others.push(waiting),
        Turn::Nobody => {}
    }
    Ok(())
}
