//! What a command on a subscription has to meet.

use super::{
    super::{Author, Change, State, check_of_record},
    Deciding, R,
};
use crate::{
    access::{Action, CustomerFacts, authorize_on_customer},
    catalog::{self, Held, Kind, check_quantity},
    ids::SkuId,
    money::{Money, Quantity},
    organization::Party,
    refusal::Refusal,
};

/// What a command needs.
#[derive(Clone, Copy)]
pub(super) enum Need {
    /// More than there was: by whoever may order for the customer, and ordered this.
    Order,
    /// Less than there was: by whoever ordered it.
    Change,
    /// Its renewal: by whoever ordered it, or by a reseller that looks after it.
    Renewal,
}

impl Deciding<'_> {
    /// Decides whether the actor may do this, and by what right.
    pub(super) fn authorize(&self, need: Need) -> Result<Author, Refusal> {
        let (access, subscription) = (self.facts.access, self.subscription);
        let organization = access.organization.id;
        let on_customer = |action| authorize_on_customer(access, self.actor, action);
        let is_own = subscription.partner == organization;
        let basis = match need {
            Need::Order if is_own => on_customer(Action::PlaceOrder)?,
            Need::Change | Need::Renewal if is_own => on_customer(Action::ChangeOrders)?,
            Need::Renewal => {
                let basis = on_customer(Action::ManageSubscriptions)?;
                match self
                    .facts
                    .of_record
                    .filter(|it| it.partner.id != organization)
                {
                    Some(another) => return Err(another_partner(&another.partner.party())),
                    None => basis,
                }
            }
            // A reseller hears which provider orders.
            Need::Order => {
                on_customer(Action::PlaceOrder)?;
                return Err(another_partner(self.facts.orderer));
            }
            Need::Change => {
                on_customer(Action::ViewSubscriptions)?;
                return Err(another_partner(self.facts.orderer));
            }
        };
        Ok(Author {
            user: self.actor.user,
            organization,
            basis,
        })
    }

    pub(super) fn wrong_state(&self) -> Refusal {
        let status = self.subscription.state.status();
        R::WrongState { status }.into()
    }

    pub(super) fn active(&self) -> Result<(), Refusal> {
        match self.subscription.state {
            State::Active => Ok(()),
            _ => Err(self.wrong_state()),
        }
    }

    pub(super) fn changes(&self, changes: bool) -> Result<(), Refusal> {
        if changes {
            Ok(())
        } else {
            Err(R::Unchanged.into())
        }
    }

    pub(super) fn of_kind(&self, can: fn(Kind) -> bool) -> Result<(), Refusal> {
        let kind = self.subscription.course.kind;
        if can(kind) {
            return Ok(());
        }
        let product = self.facts.offer(self.subscription.sku)?;
        Err(R::NotForKind {
            product: product.product.name.clone(),
            kind,
        }
        .into())
    }

    /// More is bought as by an order: for a partner of record that is fit to earn on it, and a customer that is not
    /// under review.
    pub(super) fn may_buy(&self) -> Result<(), Refusal> {
        let CustomerFacts {
            organization,
            customer,
            ..
        } = self.facts.access;
        if let Some(of_record) = self.facts.of_record {
            check_of_record(organization, customer, of_record, self.now)?;
        }
        self.not_under_review()
    }

    pub(super) fn not_under_review(&self) -> Result<(), Refusal> {
        if self.facts.under_review {
            let customer = self.facts.access.customer.party();
            return Err(R::CustomerUnderReview { customer }.into());
        }
        Ok(())
    }

    /// An add-on is in use only beside its base.
    pub(super) fn has_base(&self) -> Result<(), Refusal> {
        let base = &self.family.base;
        match base.state {
            State::Active => Ok(()),
            _ if base.id == self.subscription.id => Ok(()),
            state => Err(R::BaseNotActive {
                status: state.status(),
            }
            .into()),
        }
    }

    pub(super) fn can_take_back(&self, asked: u32) -> Result<(), Refusal> {
        let returnable = self.subscription.returnable(self.now);
        if asked <= returnable {
            return Ok(());
        }
        Err(R::WindowClosed {
            asked,
            returnable,
            ends: self.subscription.ends,
        }
        .into())
    }

    /// Checks a number of licenses against the limits of a product, as for an order. What the customer has of it in
    /// other subscriptions forbids a second one only where this would become it.
    pub(super) fn fits(&self, sku: SkuId, count: u32) -> Result<Quantity, Refusal> {
        let is_new = sku != self.subscription.sku || !self.subscription.is_running();
        let held = Held {
            subscriptions: if is_new {
                self.facts.held.subscriptions
            } else {
                0
            },
            ..self.facts.held
        };
        let product = &self.facts.offer(sku)?.product;
        Ok(check_quantity(product, held, count)?)
    }

    /// Fewer licenses are limited by the minimum alone, also of a product that is no longer sold.
    pub(super) fn at_least_the_minimum(&self, count: u32) -> Result<Quantity, Refusal> {
        let product = &self.facts.offer(self.subscription.sku)?.product;
        let minimum = product.limits.minimum.max(1);
        let quantity = Quantity::new(count).ok();
        quantity.filter(|_| count >= minimum).ok_or_else(|| {
            catalog::Refusal::QuantityOutside {
                product: product.name.clone(),
                asked: count,
                minimum,
                maximum: product.limits.maximum,
            }
            .into()
        })
    }

    /// Checks that this can be upgraded to that product, with everything that belongs to it.
    pub(super) fn can_become(&self, sku: SkuId) -> Result<(), Refusal> {
        let (now, target) = (
            self.facts.offer(self.subscription.sku)?,
            self.facts.offer(sku)?,
        );
        let name = &target.product.name;
        let is_add_on = self.subscription.course.base.is_some();
        let base = is_add_on.then_some(self.family.base.sku);
        if !now.upgrades_to(sku) || !target.goes_with(base) {
            return Err(R::NoUpgrade {
                product: now.product.name.clone(),
                target: name.clone(),
            }
            .into());
        }
        let running = self.family.add_ons.iter().filter(|it| it.is_running());
        for add_on in running.filter(|_| !is_add_on) {
            let add_on = self.facts.offer(add_on.sku)?;
            if !add_on.goes_with(Some(sku)) {
                return Err(R::AddOnInTheWay {
                    add_on: add_on.product.name.clone(),
                    target: name.clone(),
                }
                .into());
            }
        }
        Ok(())
    }

    pub(super) fn price(&self, change: Change) -> Result<Option<Money>, Refusal> {
        let offer = self.facts.offer(change.sku)?;
        Ok(offer.price(change.plan, change.quantity, self.now)?)
    }
}

fn another_partner(partner: &Party) -> Refusal {
    R::AnotherPartner {
        partner: partner.clone(),
    }
    .into()
}
