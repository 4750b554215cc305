//! The partnership of an indirect provider and an indirect reseller.
//!
//! Formed when a global admin of the reseller accepts the provider's request; with it the provider gets
//! administrator access to the reseller's tenant, which the reseller can take away without ending the
//! partnership ("Partner with indirect providers in the CSP program"), and give again while it is in force. Either side
//! can end it: the provider at once, the reseller after a notice period. Customers and their grants stay.
//!
//! # States
//!
//! | from | by | to |
//! | --- | --- | --- |
//! | | acceptance of the request | active, with tenant access |
//! | active, ending | the reseller takes the tenant access away | the same, without it |
//! | active, ending, without it | the reseller gives the tenant access again | the same, with it |
//! | active | the reseller gives notice | ending, in force for [`NOTICE`] |
//! | active, ending | the provider ends it | ended |
//! | ending | the notice period is over | ended, whether or not a job has written it down |
//!
//! An ended partnership stays ended: partners that come together again form a new partnership.
//!
//! # Uses
//!
//! | side | use | checked by |
//! | --- | --- | --- |
//! | provider | adds a customer for the reseller | [`crate::customer::may_begin`] |
//! | provider | names the reseller as partner of record | [`crate::order::order`] |
//! | provider | administers the reseller's tenant | [`crate::access::authorize_on_partner`] |
//! | reseller | invites a customer for both | [`crate::invitation::draft`], again by [`crate::invitation::accept`] |
//!
//! "Having a partnership with an indirect reseller allows you and the reseller to both serve common customers"
//! ("Partner with indirect resellers in the CSP program"). It does not let the provider order: that is for the customer
//! to grant.

mod decide;
mod ending;
pub(crate) mod permission;
mod refusal;

pub use decide::{Command, PartnershipFacts, decide};
pub use ending::{Bought, Ending, EndingFacts, Follows, ending};
pub use refusal::Refusal;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::{
    Evolve, Timestamp,
    ids::{InvitationId, OrganizationId, PartnershipId, UserId},
    read::Read,
    text::Reason,
};

/// The notice period of a reseller that ends a partnership.
pub const NOTICE: TimeDelta = TimeDelta::days(30);

/// A partnership with its facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Partnership {
    /// Its id.
    pub id: PartnershipId,
    /// The provider.
    pub provider: OrganizationId,
    /// The reseller.
    pub reseller: OrganizationId,
    /// The accepted request.
    pub invitation: InvitationId,
    /// When it was accepted.
    pub since: Timestamp,
    /// The reseller's global admin who accepted.
    pub accepted_by: UserId,
    /// The provider's administrator access to the reseller's tenant.
    pub tenant_admin: TenantAdmin,
    /// Its state.
    pub state: State,
}

/// The provider's administrator access to the reseller's tenant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum TenantAdmin {
    /// In force.
    Granted {
        /// When it was granted.
        at: Timestamp,
    },
    /// Taken away by the reseller.
    Revoked {
        /// When it happened.
        at: Timestamp,
        /// The reseller's user.
        by: UserId,
    },
}

/// Whether a partnership is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// In force.
    Active,
    /// Announced to end; in force until `ends`, and over from then on even when no job has run.
    Ending {
        /// The end of the notice period.
        ends: Timestamp,
        /// The organization that ends it.
        by: OrganizationId,
        /// Its user.
        user: UserId,
        /// When it was announced.
        announced: Timestamp,
        /// The reason, if given.
        reason: Option<Reason>,
    },
    /// Over.
    Ended {
        /// When it ended.
        at: Timestamp,
        /// The organization that ended it.
        by: OrganizationId,
        /// The reason, if given.
        reason: Option<Reason>,
    },
}

/// Events of a partnership.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// The reseller accepted the provider's request.
    Formed {
        /// The provider.
        provider: OrganizationId,
        /// The reseller.
        reseller: OrganizationId,
        /// The request.
        invitation: InvitationId,
        /// When it happened.
        at: Timestamp,
        /// The reseller's global admin.
        by: UserId,
    },
    /// The reseller took away the provider's administrator access to its tenant.
    TenantAdminRevoked {
        /// When it happened.
        at: Timestamp,
        /// The reseller's user.
        by: UserId,
    },
    /// The reseller gave the provider administrator access to its tenant again.
    TenantAdminGranted {
        /// When it happened.
        at: Timestamp,
        /// The reseller's user.
        by: UserId,
    },
    /// The reseller announced the end.
    NoticeGiven {
        /// When it happened.
        at: Timestamp,
        /// The organization.
        by: OrganizationId,
        /// Its user.
        user: UserId,
        /// The end of the notice period.
        ends: Timestamp,
        /// The reason, if given.
        reason: Option<Reason>,
    },
    /// It is over.
    Ended {
        /// When it happened.
        at: Timestamp,
        /// The organization that ended it.
        by: OrganizationId,
        /// The reason, if given.
        reason: Option<Reason>,
    },
}

impl Event {
    /// The organizations that it names, each as often as it does so.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        match self {
            Event::Formed {
                provider, reseller, ..
            } => vec![*provider, *reseller],
            Event::NoticeGiven { by, .. } | Event::Ended { by, .. } => vec![*by],
            Event::TenantAdminRevoked { .. } | Event::TenantAdminGranted { .. } => Vec::new(),
        }
    }
}

