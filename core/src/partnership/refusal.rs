use crate::{
    Timestamp,
    organization::Party,
    refusal::{Fixer, NextStep, refusals},
};

refusals! {
    /// Refusals between a provider and a reseller.
    pub enum Refusal:

    /// No partnership between provider and reseller is in force.
    NoPartnership {
        /// The provider.
        provider: Party,
        /// The reseller.
        reseller: Party,
    } = "no_partnership" {
        fixer: Fixer::agent_of(provider),
        next: NextStep::RequestPartnership,
        says: "`{}` and `{}` aren't partners", provider.name, reseller.name;
    }

    /// The pair is already in partnership.
    PartnershipExists {
        /// The provider.
        provider: Party,
        /// The reseller.
        reseller: Party,
    } = "partnership_exists" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` and `{}` are already partners", provider.name, reseller.name;
    }

    /// The partnership is already ending or over.
    PartnershipEnded {
        /// When it ended or will end.
        ends: Timestamp,
    } = "partnership_ended" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "the partnership's end is set to {ends}";
    }

    /// The provider has administrator access to the reseller's tenant already.
    TenantAdminGranted {
        /// Since when.
        at: Timestamp,
    } = "tenant_admin_granted" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "the administrator access has been active since {at}";
    }

    /// The reseller has taken away the provider's administrator access to its tenant.
    TenantAdminMissing {
        /// The provider without access.
        provider: Party,
        /// The reseller whose tenant it is.
        reseller: Party,
    } = "tenant_admin_missing" {
        fixer: Fixer::admin_of(reseller),
        next: NextStep::AskPartner { partner: reseller.id },
        says: "`{}` has no administrator access to the tenant of `{}`", provider.name, reseller.name;
    }
}
