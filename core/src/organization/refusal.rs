use super::{Capability, CapabilityState, Party, RequiredBy};
use crate::{
    Timestamp,
    market::Country,
    refusal::{Fixer, NextStep, refusals},
    role::Role,
    text::MpnId,
};

refusals! {
    /// Requirements that an organization does not meet.
    pub enum Refusal:

    /// The organization may not use this capability (now).
    CapabilityInactive {
        /// The organization that lacks it.
        organization: Party,
        /// The capability needed.
        capability: Capability,
        /// The state of the capability, if it was ever asked for.
        state: Option<CapabilityState>,
    } = "capability_inactive" {
        fixer: Fixer::Operator,
        next: NextStep::AskOperator,
        says: "`{}` isn't active as {}", organization.name, capability.code();
    }

    /// The operator and customers have only that one capability, and partners have no other kind.
    CapabilityAlone {
        /// The organization.
        organization: Party,
        /// The capability that it can't have.
        capability: Capability,
    } = "capability_alone" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` can't have the capability {} besides its own",
            organization.name, capability.code();
    }

    /// The organization has this capability, in whatever state.
    CapabilityHeld {
        /// The organization.
        organization: Party,
        /// The capability.
        capability: Capability,
    } = "capability_held" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` has the capability {} already", organization.name, capability.code();
    }

    /// The organization is no partner that may do new business now.
    NothingToSuspend {
        /// The organization.
        organization: Party,
    } = "nothing_to_suspend" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` has no capability in use that could be suspended", organization.name;
    }

    /// The organization is not suspended.
    NotSuspended {
        /// The organization.
        organization: Party,
    } = "not_suspended" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` isn't suspended", organization.name;
    }

    /// The organization is no customer whose account could be reviewed.
    NotACustomer {
        /// The organization.
        organization: Party,
    } = "not_a_customer" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` isn't a customer whose account could be reviewed", organization.name;
    }

    /// The customer's account is under review already.
    ReviewGoesOn {
        /// The customer.
        organization: Party,
        /// Since when.
        since: Timestamp,
    } = "review_goes_on" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "the account of `{}` is under review since {since}", organization.name;
    }

    /// The customer's account is not under review.
    NotUnderReview {
        /// The customer.
        organization: Party,
    } = "not_under_review" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "the account of `{}` isn't under review", organization.name;
    }

    /// The organization is no direct-bill partner that could be marked for offboarding.
    NotDirectBill {
        /// The organization.
        organization: Party,
    } = "not_direct_bill" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` is no direct-bill partner that could be offboarded", organization.name;
    }

    /// The organization is marked for offboarding already.
    OffboardingMarked {
        /// The organization.
        organization: Party,
    } = "offboarding_marked" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` is marked for offboarding already", organization.name;
    }

    /// The organization is not marked for offboarding.
    OffboardingUnmarked {
        /// The organization.
        organization: Party,
    } = "offboarding_unmarked" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` isn't marked for offboarding", organization.name;
    }

    /// A mark for offboarding applies from now on, or from a later day.
    OffboardingPast {
        /// From when on it was to apply.
        from: Timestamp,
    } = "offboarding_past" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "a mark for offboarding can't apply from {from}, which is past";
    }

    /// The organization has begun to become an indirect reseller, which nobody undoes.
    MoveBegun {
        /// The organization.
        organization: Party,
    } = "move_begun" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` has begun to become an indirect reseller", organization.name;
    }

    /// The organization enters its legal profile itself, and the checks that rest on it begin again then.
    ProfileOfEnrollment {
        /// The organization.
        organization: Party,
    } = "profile_of_enrollment" {
        fixer: Fixer::admin_of(organization),
        next: NextStep::Nothing,
        says: "`{}` enrolled, and changes its legal profile itself", organization.name;
    }

    /// The legal profiles of customers are not the operator's.
    ProfileOfCustomer {
        /// The organization.
        organization: Party,
    } = "profile_of_customer" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` is a customer, whose legal profile isn't the operator's", organization.name;
    }

    /// The new country would separate the organization from its MPN ID, or from partners and customers of its region.
    CountryInUse {
        /// The organization, apart so that other refusals are not as large as this one.
        organization: Box<Party>,
        /// The country that it is in.
        from: Country,
        /// The country that it was to be in.
        country: Country,
        /// Its MPN ID, if that is of another country.
        mpn: Option<MpnId>,
        /// Partners in another region: the first ones.
        partners: Vec<Party>,
        /// How many more there are.
        more_partners: u64,
        /// Customers in another region: the first ones.
        customers: Vec<Party>,
        /// How many more there are.
        more_customers: u64,
    } = "country_in_use" {
        fixer: Fixer::admin_of(organization),
        next: NextStep::Nothing,
        says: "`{}` can't move to {}: its MPN ID, partners or customers are elsewhere", organization.name, country.code();
    }

    /// The organization has not signed the partner agreement.
    AgreementUnsigned {
        /// The organization that must sign.
        organization: Party,
    } = "agreement_unsigned" {
        fixer: Fixer::admin_of(organization),
        next: NextStep::SignAgreement,
        says: "`{}` hasn't signed the partner agreement", organization.name;
    }

    /// The organization has associated no location MPN ID.
    MpnIdMissing {
        /// The organization that must associate one.
        organization: Party,
    } = "mpn_id_missing" {
        fixer: Fixer::user_of(organization, &[Role::GlobalAdmin, Role::AdminAgent]),
        next: NextStep::AssociateMpnId,
        says: "`{}` hasn't associated a location MPN ID", organization.name;
    }

    /// The location of the organization's MPN ID is not active, or in another country, so it counts for no new
    /// business.
    MpnLocationInactive {
        /// The organization that must associate another one.
        organization: Party,
        /// Its MPN ID.
        mpn: MpnId,
    } = "mpn_location_inactive" {
        fixer: Fixer::user_of(organization, &[Role::GlobalAdmin, Role::AdminAgent]),
        next: NextStep::AssociateMpnId,
        says: "the location of the MPN ID `{mpn}` of `{}` isn't active in its country", organization.name;
    }

    /// The two are in different CSP regions.
    RegionMismatch {
        /// One side.
        first: Party,
        /// Its country and region.
        first_country: Country,
        /// The other side.
        second: Party,
        /// Its country.
        second_country: Country,
    } = "region_mismatch" {
        fixer: Fixer::Nobody,
        next: NextStep::ChooseSameRegion,
        says: "`{}` ({}) and `{}` ({}) are in different regions",
            first.name, first_country.code(), second.name, second_country.code();
    }

    /// Another domain is needed: this one already belongs to an organization.
    DomainTaken {
        /// The domain asked for.
        domain: String,
    } = "domain_taken" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the domain `{domain}` is taken";
    }

    /// The user needs a second factor and has none.
    SecondFactorMissing {
        /// What requires it.
        by: RequiredBy,
    } = "second_factor_missing" {
        fixer: Fixer::You,
        next: NextStep::SetUpSecondFactor,
        says: "a second factor is required by {}, and none is set up", by;
    }

    /// The user has a second factor and may not do without one.
    SecondFactorRequired {
        /// What requires it.
        by: RequiredBy,
    } = "second_factor_required" {
        fixer: match by {
            RequiredBy::Program => Fixer::Operator,
            RequiredBy::Organization { organization } => Fixer::admin_of(organization),
        },
        next: NextStep::Nothing,
        says: "a second factor is required by {}", by;
    }
}