impl Partnership {
    /// Whether it is in force at this moment. The end of a notice period counts even when no job has run.
    ///
    /// ```
    /// use tierline_core::testing::*;
    /// use tierline_core::{Evolve, partnership::{Event, NOTICE, Partnership}};
    /// let before = partnership(&provider(), &reseller());
    /// let notice = Event::NoticeGiven { at: day(1), by: reseller().id, user: id(7), ends: day(1) + NOTICE, reason: None };
    /// let ending = Partnership::evolve(before.id, Some(before), &notice).unwrap();
    /// assert!(ending.is_active(day(30)));
    /// assert!(!ending.is_active(day(31)));
    /// ```
    #[must_use]
    pub fn is_active(&self, now: Timestamp) -> bool {
        match &self.state {
            State::Active => true,
            State::Ending { ends, .. } => now < *ends,
            State::Ended { .. } => false,
        }
    }

    /// Whether these two are its sides, in either order.
    ///
    /// ```
    /// use tierline_core::testing::*;
    /// let (provider, reseller) = (provider(), reseller());
    /// let partnership = partnership(&provider, &reseller);
    /// assert!(partnership.is_of(reseller.id, provider.id) && !partnership.is_of(provider.id, stranger().id));
    /// ```
    #[must_use]
    pub fn is_of(&self, first: OrganizationId, second: OrganizationId) -> bool {
        (self.provider, self.reseller) == (first, second)
            || (self.provider, self.reseller) == (second, first)
    }

    /// When it ended or will end, if known: the first moment at which it is no longer in force.
    ///
    /// ```
    /// use tierline_core::{Evolve, partnership::{Event, NOTICE, Partnership}, testing::*};
    /// let before = partnership(&provider(), &reseller());
    /// assert_eq!(before.ends(), None);
    /// let notice = Event::NoticeGiven { at: day(1), by: reseller().id, user: id(7), ends: day(1) + NOTICE, reason: None };
    /// let ending = Partnership::evolve(before.id, Some(before), &notice).unwrap();
    /// assert_eq!(ending.ends(), Some(day(31)));
    /// ```
    #[must_use]
    pub fn ends(&self) -> Option<Timestamp> {
        match &self.state {
            State::Active => None,
            State::Ending { ends, .. } => Some(*ends),
            State::Ended { at, .. } => Some(*at),
        }
    }

    /// Whether the provider has administrator access to the reseller's tenant at this moment. The access ends with the
    /// partnership, or earlier.
    ///
    /// ```
    /// use tierline_core::{Evolve, partnership::{Event, Partnership}, testing::*};
    /// let before = partnership(&provider(), &reseller());
    /// assert!(before.has_tenant_admin(day(1)));
    /// let revoked = Event::TenantAdminRevoked { at: day(2), by: id(7) };
    /// let after = Partnership::evolve(before.id, Some(before), &revoked).unwrap();
    /// assert!(after.is_active(day(2)) && !after.has_tenant_admin(day(2)));
    /// ```
    #[must_use]
    pub fn has_tenant_admin(&self, now: Timestamp) -> bool {
        self.is_active(now) && matches!(self.tenant_admin, TenantAdmin::Granted { .. })
    }
}

/// A partnership begins when it is formed, with access to the reseller's tenant. Events after its end change nothing.
///
/// ```
/// use tierline_core::{Evolve, partnership::{Event, Partnership}, testing::*};
/// let history = [
///     Event::Formed { provider: id(1), reseller: id(2), invitation: id(3), at: day(1), by: id(7) },
///     Event::TenantAdminRevoked { at: day(2), by: id(7) },
///     Event::Ended { at: day(5), by: id(1), reason: None },
///     Event::NoticeGiven { at: day(6), by: id(2), user: id(7), ends: day(36), reason: None },
/// ];
/// let without_access = Partnership::replay(id(4), &history[..2]).unwrap();
/// assert!(without_access.is_active(day(3)) && !without_access.has_tenant_admin(day(3)));
/// let ended = Partnership::replay(id(4), &history).unwrap();
/// assert!(!ended.is_active(day(6)));
/// ```
impl Evolve for Partnership {
    type Id = PartnershipId;
    type Event = Event;

    fn begin(id: PartnershipId, event: &Event) -> Option<Partnership> {
        let Event::Formed {
            provider,
            reseller,
            invitation,
            at,
            by,
        } = event
        else {
            return None;
        };
        Some(Partnership {
            id,
            provider: *provider,
            reseller: *reseller,
            invitation: *invitation,
            since: *at,
            accepted_by: *by,
            tenant_admin: TenantAdmin::Granted { at: *at },
            state: State::Active,
        })
    }

    fn apply(&mut self, event: &Event) {
        if let State::Ended { .. } = self.state {
            return;
        }
        match event {
            Event::Formed { .. } => {}
            Event::TenantAdminRevoked { at, by } => {
                self.tenant_admin = TenantAdmin::Revoked { at: *at, by: *by };
            }
            Event::TenantAdminGranted { at, .. } => {
                self.tenant_admin = TenantAdmin::Granted { at: *at };
            }
            Event::NoticeGiven {
                at,
                by,
                user,
                ends,
                reason,
            } => {
                self.state = State::Ending {
                    ends: *ends,
                    by: *by,
                    user: *user,
                    announced: *at,
                    reason: reason.clone(),
                };
            }
            Event::Ended { at, by, reason } => {
                self.state = State::Ended {
                    at: *at,
                    by: *by,
                    reason: reason.clone(),
                };
            }
        }
    }
}
