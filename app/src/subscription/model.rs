//! Subscriptions, as partners and customers see them.

pub mod all;
pub mod bulk;
pub mod partners;
pub mod statement;

use std::str::FromStr;

use serde::Serialize;
use tierline_core::{
    Refusal, Timestamp,
    catalog::Kind,
    ids::{OrderId, OrganizationId, SkuId, SubscriptionId},
    license::TooMany,
    market::Currency,
    money::Money,
    organization::Party,
    read::Read,
    subscription::{Charge, Outlook, Preview, Subscription},
};

pub use crate::catalog::model::{plan_code, plan_of, plans};
use crate::{
    error::PortalError, license::model::HolderRow, list::model::Page,
    organization::model::UnderReview, partnership::model::PartnerChoices, timeline::History,
};

/// A subscription in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct SubscriptionRow {
    /// The subscription.
    pub subscription: Subscription,
    /// The product's name.
    pub product: String,
    /// The partner that ordered it.
    pub ordered_by: Party,
    /// The reseller that earns incentives.
    pub partner_of_record: Option<Party>,
}

/// The subscriptions of a customer that the reader may see: their first page, and figures of all of them.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct Subscriptions {
    /// The customer.
    pub customer: OrganizationId,
    /// The first page.
    pub page: Page<SubscriptionRow>,
    /// Licenses in all of them.
    pub licenses: u64,
    /// What those in force cost a month, one amount for each currency.
    pub monthly: Vec<Money>,
    /// The review of the customer's account, while there is one.
    pub review: Option<UnderReview>,
}

/// Who reads **Subscriptions**, **Renewals** and **Order history**.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Viewer {
    /// A provider, whose resellers are partners of record.
    Provider,
    /// Another partner.
    Partner,
    /// The customer itself.
    Customer,
}

/// When a subscription ends, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct RenewalRow {
    /// The subscription.
    pub subscription: SubscriptionId,
    /// The product's name.
    pub product: String,
    /// The customer.
    pub customer: Party,
    /// The partner of record.
    pub reseller: Option<Party>,
    /// Number of licenses.
    pub licenses: u32,
    /// When it ends, or has expired.
    pub ends: Timestamp,
    /// What becomes of it then.
    pub outlook: Outlook,
    /// The currency in which its next term is charged, if the customer has moved where another one is used.
    pub renews_in: Option<Currency>,
}

/// How many subscriptions end in a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct MonthOfRenewals {
    /// The month as addresses have it: `2026-12`.
    pub code: String,
    /// Its first moment.
    pub starts: Timestamp,
    /// So many.
    pub count: u64,
    /// There are more.
    pub is_at_least: bool,
}

/// How many there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Read)]
pub struct Counted {
    /// So many.
    pub count: u64,
    /// There are more.
    pub is_at_least: bool,
}

/// The page **Renewals**.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct RenewalsPage {
    /// The subscriptions.
    pub renewals: Page<RenewalRow>,
    /// The present month and the next ones.
    pub months: Vec<MonthOfRenewals>,
    /// Of a provider, the partners of record to filter by.
    pub resellers: PartnerChoices,
    /// The products to filter by.
    pub products: Vec<NamedProduct>,
    /// Whether the reader's role may change renewals.
    pub may_change: bool,
    /// Who reads it.
    pub viewer: Viewer,
    /// How many of a provider's have no partner of record.
    pub without_reseller: Counted,
}

/// What can be done to a subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Doing {
    /// More or fewer licenses, now.
    Licenses,
    /// Another product, now.
    Upgrade,
    /// Licenses, product, term or billing plan, at its renewal.
    Schedule,
    /// What is scheduled is dropped.
    Unschedule,
    /// It renews by itself.
    AutoRenewOn,
    /// It does not.
    AutoRenewOff,
    /// Its renewal is agreed on now.
    RenewNow,
    /// It is taken out of use.
    Suspend,
    /// It is taken into use again.
    Reactivate,
    /// It is canceled.
    Cancel,
    /// After it expired, a new term begins.
    BringBack,
}

impl Doing {
    /// Everything, in the order in which a page shows it.
    pub const ALL: [Doing; 11] = [
        Doing::Licenses,
        Doing::Upgrade,
        Doing::Schedule,
        Doing::Unschedule,
        Doing::RenewNow,
        Doing::AutoRenewOn,
        Doing::AutoRenewOff,
        Doing::Suspend,
        Doing::Reactivate,
        Doing::BringBack,
        Doing::Cancel,
    ];

