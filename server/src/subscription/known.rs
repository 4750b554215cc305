//! What core has to know of a subscription, for a change and for the page that shows what a change would do.

use std::collections::HashMap;

use sqlx::PgConnection;
use tierline_core::{
    Timestamp,
    access::{CustomerFacts, Provider},
    catalog::{Held, Offer},
    ids::{OrganizationId, SkuId, SubscriptionId},
    organization::{Organization, Party},
    relationship::{Relationship, Side},
    subscription::{Charge, Command, Facts, Family, Sides, Subscription, is_shown_to},
};

use super::{
    named::Named,
    store::{
        self,
        family::{self, Members},
    },
};
use crate::{
    catalog::store::offers,
    organization::store::these,
    partnership::store::{of_provider, providers_for},
    pipeline::{CommandError, CommandResult},
    relationship::store::{all_of, in_force, with_partner},
    store::{Hold, Stored},
};

/// The facts about one subscription, for one organization.
#[derive(Debug)]
pub(crate) struct Known {
    pub organization: Organization,
    pub customer: Organization,
    /// In force; none for the customer itself.
    pub relationship: Option<Relationship>,
    pub providers: Vec<Provider>,
    pub orderer: Party,
    /// The partner of record, with its ties to who ordered and to the customer.
    pub of_record: Option<Named>,
    pub members: Members,
    pub family: Family,
    /// Every product concerned.
    pub offers: Vec<Offer>,
    /// The lines of the ledger by which a credit is limited.
    pub ledger: Vec<Charge>,
    /// Whether the customer's account is.
    under_review: bool,
    id: SubscriptionId,
    /// Its product by now.
    own_sku: Option<SkuId>,
    /// What the customer has in other subscriptions.
    held: HashMap<SkuId, Held>,
}

/// The products that are asked about beside those that the subscription has.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Asked {
    /// That of this command, if it names one.
    For(Command),
    /// Those to which it can be upgraded.
    Targets,
    /// None.
    Nothing,
    /// Both: for the page of this command.
    OnPage(Command),
}

impl Known {
    /// Loads them for an organization that may know of the subscription: the customer, or a partner with a relationship
    /// in force that has ordered it, is its partner of record, or administers the customer's subscriptions. For
    /// everybody else there is none.
    pub(crate) async fn load(
        db: &mut PgConnection,
        own: OrganizationId,
        id: SubscriptionId,
        asked: Asked,
        (now, hold): (Timestamp, Hold),
    ) -> CommandResult<Known> {
        let sides = family::sides(db, id).await?;
        let (sides, base) = sides.ok_or(CommandError::NotFound)?;
        // Nobody holds up what is done for somebody else's customer: asked again below, under the locks.
        if own != sides.customer {
            let tie = in_force(db, own, sides.customer, (now, Hold::Free)).await?;
            knows(tie.as_ref(), own, sides)?;
        }
        let concerned = [own, sides.customer, sides.partner];
        let concerned = concerned.into_iter().chain(sides.of_record);
        let organizations = these(db, concerned, (now, hold)).await?;
        let partnership = match sides.of_record {
            Some(reseller) => of_provider(db, sides.partner, reseller, hold).await?,
            None => None,
        };
        let relationship = match hold {
            _ if own == sides.customer => None,
            // Whatever is bought for one customer is bought one after the other, within what it may have.
            Hold::Locked => {
                let all = all_of(db, sides.customer, Hold::Locked).await?;
                with_partner(&all, own, now)
            }
            Hold::Free => in_force(db, own, sides.customer, (now, hold)).await?,
        };
        if own != sides.customer {
            knows(relationship.as_ref(), own, sides)?;
        }
        let customer = organizations.get(sides.customer)?.clone();
        let providers = match &relationship {
            Some(tie) if matches!(tie.side, Side::IndirectReseller) => {
                providers_for(db, own, &customer, now).await?
            }
            _ => Vec::new(),
        };
        let members = family::of_base(db, base.unwrap_or(id), hold).await?;
        let members = members.filter(|members| members.get(id).is_some());
        let members = members.ok_or(CommandError::NotFound)?;
        let offers = products(db, &members, id, asked, &customer, now).await?;
        let skus: Vec<SkuId> = offers.iter().map(|offer| offer.product.sku).collect();
        let held = store::held(db, customer.id, Some(id), &skus, now).await?;
        let family = members.family();
        let mut by_now = family.clone();
        for happened in family.catch_up(&offers, now) {
            by_now.apply(&happened);
        }
        let ids: Vec<SubscriptionId> = family.members().map(|it| it.id).collect();
        let since = family.due().map_or(now, |due| due.min(now));
        Ok(Known {
            ledger: store::since(db, &ids, since).await?,
            organization: organizations.get(own)?.clone(),
            orderer: organizations.get(sides.partner)?.party(),
            of_record: match sides.of_record {
                Some(reseller) => Some(Named {
                    partner: organizations.get(reseller)?.clone(),
                    partnership,
                    relationship: in_force(db, reseller, customer.id, (now, hold)).await?,
                }),
                None => None,
            },
            under_review: organizations.is_under_review(customer.id)?,
            customer,
            relationship,
            providers,
            members,
            own_sku: by_now.get(id).map(|it| it.sku),
            family,
            offers,
            id,
            held,
        })
    }

