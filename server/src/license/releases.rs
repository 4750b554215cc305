//! The licenses that were released when a user was removed, for restoring it; loaded for the change, and for the page
//! that says in advance what would come of it.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::PgConnection;
use tierline_core::{
    Timestamp,
    account::User,
    actor::Actor,
    ids::{AssignmentId, OrganizationId, SubscriptionId, UserId},
    license::{self, Assignment, Event, Released, Restored},
};
use uuid::Uuid;

use super::store::{self, Licenses};
use crate::store::Hold;

/// What a user held when it was removed, and how many licenses there are now.
#[derive(Debug, Default)]
pub(crate) struct Releases {
    /// Each with the id of what begins, should there be something.
    released: Vec<(AssignmentId, Assignment)>,
    licenses: BTreeMap<SubscriptionId, Licenses>,
}

impl Releases {
    /// What was released of the user at this moment. For a change, nobody else assigns of it until the transaction
    /// ends.
    pub(crate) async fn of(
        db: &mut PgConnection,
        customer: OrganizationId,
        (user, removed): (UserId, Timestamp),
        hold: Hold,
    ) -> Result<Releases, sqlx::Error> {
        let released = store::released(db, customer, user, removed).await?;
        let of: BTreeSet<SubscriptionId> = released.iter().map(|it| it.subscription).collect();
        let mut licenses = BTreeMap::new();
        for subscription in of {
            if let Some(found) = store::licenses(db, customer, subscription, hold).await? {
                licenses.insert(subscription, found);
            }
        }
        // Of a decision in advance, the number is no part.
        let none = AssignmentId::from_uuid(Uuid::nil());
        Ok(Releases {
            released: released.into_iter().map(|it| (none, it)).collect(),
            licenses,
        })
    }

    /// Gives an id to each license that may begin.
    pub(crate) fn number(&mut self, new: impl Fn() -> AssignmentId) {
        for (id, _) in &mut self.released {
            *id = new();
        }
    }

    /// What the restored user has of them, as core says.
    pub(crate) fn given_back(
        &self,
        customer: OrganizationId,
        (user, removed): (&User, Timestamp),
        actor: &Actor,
        now: Timestamp,
    ) -> Restored {
        let released = self.released.iter().filter_map(|(new, assignment)| {
            let licenses = self.licenses.get(&assignment.subscription)?;
            Some(Released {
                assignment,
                pool: licenses.pool(),
                new: *new,
            })
        });
        let released: Vec<_> = released.collect();
        license::give_back(customer, user, removed, &released, actor, now)
    }

    /// The products of these licenses, by name.
    pub(crate) fn products(&self, given: &[(AssignmentId, Event)]) -> Vec<String> {
        let of = given.iter().filter_map(|(_, event)| match event {
            Event::Assigned { subscription, .. } => self.licenses.get(subscription),
            _ => None,
        });
        let mut products: Vec<String> = of.map(|it| it.product.clone()).collect();
        products.sort_unstable();
        products
    }
}
