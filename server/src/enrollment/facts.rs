//! The facts for decisions about an enrollment, loaded for a change and for the page that says in advance what would
//! come of it.

use sqlx::PgConnection;
use tierline_core::{enrollment::Enrollment, ids::OrganizationId, organization::Organization};

use crate::{
    enrollment::store,
    organization::store as organizations,
    pipeline::{CommandError, CommandResult},
    store::{Hold, Stored},
};

/// The organization that enrolls, as it is stored, and its enrollment. The organization's row comes first: two changes
/// of one enrollment wait for each other there, whichever of the two they change.
#[derive(Debug)]
pub(crate) struct Applicant {
    pub organization: Stored<Organization>,
    pub enrollment: Option<Stored<Enrollment>>,
}

impl Applicant {
    pub(crate) async fn load(
        db: &mut PgConnection,
        id: OrganizationId,
        hold: Hold,
    ) -> CommandResult<Applicant> {
        let organization = match hold {
            Hold::Locked => organizations::lock_for_change(db, id).await?,
            Hold::Free => organizations::as_stored(db, id).await?,
        };
        Ok(Applicant {
            organization: organization.ok_or(CommandError::NotFound)?,
            enrollment: store::of_organization(db, id, hold).await?,
        })
    }

    /// The enrollment; whoever has none finds nothing.
    pub(crate) fn enrollment(&self) -> CommandResult<&Enrollment> {
        let enrollment = self.enrollment.as_ref().ok_or(CommandError::NotFound)?;
        Ok(&enrollment.value)
    }
}