    /// The subscription, as it is stored.
    pub(crate) fn stored(&self) -> CommandResult<&Stored<Subscription>> {
        let stored = self.members.get(self.id);
        stored.ok_or(CommandError::Inconsistent(
            "a subscription out of its family",
        ))
    }

    /// The facts for deciding about the actor's part in it.
    pub(crate) fn access(&self) -> CustomerFacts<'_> {
        CustomerFacts {
            organization: &self.organization,
            customer: &self.customer,
            relationship: self.relationship.as_ref(),
            providers: &self.providers,
        }
    }

    /// The facts for deciding what asks for no other product.
    pub(crate) fn facts_as_is(&self) -> Facts<'_> {
        self.facts(Command::Unschedule)
    }

    /// The facts for deciding this command.
    pub(crate) fn facts(&self, command: Command) -> Facts<'_> {
        let held = asked_for(command).or(self.own_sku);
        Facts {
            family: &self.family,
            subscription: self.id,
            access: self.access(),
            orderer: &self.orderer,
            of_record: self.of_record.as_ref().map(Named::candidate),
            under_review: self.under_review,
            offers: &self.offers,
            held: held
                .and_then(|sku| self.held.get(&sku).copied())
                .unwrap_or_default(),
        }
    }
}

/// Whether a partner knows of a customer's subscription.
fn knows(tie: Option<&Relationship>, own: OrganizationId, sides: Sides) -> CommandResult<()> {
    if is_shown_to(sides, own, tie) {
        Ok(())
    } else {
        Err(CommandError::NotFound)
    }
}

/// The product that a command names.
const fn asked_for(command: Command) -> Option<SkuId> {
    match command {
        Command::Upgrade { to } => Some(to),
        Command::Schedule { upgrade, .. } => upgrade,
        _ => None,
    }
}

async fn products(
    db: &mut PgConnection,
    members: &Members,
    id: SubscriptionId,
    asked: Asked,
    customer: &Organization,
    now: Timestamp,
) -> Result<Vec<Offer>, sqlx::Error> {
    let mut skus = concerned(members);
    if let Asked::For(command) | Asked::OnPage(command) = asked {
        skus.extend(asked_for(command));
    }
    skus.sort_unstable();
    skus.dedup();
    let mut all = offers(db, &skus, customer.country, now).await?;
    if let Asked::Targets | Asked::OnPage(_) = asked
        && let Some(own) = members.get(id).map(|it| it.value.sku)
        && let Some(own) = all.iter().find(|it| it.product.sku == own)
    {
        let more = own.upgrades.iter().filter(|target| !skus.contains(target));
        let more: Vec<SkuId> = more.copied().collect();
        all.extend(offers(db, &more, customer.country, now).await?);
    }
    Ok(all)
}

/// The products of a family, and those that are scheduled for it.
pub(super) fn concerned(members: &Members) -> Vec<SkuId> {
    let all = members.all().map(|it| &it.value);
    all.flat_map(|it| {
        let pending = it.course.pending.as_ref().map(|it| it.change.sku);
        [it.sku].into_iter().chain(pending)
    })
    .collect()
}
