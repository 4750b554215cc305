//! The facts about one relationship, and what is carried out by them.

use sqlx::PgConnection;
use tierline_core::{
    Timestamp,
    ids::{OrganizationId, RelationshipId},
    organization::{Organization, Party},
    relationship::{Event, Relationship, RelationshipFacts},
    text::Reason,
};

use super::{co_serving, follow, store};
use crate::{
    organization::store::these,
    pipeline::{CommandError, CommandResult, Unit},
    store::{Hold, Stored},
};

/// What is decided by about one relationship, for a change and for the page that says in advance what would come of it.
#[derive(Debug)]
pub(crate) struct Facts {
    pub stored: Stored<Relationship>,
    pub customer: Organization,
    pub partner: Party,
}

impl Facts {
    /// Those of a relationship of this organization.
    pub(crate) async fn load(
        db: &mut PgConnection,
        own: OrganizationId,
        id: RelationshipId,
        (now, hold): (Timestamp, Hold),
    ) -> CommandResult<Facts> {
        let sides = store::sides(db, own, id).await?;
        let (partner, customer) = sides.ok_or(CommandError::NotFound)?;
        let organizations = these(db, [customer, partner], (now, hold)).await?;
        let stored = store::own(db, own, id, hold).await?;
        Ok(Facts {
            stored: stored.ok_or(CommandError::NotFound)?,
            customer: organizations.get(customer)?.clone(),
            partner: organizations.get(partner)?.party(),
        })
    }

    /// In core's form, with the relationship as it is stored or after some of what was decided.
    pub(super) fn of<'a>(&'a self, relationship: &'a Relationship) -> RelationshipFacts<'a> {
        RelationshipFacts {
            relationship,
            customer: &self.customer,
            partner: &self.partner,
        }
    }

    /// Carries out what was decided, by the customer, by the partner or by time: the one place where rights end. `text`
    /// is what the customer has to say beside it.
    pub(super) async fn carry_out(
        &mut self,
        events: &[Event],
        text: Option<&Reason>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        if events.is_empty() {
            return Ok(());
        }
        unit.apply_events(&mut self.stored, events).await?;
        let (after, now) = (&self.stored.value, unit.now());
        let is_asked = |event: &Event| {
            matches!(
                event,
                Event::RenewalAsked { .. } | Event::RenewalDeclined { .. }
            )
        };
        // Words alone change nothing of who serves the customer.
        if !events.iter().all(is_asked) {
            co_serving::refresh_customer(unit.db, after.customer, now).await?;
        }
        let about = follow::About {
            relationship: after,
            customer: &self.customer.party(),
            partner: &self.partner,
            text,
            url: unit.public_url(),
        };
        let letters = follow::letters(events, &about);
        unit.send(letters);
        Ok(())
    }
}
