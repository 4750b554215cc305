use crate::{
    market::Country,
    organization::Party,
    refusal::{Fixer, NextStep, refusals},
    text::{EmailAddress, MpnId},
};

refusals! {
    /// Rules of members and their MPN IDs.
    pub enum Refusal:

    /// Nobody has signed in to the account of a member, or too long ago.
    Unproved = "membership_unproved" {
        fixer: Fixer::You,
        next: NextStep::AssociateMpnId,
        says: "the account of a member has to be signed in to first";
    }

    /// The member has no such MPN ID.
    MpnUnknown {
        /// The MPN ID.
        mpn: MpnId,
    } = "mpn_unknown" {
        fixer: Fixer::You,
        next: NextStep::AssociateMpnId,
        says: "this member has no MPN ID `{mpn}`";
    }

    /// The MPN ID is an organization profile's, and not a location's.
    MpnOfProfile {
        /// The MPN ID.
        mpn: MpnId,
    } = "mpn_of_profile" {
        fixer: Fixer::You,
        next: NextStep::AssociateMpnId,
        says: "the MPN ID `{mpn}` isn't a location's";
    }

    /// The location, or its profile, is not active.
    MpnInactive {
        /// The MPN ID.
        mpn: MpnId,
    } = "mpn_inactive" {
        fixer: Fixer::Operator,
        next: NextStep::AssociateMpnId,
        says: "the MPN ID `{mpn}` isn't active";
    }

    /// The location is in another country than the tenant.
    MpnElsewhere {
        /// The MPN ID.
        mpn: MpnId,
        /// Its country.
        mpn_country: Country,
        /// The organization.
        organization: Party,
        /// The country of its tenant.
        country: Country,
    } = "mpn_elsewhere" {
        fixer: Fixer::You,
        next: NextStep::AssociateMpnId,
        says: "the MPN ID `{mpn}` is of {}, and `{}` is in {}", mpn_country.code(), organization.name, country.code();
    }

    /// The MPN ID is another tenant's: one tenant, one ID.
    MpnTaken {
        /// The MPN ID.
        mpn: MpnId,
    } = "mpn_taken" {
        fixer: Fixer::Operator,
        next: NextStep::AskOperator,
        says: "the MPN ID `{mpn}` is associated with another tenant";
    }

    /// The organization has an MPN ID already: one tenant, one ID.
    MpnAssociated {
        /// The organization.
        organization: Party,
        /// Its MPN ID.
        mpn: MpnId,
    } = "mpn_associated" {
        fixer: Fixer::Operator,
        next: NextStep::AskOperator,
        says: "`{}` is associated with the MPN ID `{mpn}`", organization.name;
    }

    /// A tenant has associated the location, and is in its country.
    MpnInUse {
        /// The MPN ID.
        mpn: MpnId,
        /// The organization.
        organization: Party,
    } = "mpn_in_use" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{}` has associated the MPN ID `{mpn}`, so its location stays in the country", organization.name;
    }

    /// An MPN ID stands twice in the registry.
    MpnTwice {
        /// The MPN ID.
        mpn: MpnId,
    } = "mpn_twice" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the registry has the MPN ID `{mpn}` already";
    }

    /// Another member has this account.
    AccountTaken {
        /// The account.
        account: EmailAddress,
    } = "member_account_taken" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "another member has the account `{account}`";
    }
}
