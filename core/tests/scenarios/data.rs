//! The files as types.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};
use tierline_core::{
    access::Action,
    agreement::AgreementKind,
    catalog::Limits,
    enrollment::{CheckKind, ReasonCode},
    group::Placing,
    invitation::Delivery,
    market::Country,
    organization::{Capabilities, Capability, RequiredOf},
    relationship::{Grant, GrantSet, Side, TenantOwnerChange},
    text::{AgreementVersion, CompanyName, Domain, GroupName, Reason},
};

use crate::entered::{
    Act, Enter, Keep, LineData, OwnMpn, Publication, SubscriptionChange, UserChange,
    partner_agreement,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cast {
    pub(crate) organizations: BTreeMap<String, OrganizationData>,
    pub(crate) products: BTreeMap<String, ProductData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OrganizationData {
    pub(crate) name: CompanyName,
    pub(crate) domain: Domain,
    pub(crate) country: Country,
    pub(crate) capabilities: Capabilities,
    pub(crate) signed: bool,
    pub(crate) mpn: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProductData {
    pub(crate) name: String,
    pub(crate) sold: bool,
    pub(crate) limits: Limits,
    /// Of an add-on, the products of which the customer needs one.
    #[serde(default)]
    pub(crate) bases: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Group {
    pub(crate) group: String,
    pub(crate) scenarios: Vec<Scenario>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scenario {
    pub(crate) name: String,
    pub(crate) rules: Vec<String>,
    pub(crate) given: Vec<Step>,
    pub(crate) when: Step,
    pub(crate) then: Then,
}

/// An action and its actor. `as` is missing if no user acts.
#[derive(Debug, Deserialize)]
pub(crate) struct Step {
    #[serde(rename = "as")]
    pub(crate) user: Option<String>,
    #[serde(default = "invitation")]
    pub(crate) of: String,
    #[serde(flatten)]
    pub(crate) what: What,
}

fn invitation() -> String {
    "invitation".to_owned()
}

fn first() -> u32 {
    1
}

fn yes() -> bool {
    true
}

fn portal() -> Delivery {
    Delivery::Portal
}

#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub(crate) enum What {
    Wait {
        #[serde(default)]
        days: i64,
        #[serde(default)]
        hours: i64,
        #[serde(default)]
        minutes: i64,
    },
    Pace {
        minutes_between: u16,
        a_day: u32,
    },
    Change {
        organization: String,
        country: Option<Country>,
        capabilities: Option<Capabilities>,
        signed: Option<bool>,
        mpn: Option<bool>,
    },
    Partner {
        provider: String,
        reseller: String,
    },
    Serve {
        partner: String,
        customer: String,
        side: Side,
        grants: Option<GrantSet>,
    },
    Draft(Draft),
    Invite(Draft),
    Edit {
        to: String,
        #[serde(default = "yes")]
        link_in_text: bool,
    },
    Send {
        #[serde(default = "portal")]
        delivery: Delivery,
    },
    Resend {
        #[serde(default = "portal")]
        delivery: Delivery,
    },
    Cancel,
    Look {
        link: Option<u32>,
    },
    Open {
        link: Option<u32>,
    },
    Accept {
        link: Option<u32>,
        #[serde(default = "yes")]
        confirmed: bool,
        #[serde(default)]
        grants: BTreeMap<String, GrantSet>,
    },
    Decline {
        link: Option<u32>,
        reason: Option<Reason>,
    },
    Expire,
    /// The customer's newest subscription to this product.
    ChangeSubscription {
        customer: String,
        product: String,
        #[serde(flatten)]
        change: SubscriptionChange,
    },
    /// What time has brought to subscriptions is recorded.
    CatchUp,
    RevokeTenantAdmin {
        with: String,
    },
    GrantTenantAdmin {
        with: String,
    },
    EndPartnership {
        with: String,
        reason: Option<Reason>,
    },
    EndGrant {
        partner: String,
        grant: Grant,
    },
    EndRelationship {
        partner: String,
    },
    /// Without a right, of the whole relationship; without days, no end any more.
    SetEnd {
        partner: String,
        grant: Option<Grant>,
        days: Option<i64>,
    },
    AskToRenew {
        customer: String,
        days: i64,
    },
    AnswerRenewal {
        partner: String,
        renew: bool,
    },
    RequireSecondFactor {
        of_users: RequiredOf,
    },
    CreateCustomer {
        name: CompanyName,
        domain: Domain,
        country: Country,
        reseller: Option<String>,
        lines: Vec<(String, u32)>,
    },
    SignUp {
        name: CompanyName,
        domain: Domain,
        country: Country,
        link: Option<u32>,
    },
    Order {
        customer: String,
        lines: Vec<LineData>,
        partner_of_record: Option<String>,
    },
    /// On the newest subscription of this customer, as the next one.
    DesignateSupport {
        customer: String,
        partner: String,
    },
    SetPartnerOfRecord {
        customer: String,
        reseller: Option<String>,
    },
    /// By the customer.
    ChangeTenantOwner {
        partner: String,
        then: TenantOwnerChange,
    },
    AddGroup {
        name: GroupName,
    },
    RenameGroup {
        group: String,
        name: GroupName,
    },
    RemoveGroup {
        group: String,
    },
    /// The customer is in these groups and in no others.
    Group {
        customer: String,
        groups: Vec<String>,
    },
    /// These customers are put into a group, or taken out of it.
    Place {
        customers: Vec<String>,
        group: String,
        placing: Placing,
    },
    /// Without groups, the user sees all customers.
    Narrow {
        user: String,
        groups: Option<Vec<String>>,
    },
    SignUpToEnroll {
        name: CompanyName,
        domain: Domain,
        country: Country,
    },
    BeginEnrollment,
    Enroll {
        #[serde(flatten)]
        enter: Enter,
    },
    ResendConfirmation,
    /// The primary contact's answer, by a mailed link.
    Confirm {
        link: Option<u32>,
        #[serde(default)]
        half: bool,
    },
    Deny {
        link: Option<u32>,
    },
    Appeal {
        check: CheckKind,
        statement: Option<Reason>,
    },
    Review {
        company: String,
        check: CheckKind,
        /// Passed, if there is none.
        fails: Option<ReasonCode>,
    },
    /// By the operator's reviewers, on the case of this company.
    Case {
        company: String,
        #[serde(flatten)]
        act: Act,
    },
    /// The operator asks a second reviewer before a review ends.
    TwoReviewers,
    /// By the operator.
    Publish(Publication),
    /// Without days, it need not be signed.
    MoveDeadline {
        #[serde(default = "partner_agreement")]
        agreement: AgreementKind,
        version: AgreementVersion,
        due_in: Option<i64>,
    },
    Sign {
        #[serde(default = "partner_agreement")]
        agreement: AgreementKind,
        version: AgreementVersion,
        /// Another text than that of the version.
        #[serde(default)]
        other_text: bool,
    },
    /// By the operator, of the members.
    Registry(Keep),
    /// By a partner, of its MPN ID.
    Mpn(OwnMpn),
    /// By an admin of the user's organization.
    ChangeUser {
        user: String,
        to: UserChange,
    },
    /// A listing with this name, and a location in this country, is saved and proposed.
    Propose {
        name: String,
        country: Country,
    },
    TakeBackProposal,
    /// By the operator.
    DecideListing {
        provider: String,
        #[serde(default = "first")]
        number: u32,
        /// Approved, if there is none.
        rejects: Option<Reason>,
    },
    AskPartner {
        provider: String,
    },
    DeclineAsk {
        reseller: String,
        reason: Reason,
    },
    WithdrawAsk {
        provider: String,
    },
    /// By the operator, as the next four.
    Suspend {
        organization: String,
    },
    Lift {
        organization: String,
    },
    /// Its account, until the review ends.
    ReviewAccount {
        organization: String,
    },
    EndReview {
        organization: String,
    },
    /// For offboarding from direct bill, at once.
    Mark {
        organization: String,
    },
    AddCapability {
        organization: String,
        capability: Capability,
    },
    MoveTo {
        organization: String,
        country: Country,
    },
    Ask {
        action: Action,
        customer: Option<String>,
        partner: Option<String>,
    },
}

impl What {
    /// The person whom it is about, beside whoever does it.
    pub(crate) fn names(&self) -> Option<&str> {
        match self {
            What::Narrow { user, .. } | What::ChangeUser { user, .. } => Some(user),
            What::Case { act, .. } => act.names(),
            _ => None,
        }
    }
}

#[derive(Debug, Deserialize)]
pub(crate) struct Draft {
    pub(crate) kind: DraftKind,
    pub(crate) to: String,
    pub(crate) side: Option<Side>,
    pub(crate) provider: Option<String>,
    #[serde(default = "yes")]
    pub(crate) link_in_text: bool,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DraftKind {
    Partnership,
    Relationship,
    JointRelationship,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Then {
    Events {
        events: Vec<Expected>,
    },
    Allowed {
        allowed: Map<String, Value>,
    },
    Refused {
        refused: String,
        #[serde(default)]
        facts: Map<String, Value>,
        fixer: Option<String>,
    },
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Expected {
    Name(String),
    Fields(Map<String, Value>),
}