    /// The stable name, as addresses and forms have it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Doing::Licenses => "licenses",
            Doing::Upgrade => "upgrade",
            Doing::Schedule => "schedule",
            Doing::Unschedule => "unschedule",
            Doing::AutoRenewOn => "auto_renew_on",
            Doing::AutoRenewOff => "auto_renew_off",
            Doing::RenewNow => "renew_now",
            Doing::Suspend => "suspend",
            Doing::Reactivate => "reactivate",
            Doing::Cancel => "cancel",
            Doing::BringBack => "bring_back",
        }
    }
}

impl FromStr for Doing {
    type Err = PortalError;

    fn from_str(code: &str) -> Result<Doing, PortalError> {
        let named = Doing::ALL.into_iter().find(|doing| doing.code() == code);
        named.ok_or(PortalError::Malformed)
    }
}

/// Something that can be done, or why it cannot.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct Possible {
    /// What.
    pub what: Doing,
    /// Why not.
    pub refusal: Option<Refusal>,
}

/// A product by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct NamedProduct {
    /// The SKU.
    pub sku: SkuId,
    /// Its name.
    pub name: String,
}

/// An add-on of a subscription, or the base of one.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct Relative {
    /// The subscription.
    pub id: SubscriptionId,
    /// Its product.
    pub product: String,
    /// Number of licenses.
    pub quantity: u32,
    /// Its state.
    pub status: tierline_core::subscription::Status,
}

/// A subscription's page.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct SubscriptionPage {
    /// The subscription, with everything that time has brought so far.
    pub subscription: Subscription,
    /// The version that forms are filled with.
    pub version: i64,
    /// The order that it came from, if the reader knows of that.
    pub order: Option<OrderId>,
    /// The product's name.
    pub product: String,
    /// The kind of the product.
    pub kind: Kind,
    /// The customer.
    pub customer: Party,
    /// Whether it is the reader.
    pub is_own: bool,
    /// The partner that ordered it.
    pub ordered_by: Party,
    /// The reseller that earns incentives.
    pub partner_of_record: Option<Party>,
    /// What is wrong with that, for a partner.
    pub of_record_warning: Option<Refusal>,
    /// Whom the customer turns to.
    pub support: partners::Support,
    /// Of an add-on, the subscription that it belongs to.
    pub base: Option<Relative>,
    /// Its add-ons.
    pub add_ons: Vec<Relative>,
    /// Who scheduled the pending change.
    pub scheduled_by: Option<String>,
    /// Whether it waits, as long as the customer's account is under review.
    pub waits: bool,
    /// How many of its licenses users hold.
    pub assigned: u32,
    /// How many of those have to lose theirs as it is: by what is scheduled.
    pub too_many: TooMany,
    /// The currency in which its next term is charged, if the customer has moved where another one is used.
    pub renews_in: Option<Currency>,
    /// What can be done to it; nothing by its customer.
    pub actions: Vec<Possible>,
    /// The products to which it can be upgraded.
    pub targets: Vec<NamedProduct>,
    /// Every product that the page names.
    pub products: Vec<NamedProduct>,
    /// The newest lines of its ledger, the latest first.
    pub charges: Vec<Charge>,
    /// Its events, newest first.
    pub timeline: History,
}

impl SubscriptionPage {
    /// The name of a product; nothing, of one that is not in the catalog any more.
    #[must_use]
    pub fn name(&self, sku: SkuId) -> String {
        let mut products = self.products.iter();
        let found = products.find(|product| product.sku == sku);
        found.map_or_else(String::new, |product| product.name.clone())
    }

    /// What can be done, if it is this.
    #[must_use]
    pub fn possible(&self, what: Doing) -> Option<&Possible> {
        self.actions.iter().find(|possible| possible.what == what)
    }
}

/// A change of a subscription, before it is made.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct ChangePage {
    /// The subscription.
    pub page: SubscriptionPage,
    /// What the change would do and cost; none before anything was entered.
    pub preview: Option<Preview>,
    /// What it would cost, as the form keeps it.
    pub cost: String,
    /// The currency in which the next term would be charged, if the customer has moved where another one is used.
    pub renews_in: Option<Currency>,
    /// How many users would have to lose a license by it.
    pub too_many: TooMany,
    /// Who would, if nobody is chosen, as the form keeps them.
    pub lost: String,
    /// Who could lose one: only if somebody has to at once, and for readers who say who of the customer uses what.
    pub losing: Option<LosingChoice>,
    /// Why it cannot be made.
    pub problem: Option<PortalError>,
}

/// Those who hold licenses of a subscription, of whom somebody has to lose one.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct LosingChoice {
    /// The words by which they were searched.
    pub search: String,
    /// The holders that were found, by name; the first of them, where they are very many.
    pub holders: Vec<HolderRow>,
    /// Whether there are more.
    pub more: bool,
    /// The names of those who lose one if nobody is chosen; the first of them, where they are many.
    pub latest: Vec<String>,
}
