//! Kinds of products, and what can be done with each.

use serde::{Deserialize, Serialize};

use crate::{
    read::Read,
    term::{Billing, Plan, Term},
};

/// The kind of a product.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A license for each user, for a term that renews.
    #[default]
    License,
    /// A plan of the cloud platform, such as Azure: what is used on it is billed, and the plan itself is one.
    Platform,
    /// Capacity of the cloud platform, reserved for one or three years.
    Reservation,
    /// Software that is bought once and kept.
    Software,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 4] = [
        Kind::License,
        Kind::Platform,
        Kind::Reservation,
        Kind::Software,
    ];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Kind::License => "license",
            Kind::Platform => "platform",
            Kind::Reservation => "reservation",
            Kind::Software => "software",
        }
    }

    /// Whether this kind is sold by such a plan. Reservations are for one or three years; software is billed once; a
    /// plan of the cloud platform runs on from month to month.
    ///
    /// ```
    /// use tierline_core::{catalog::Kind, term::{Billing, Plan, Term}};
    /// assert!(Kind::Reservation.has(Plan { term: Term::ThreeYears, billing: Billing::Monthly }));
    /// assert!(!Kind::Reservation.has(Plan { term: Term::Month, billing: Billing::Monthly }));
    /// assert!(!Kind::Software.has(Plan::DEFAULT));
    /// ```
    #[must_use]
    pub const fn has(self, plan: Plan) -> bool {
        plan.is_possible()
            && match self {
                Kind::License => true,
                Kind::Platform => matches!(
                    (plan.term, plan.billing),
                    (Term::Month, Billing::Monthly | Billing::Once)
                ),
                Kind::Reservation => !matches!(plan.term, Term::Month),
                Kind::Software => matches!(plan.billing, Billing::Once),
            }
    }

    /// Whether the number of licenses changes during a term. Of the cloud platform there is one plan, a reservation is
    /// for what was reserved, and more software is bought by another order.
    #[must_use]
    pub const fn is_counted(self) -> bool {
        matches!(self, Kind::License)
    }

    /// Whether it has terms that renew or expire. Software is kept.
    #[must_use]
    pub const fn renews(self) -> bool {
        !matches!(self, Kind::Software)
    }

    /// Whether it can be suspended: software that was bought cannot be taken out of use, nor a reservation.
    #[must_use]
    pub const fn pauses(self) -> bool {
        matches!(self, Kind::License | Kind::Platform)
    }
}

crate::code::coded!(Kind, "kind of product");
