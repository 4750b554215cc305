use chrono::NaiveDate;

use super::Grant;
use crate::{
    Timestamp,
    organization::Party,
    refusal::{Fixer, NextStep, refusals},
};

refusals! {
    /// Refusals between a partner and a customer.
    pub enum Refusal:

    /// The partner and the customer have no relationship in force.
    NoRelationship {
        /// The partner.
        partner: Party,
        /// The customer.
        customer: Party,
    } = "no_relationship" {
        fixer: Fixer::admin_of(customer),
        next: NextStep::RequestRelationship { customer: customer.id },
        says: "`{}` has no relationship with `{}`", partner.name, customer.name;
    }

    /// The relationship exists, but not this right.
    GrantMissing {
        /// The partner.
        partner: Party,
        /// The customer who would have to grant it.
        customer: Party,
        /// The missing right.
        grant: Grant,
    } = "grant_missing" {
        fixer: Fixer::admin_of(customer),
        next: NextStep::AskForGrant { customer: customer.id, grant: *grant },
        says: "`{}` hasn't granted `{}` the permission {}", customer.name, partner.name, grant.code();
    }

    /// The customer already has a relationship with this partner.
    RelationshipExists {
        /// The partner.
        partner: Party,
        /// The customer.
        customer: Party,
    } = "relationship_exists" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` already has a relationship with `{}`", partner.name, customer.name;
    }

    /// The customer has as many partners as it may have at a time.
    TooManyPartners {
        /// The customer.
        customer: Party,
        /// So many it may have.
        most: u32,
    } = "too_many_partners" {
        fixer: Fixer::admin_of(customer),
        next: NextStep::EndRelationship,
        says: "`{}` has {most} partners already, the most that are possible", customer.name;
    }

    /// Only a reseller can be tenant owner: who orders has no part in it.
    OwnerIsReseller {
        /// The partner that was named.
        partner: Party,
    } = "owner_is_reseller" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` doesn't serve the customer as a reseller and can't be tenant owner", partner.name;
    }

    /// The customer has nothing on the cloud platform of which a partner could be tenant owner.
    NoPlatform {
        /// The customer.
        customer: Party,
    } = "no_platform" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` has no plan of the cloud platform", customer.name;
    }

    /// The reseller is tenant owner already.
    OwnsTenant {
        /// The reseller.
        partner: Party,
    } = "owns_tenant" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` is tenant owner already", partner.name;
    }

    /// The partner is not tenant owner.
    OwnsNoTenant {
        /// The partner.
        partner: Party,
    } = "owns_no_tenant" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` isn't tenant owner", partner.name;
    }

    /// A partner's own tenant is nobody's customer.
    PartnerIsNoCustomer {
        /// The partner that was to become a customer.
        organization: Party,
    } = "partner_is_no_customer" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` is a partner and can't be a customer", organization.name;
    }

    /// A pair in partnership cannot also be partner and customer of each other, nor vice versa.
    PartnerAndCustomer {
        /// One of the pair.
        first: Party,
        /// The other.
        second: Party,
    } = "partner_and_customer" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` and `{}` can't be partners and customers of each other at the same time", first.name, second.name;
    }

    /// A direct-bill partner that is being moved to the indirect model gets no new direct customers.
    NoNewDirectCustomers {
        /// The partner.
        organization: Party,
    } = "no_new_direct_customers" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` can't add new direct customers", organization.name;
    }

    /// Rights can't be given this end date, or not renewed until then.
    EndDateOutOfRange {
        /// The first day that is possible.
        first: NaiveDate,
        /// The last one.
        last: NaiveDate,
    } = "end_date_out_of_range" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the end date must be between {first} and {last}";
    }

    /// No right has an end date, or nobody waits for an answer about it.
    NothingToRenew {
        /// The partner.
        partner: Party,
        /// The customer.
        customer: Party,
    } = "nothing_to_renew" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "there is nothing to renew between `{}` and `{}`", partner.name, customer.name;
    }

    /// The customer has been asked to renew a short time ago, and has not answered.
    RenewalAsked {
        /// The customer.
        customer: Party,
        /// When it was asked.
        at: Timestamp,
        /// When it may be asked again.
        again: Timestamp,
    } = "renewal_asked" {
        fixer: Fixer::admin_of(customer),
        next: NextStep::Wait { until: *again },
        says: "`{}` was asked at {at} and may be asked again at {again}", customer.name;
    }
}
