//! The facts for **Setup info**: the change that renews the temporary password loads them locked; the pages that offer
//! it and show its result load them without a lock.

use sqlx::PgConnection;
use tierline_core::{
    Timestamp,
    access::CustomerFacts,
    actor::Actor,
    customer::{SetupAdmin, SetupFacts, may_renew_setup},
    ids::OrganizationId,
    organization::Organization,
    relationship::Relationship,
};

use crate::{
    account::store::{WorkAccount, setup_admins},
    pipeline::{CommandError, CommandResult},
    relationship::store::{all_of, with_partner},
    store::Hold,
};

/// The owned data that [`SetupFacts`] borrows.
#[derive(Debug)]
pub(super) struct Setup {
    partner: Organization,
    customer: Organization,
    relationship: Relationship,
    admins: Vec<WorkAccount>,
}

impl Setup {
    /// The facts about a partner's customer.
    pub(super) async fn load(
        db: &mut PgConnection,
        partner: OrganizationId,
        customer: OrganizationId,
        (now, hold): (Timestamp, Hold),
    ) -> CommandResult<Setup> {
        let organizations =
            crate::organization::store::these(db, [partner, customer], (now, hold)).await?;
        let relationships = all_of(db, customer, hold).await?;
        let relationship = with_partner(&relationships, partner, now);
        Ok(Setup {
            partner: organizations.get(partner)?.clone(),
            customer: organizations.get(customer)?.clone(),
            relationship: relationship.ok_or(CommandError::NotFound)?,
            admins: setup_admins(db, customer, hold).await?,
        })
    }

    /// Asks core.
    pub(super) fn ask<T>(&self, question: impl FnOnce(SetupFacts<'_>) -> T) -> T {
        let admins: Vec<SetupAdmin> = self.admins.iter().map(|account| account.admin).collect();
        question(SetupFacts {
            about: CustomerFacts {
                organization: &self.partner,
                customer: &self.customer,
                relationship: Some(&self.relationship),
                providers: &[],
            },
            admins: &admins,
        })
    }

    /// The work account whose temporary password the actor may renew now.
    pub(super) fn renewable(&self, actor: &Actor) -> Option<String> {
        let user = self.ask(|facts| may_renew_setup(facts, actor)).ok()?;
        let account = self.admins.iter().find(|it| it.admin.user == user)?;
        Some(account.user_name.clone())
    }
}
