use serde::Serialize;
use tierline_core::{
    Refusal, actor::Actor, agreement::AgreementKind, market::Country, organization::Organization,
    read::Read,
};

/// **Look up a reseller**, with its answer once something was asked.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct LookUpPage {
    /// The signed-in organization.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// What was asked for, as it was understood.
    pub asked: Option<String>,
    /// The answer. None for what is no reseller of the own region, whatever else it is.
    pub found: Option<LookedUp>,
}

/// What a provider is told of a reseller of its region.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct LookedUp {
    /// Its name.
    pub name: String,
    /// Its legal location.
    pub country: Country,
    /// Its location MPN ID.
    pub mpn: Option<String>,
    /// Whether it is enrolled as an indirect reseller.
    pub enrolled: bool,
    /// Whether it has signed what it must have signed.
    pub signed: bool,
    /// The agreement that is still to be signed.
    pub unsigned: Option<AgreementKind>,
    /// What keeps it from business: what is missing, and who can fix it.
    pub standing: Result<(), Refusal>,
    /// Whether it is in partnership with the asking provider, or why not.
    pub partnership: bool,
}
