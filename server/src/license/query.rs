//! Licenses in users' hands, for pages.

mod holders;
mod licenses;
mod own;
mod removed;
mod user;
mod users;

use sqlx::PgConnection;
use tierline_app::{
    error::PortalError,
    license::{
        list::{Holders, Licenses, OwnLicenses, Users},
        model::Managed,
    },
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action, CustomerFacts},
    actor::Actor,
    ids::OrganizationId,
    license,
    organization::Organization,
};
use tokio::sync::OnceCell;
use uuid::Uuid;

pub(crate) use holders::choice;
pub(crate) use user::user;

use crate::{
    list::shown::Entry,
    organization::{query as load, query::failed},
    pipeline::{self, Read},
    relationship::store::in_force,
    store::Hold,
};

/// The lists.
pub(crate) const LISTS: &[Entry] = &[
    Entry::of::<Licenses>(),
    Entry::of::<Users>(),
    Entry::of::<Holders>(),
    Entry::of::<OwnLicenses>(),
];

/// Somebody who may have to do with the licenses of customers, or of the own organization as one.
pub(crate) struct Asking {
    now: Timestamp,
    organization: Organization,
    actor: Actor,
    /// The customer that the address names, once it was asked for.
    named: OnceCell<Organization>,
}

impl Asking {
    pub(crate) async fn of(read: &mut Read) -> PortalResult<Asking> {
        let actor = read.actor()?;
        let organization = load::organization(read, actor.organization).await?;
        // Checked before any lookup: a user without the role gets the same answer for every id.
        access::authorize_roles(
            &organization.party(),
            &organization.capabilities,
            actor.roles,
            &[Action::ManageLicenses],
        )?;
        Ok(Asking {
            now: read.now(),
            organization,
            actor,
            named: OnceCell::new(),
        })
    }

    /// The customer that an address names, as far as the caller manages its licenses; the own organization where none
    /// is named.
    async fn named(&self, db: &mut PgConnection, of: &str) -> PortalResult<Organization> {
        let id = if of.is_empty() {
            self.organization.id
        } else {
            let id: Uuid = of.parse().map_err(|_| PortalError::NotFound)?;
            OrganizationId::from_uuid(id)
        };
        if let Some(known) = self.named.get().filter(|known| known.id == id) {
            return Ok(known.clone());
        }
        let customer = self.customer(db, id).await?;
        // Kept for the other half of the page; it fails where another one is kept already.
        let _ = self.named.set(customer.clone());
        Ok(customer)
    }

    /// This customer, as far as the caller manages its licenses. One that the organization has no relationship with is
    /// not there, and a partner is no customer of its own.
    pub(crate) async fn customer(
        &self,
        db: &mut PgConnection,
        id: OrganizationId,
    ) -> PortalResult<Organization> {
        let (customer, relationship) = if id == self.organization.id {
            if self.organization.capabilities.customer.is_none() {
                return Err(PortalError::NotFound);
            }
            (self.organization.clone(), None)
        } else {
            let known = in_force(db, self.organization.id, id, (self.now, Hold::Free)).await;
            let relationship = known.map_err(failed)?.ok_or(PortalError::NotFound)?;
            let customer = load::organization_at(db, id, self.now).await?;
            (customer, Some(relationship))
        };
        let facts = CustomerFacts {
            organization: &self.organization,
            customer: &customer,
            relationship: relationship.as_ref(),
            providers: &[],
        };
        pipeline::visible(license::may_manage(facts, &self.actor))?;
        Ok(customer)
    }

    /// The organization that the caller acts for.
    pub(crate) fn own(&self) -> OrganizationId {
        self.organization.id
    }

    fn managed(&self, customer: &Organization) -> Managed {
        Managed {
            customer: customer.party(),
            own: customer.id == self.organization.id,
        }
    }
}
