use serde::{Deserialize, Serialize};
use tierline_app::{customer::model::SubmittedCustomer, form::mark::Mark, i18n::Lang};
use tierline_core::{
    Refusal,
    access::{self, Action},
    account::{self, User},
    customer::{self, Created, NewCustomer},
    ids::{CustomerDraftId, OrganizationId},
    order::wanted,
    organization::{self, Organization},
};

use super::{details, facts::Creating};
use crate::{
    customer::{beside_its_field, follow},
    mark,
    order::command as order,
    pipeline::{Command, CommandError, CommandResult, Context, Unit, object::Beginning},
    relationship::command as relationship,
};

/// Turns a draft into a customer with its first admin, its relationships and its first order: all of it or nothing.
#[derive(Debug, Serialize)]
pub(crate) struct Submit {
    pub id: CustomerDraftId,
    #[serde(skip)]
    pub reviewed: Option<Mark>,
    #[serde(skip)]
    pub hash: String,
    #[serde(skip)]
    pub language: Lang,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) enum Facts {
    /// The draft was submitted before, longer ago than requests are remembered.
    Done(OrganizationId),
    New(Box<(Creating, NewCustomer)>),
}

/// The customer; `first` for the request that created it.
#[derive(Deserialize, Serialize)]
pub(crate) struct Submitted {
    pub customer: OrganizationId,
    #[serde(skip)]
    pub first: bool,
}

impl Command for Submit {
    const NAME: &'static str = "submit_customer_draft";
    type Facts = Facts;
    type Decision = Option<Created>;
    type Outcome = Submitted;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::CreateCustomer]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let actor = unit.context.actor()?;
        let own = actor.organization;
        let organizations =
            crate::organization::store::lock(unit.db, [own], None, unit.context.now).await?;
        // Checked before anything about the draft is revealed: its fate is not public.
        access::authorize_role(organizations.get(own)?, &actor, Action::CreateCustomer)?;
        let stored = crate::customer::store::lock(unit.db, own, self.id)
            .await?
            .ok_or(CommandError::NotFound)?;
        if let Some(submitted) = stored.submitted {
            return Ok(Facts::Done(submitted.customer.id));
        }
        if let Some(reviewed) = &self.reviewed
            && *reviewed != mark::of(&stored.draft)?
        {
            // The reviewed lines are the ones ordered.
            return Err(CommandError::Conflict);
        }
        let details = details::details(&stored.draft, unit.tenant_parent())?;
        let lines = details::lines(&stored.draft)?;
        let creating = Creating::load(unit, &stored.draft, Some(&details), &lines).await?;
        let new = NewCustomer {
            id: unit.new_id(),
            admin: unit.new_id(),
            details,
            order: unit.new_id(),
            lines: order::with_ids(unit, &lines),
            relationship: unit.new_id(),
            reseller_relationship: unit.new_id(),
        };
        Ok(Facts::New(Box::new((creating, new))))
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Option<Created>> {
        let Facts::New(new) = facts else {
            return Ok(None);
        };
        let (creating, new) = new.as_ref();
        let created = customer::create(creating.facts(), new, &context.actor()?, context.now);
        let created = created.map_err(|refusal| match refusal {
            Refusal::Catalog(_) => order::by_line(refusal, &wanted(&new.lines), &creating.products),
            refusal => beside_its_field(refusal),
        });
        Ok(Some(created?))
    }

    async fn apply(
        &self,
        facts: Facts,
        created: Option<Created>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Submitted> {
        let (creating, new, created) = match (facts, created) {
            (Facts::New(new), Some(created)) => (new.0, new.1, created),
            (Facts::Done(customer), _) => {
                return Ok(Submitted {
                    customer,
                    first: false,
                });
            }
            (Facts::New(_), None) => return Err(CommandError::Conflict),
        };
        let letters = follow::letters(
            &created,
            &follow::About {
                order: new.order,
                partner: &creating.partner,
                customer: &new.details,
                language: self.language,
                products: &creating.products,
                url: unit.public_url(),
            },
            new.id,
        );
        unit.send(letters);
        let organization = self
            .found(&new, created.organization, created.admin, unit)
            .await?;
        relationship::establish(unit, &organization, created.relationships).await?;
        let now = unit.now();
        let subscriptions =
            order::placed(unit, new.order, (created.order, created.subscriptions)).await?;
        let submitted = SubmittedCustomer {
            customer: organization.party(),
            reseller: creating
                .reseller
                .as_ref()
                .map(|(reseller, _)| reseller.party()),
            subscriptions: subscriptions
                .into_iter()
                .map(|subscription| subscription.id)
                .collect(),
            admin_user_name: new.details.admin_user_name.to_string(),
            at: unit.now(),
        };
        let own = creating.partner.id;
        crate::customer::store::submitted(unit.db, own, self.id, &submitted, now).await?;
        Ok(Submitted {
            customer: organization.id,
            first: true,
        })
    }
}

impl Submit {
    /// Creates the organization and its first admin.
    async fn found(
        &self,
        new: &NewCustomer,
        organization: organization::Event,
        admin: account::Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Organization> {
        let (details, at) = (&new.details, unit.now());
        let beside = crate::organization::store::Beside {
            contact: Some(details.contact.clone()),
            address: details.address.clone(),
            at,
        };
        let organization = unit
            .create(Beginning::of(new.id, organization, beside))
            .await?;
        let beside = crate::account::store::Beside {
            password_hash: self.hash.clone(),
            language: self.language,
            at,
        };
        unit.create::<User>(Beginning::of(new.admin, admin, beside))
            .await?;
        Ok(organization)
    }
}
