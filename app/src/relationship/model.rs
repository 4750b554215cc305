//! A customer's own page: the partners that can act for it.

use chrono::NaiveDate;
use serde::Serialize;
use tierline_core::{
    Refusal, Timestamp,
    actor::Actor,
    market::Country,
    organization::{Organization, Party},
    read::Read,
    relationship::{DateCommand, EndDate, Grant, GrantSet, Relationship, RenewalState},
};

use crate::{
    form::mark::Mark,
    list::model::Page,
    subscription::model::{SubscriptionRow, Subscriptions},
    timeline::History,
};

/// A partner that can, or could, act for the signed-in customer.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct GrantedPartner {
    /// The relationship with every right in it.
    pub relationship: Relationship,
    /// The partner.
    pub partner: Party,
    /// Its legal location.
    pub country: Country,
    /// The name of the user who accepted or created it.
    pub origin_by: String,
    /// The partner that it was accepted with, by the same invitation.
    pub together_with: Option<Party>,
}

/// **Who can act for us**.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct GrantsPage {
    /// The signed-in customer.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// Partners with a relationship in force, then those of the past.
    pub partners: Page<GrantedPartner>,
    /// How many of all partners have a relationship in force.
    pub in_force: u64,
    /// Whether it has a plan of the cloud platform, of which a reseller can be tenant owner.
    pub has_platform: bool,
    /// Its own subscriptions.
    pub subscriptions: Subscriptions,
    /// Events of these relationships, newest first.
    pub timeline: History,
}

/// Ending a relationship, or one right in it: what core tells the customer before.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct EndingPage {
    /// The signed-in customer.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// The relationship.
    pub relationship: Relationship,
    /// The partner.
    pub partner: Party,
    /// The right that is to end, or none for the whole relationship.
    pub grant: Option<Grant>,
    /// The relationships of the customer that are in force.
    pub relationships: Vec<Relationship>,
    /// The subscriptions concerned, of all that the partner knows of: those whose terms end first, and how many there
    /// are.
    pub subscriptions: Page<SubscriptionRow>,
    /// Requests for orders that wait, of which the customer knows, and in which the partner takes part.
    pub requests: u64,
    /// A text for the partner, in the language of its admins.
    pub draft: String,
}

/// The last days of a customer's rights: of each right, and of the whole relationship.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Read)]
pub struct EndDates {
    /// Of the whole relationship.
    pub whole: Option<NaiveDate>,
    /// Of the right to order.
    pub order_on_behalf: Option<NaiveDate>,
    /// Of the right to administer.
    pub administer: Option<NaiveDate>,
    /// Of the right to support.
    pub support: Option<NaiveDate>,
}

impl EndDates {
    /// Those of a relationship.
    #[must_use]
    pub fn of(relationship: &Relationship) -> EndDates {
        let day = |grant| relationship.grants.until(grant).map(EndDate::last_day);
        EndDates {
            whole: relationship.until.map(EndDate::last_day),
            order_on_behalf: day(Grant::OrderOnBehalf),
            administer: day(Grant::Administer),
            support: day(Grant::Support),
        }
    }

    /// The one of this right.
    #[must_use]
    pub const fn of_right(&self, grant: Grant) -> Option<NaiveDate> {
        match grant {
            Grant::OrderOnBehalf => self.order_on_behalf,
            Grant::Administer => self.administer,
            Grant::Support => self.support,
        }
    }

    /// Each with the name of its field.
    #[must_use]
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let written = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let rights = Grant::ALL.into_iter();
        let rights = rights.map(|grant| (grant.code(), written(self.of_right(grant))));
        [(WHOLE, written(self.whole))]
            .into_iter()
            .chain(rights)
            .collect()
    }

    /// The commands that make these dates of others.
    #[must_use]
    pub fn changes(&self, before: &EndDates) -> Vec<DateCommand> {
        let all = [None].into_iter().chain(Grant::ALL.map(Some));
        let day = |dates: &EndDates, grant: Option<Grant>| match grant {
            Some(grant) => dates.of_right(grant),
            None => dates.whole,
        };
        all.filter(|grant| day(self, *grant) != day(before, *grant))
            .map(|grant| DateCommand::Set {
                grant,
                day: day(self, grant),
            })
            .collect()
    }
}

/// The field for the last day of a whole relationship; those of rights are named as these.
pub const WHOLE: &str = "whole";

/// The dates on which a partner's rights end, for changing them or for answering a request to renew.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct DatesPage {
    /// The signed-in customer.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// The relationship, as it is now.
    pub relationship: Relationship,
    /// The partner.
    pub partner: Party,
    /// The mark of the dates.
    pub mark: Mark,
}

/// A customer of the signed-in partner whose rights end.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct EndingRow {
    /// The customer.
    pub customer: Party,
    /// The rights that end first.
    pub rights: GrantSet,
    /// Whether the whole relationship ends with them.
    pub is_whole: bool,
    /// The last moment of their last day.
    pub ends: Timestamp,
    /// When the customer was asked to renew, for the last time.
    pub asked: Option<Timestamp>,
    /// Where that request stands.
    pub state: Option<RenewalState>,
    /// Why the customer declined.
    pub reason: Option<String>,
}

/// A request to many customers.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct AskedMany {
    /// How many were chosen.
    pub chosen: u64,
    /// How many were asked until now.
    pub asked: u64,
    /// How many could not be asked.
    pub left_out: u64,
    /// When it began.
    pub began: Timestamp,
    /// Whether nothing is left of it.
    pub is_done: bool,
    /// Whether it was stopped, because whoever began it may do it no more.
    pub is_stopped: bool,
}

/// The customers of the signed-in partner whose rights end.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct EndingRightsPage {
    /// The customers.
    pub rows: Page<EndingRow>,
    /// Whether the reader may ask them to renew.
    pub may_ask: Result<(), Refusal>,
    /// The last request to many of them.
    pub last: Option<AskedMany>,
    /// The partner.
    pub organization: Party,
}
