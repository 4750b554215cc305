//! Renewals that are chosen in the list, to be changed.

use sqlx::PgConnection;
use tierline_app::{list::model::ListQuery, subscription::model::Viewer};
use tierline_core::{
    Timestamp, access, actor::Actor, organization::Organization, subscription::Bulk,
};
use uuid::Uuid;

use super::Visible;

impl Visible {
    /// The same in a change, by a user of a partner.
    pub(crate) fn of_partner(organization: Organization, actor: Actor, now: Timestamp) -> Visible {
        let is_provider = organization.capabilities.indirect_provider.is_some();
        Visible {
            now,
            organization,
            actor,
            viewer: if is_provider {
                Viewer::Provider
            } else {
                Viewer::Partner
            },
        }
    }

    /// The subscriptions that the address asks for, in its order: so many at most.
    pub(crate) async fn ids(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        at_most: usize,
    ) -> Result<Vec<Uuid>, sqlx::Error> {
        Ok(self.wanted(query).page(db, at_most).await?.rows)
    }

    /// Whether the user may change any of them. Each is asked once more when it is changed.
    pub(super) fn may_change(&self) -> bool {
        self.viewer != Viewer::Customer
            && access::authorize_roles(
                &self.organization.party(),
                &self.organization.capabilities,
                self.actor.roles,
                Bulk::RenewNow.asks_for(),
            )
            .is_ok()
    }
}
