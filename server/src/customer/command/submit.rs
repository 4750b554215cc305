use serde::{Deserialize, Serialize};
use tierline_app::{
    customer::model::SubmittedCustomer, error::PortalError, form::mark::Mark, i18n::Lang, route,
};
use tierline_core::{
    access::{self, Action},
    customer::{self, Created, Details, NewCustomer},
    event,
    ids::{CustomerDraftId, OrganizationId},
    organization::{Capabilities, Capability, Organization},
    role::{Role, RoleSet},
};

use super::{details, facts::Creating};
use crate::{
    account::store::{NewAccount, Recipient},
    mail::MailTemplate,
    mark,
    order::command as order,
    pipeline::{Command, CommandResult, Context, Unit},
    relationship::command as relationship,
};

/// A draft becomes a customer with its first admin, its relationships and its first order: all of it or nothing.
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

/// What the decision rests on.
#[derive(Debug)]
pub(crate) enum Facts {
    /// It was submitted before, longer ago than requests are remembered.
    Done(OrganizationId),
    New(Box<(Creating, NewCustomer)>),
}

/// The customer; `first` by the request that created it.
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

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let actor = unit.context.actor()?;
        let own = actor.organization;
        let organizations = crate::organization::store::lock(unit.db, [own], None).await?;
        // Before the draft says anything: what has become of it is not for everybody.
        access::own(organizations.get(own)?, &actor, Action::CreateCustomer)?;
        let stored = crate::customer::store::lock(unit.db, own, self.id)
            .await?
            .ok_or(PortalError::NotFound)?;
        if let Some(submitted) = stored.submitted {
            return Ok(Facts::Done(submitted.customer.id));
        }
        if let Some(reviewed) = &self.reviewed
            && *reviewed != mark::of(&stored.draft)?
        {
            // What is ordered is what was looked at.
            return Err(PortalError::Conflict.into());
        }
        let details = details::details(&stored.draft)?;
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
        creating.check_free()?;
        let created = customer::create(creating.facts(), new, &context.actor()?, context.now);
        Ok(Some(created.map_err(|refusal| {
            order::by_line(refusal, &new.lines, &creating.products)
        })?))
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
            (Facts::New(_), None) => return Err(PortalError::Conflict.into()),
        };
        let organization = self.found(&new, created.organization, unit).await?;
        for (id, event) in created.relationships {
            relationship::established(unit, id, event, &organization).await?;
        }
        let now = unit.now();
        crate::relationship::refresh_customer(unit.db, organization.id, now).await?;
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
        self.tell(&creating, &new, unit).await?;
        Ok(Submitted {
            customer: organization.id,
            first: true,
        })
    }
}

impl Submit {
    /// The organization and its first admin.
    async fn found(
        &self,
        new: &NewCustomer,
        event: customer::Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Organization> {
        let Details {
            name,
            domain,
            country,
            address,
            admin_name,
            admin_user_name,
            contact,
        } = &new.details;
        let organization = Organization {
            id: new.id,
            name: name.clone(),
            domain: domain.clone(),
            country: *country,
            capabilities: Capabilities::only(Capability::Customer),
            agreement: None,
            mpn: None,
        };
        let now = unit.now();
        crate::organization::store::insert(unit.db, &organization, Some(contact), address, now)
            .await?;
        let account = NewAccount {
            id: new.admin,
            email: admin_user_name,
            name: admin_name,
            password_hash: &self.hash,
            must_change_password: true,
            language: self.language,
            organization: new.id,
            roles: RoleSet::EMPTY.with(Role::GlobalAdmin),
        };
        crate::account::store::insert(unit.db, &account, now).await?;
        let mut concerned = vec![new.id];
        if let customer::Event::Created {
            partner, reseller, ..
        } = &event
        {
            concerned.push(*partner);
            concerned.extend(*reseller);
        }
        unit.record(
            [event::Event::Organization { id: new.id, event }],
            concerned,
        )
        .await?;
        Ok(organization)
    }

    /// The customer learns of its account, without the password; the reseller of its customer.
    async fn tell(
        &self,
        creating: &Creating,
        new: &NewCustomer,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let details = &new.details;
        let contact = Recipient {
            email: details.contact.to_string(),
            language: self.language,
        };
        let template = MailTemplate::CustomerCreated {
            partner: creating.partner.name.to_string(),
            customer: details.name.to_string(),
            account: details.admin_user_name.to_string(),
            link: unit.url(route::SIGN_IN),
        };
        unit.mail(new.id, &contact, template).await?;
        let Some((reseller, _)) = &creating.reseller else {
            return Ok(());
        };
        let template = MailTemplate::OrderSubmitted {
            seller: creating.partner.name.to_string(),
            customer: details.name.to_string(),
            lines: order::lines_of(&new.lines, &creating.products),
            total: order::total_of(&new.lines, &creating.products),
            link: unit.url(&route::customer(new.id)),
        };
        unit.mail_admins(reseller.id, |_| template.clone()).await
    }
}
