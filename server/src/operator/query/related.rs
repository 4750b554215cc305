//! What else the program has of an organization: its case, its listing, its entry in the registry.

use sqlx::PgConnection;
use tierline_app::{operator::model::Related, portal::PortalResult};
use tierline_core::{
    access::{self, Action},
    actor::Actor,
    organization::Organization,
};

use crate::organization::query::failed;

/// What there is of it, as far as the reader may open it.
pub(super) async fn related(
    db: &mut PgConnection,
    operator: &Organization,
    actor: &Actor,
    of: &Organization,
) -> PortalResult<Related> {
    let row = sqlx::query!(
        r#"select (select id from enrollment where organization_id = $1 and submitted_at is not null) as "case?",
              (select id from listing where provider_id = $1 and proposal_state is not null) as "proposed?",
              (select id from listing where provider_id = $1 and published_at is not null) as "published?",
              (select member_id from registry_mpn where mpn = $2) as "member?""#,
        of.id.into_uuid(),
        of.mpn.as_ref().map(|it| it.as_str()),
    )
    .fetch_one(db)
    .await
    .map_err(failed)?;
    let may = |action| access::authorize_on_program(operator, actor, action).is_ok();
    Ok(Related {
        case: row
            .case
            .filter(|_| may(Action::ReviewEnrollments))
            .map(Into::into),
        change: row
            .proposed
            .filter(|_| may(Action::ReviewListings))
            .map(Into::into),
        listing: row.published.map(Into::into),
        member: row
            .member
            .filter(|_| may(Action::ManageMembers))
            .map(Into::into),
    })
}
