//! Files that are imported, by the operator or for a customer. A file is looked at first: what it would change, and
//! each line that is wrong. Then it is applied as a whole, or discarded.
//!
//! What the lines of a file say is decided by its area; here is what every import has in common. Of each kind one
//! import is open at a time: the second would be looked at beside something that the first is about to change. Of the
//! kinds that are about one customer, that is one for each customer and each organization that imports for it.

mod phase;
mod problem;
mod refusal;
mod status;

pub use phase::Phase;
#[cfg(feature = "price-sheet")]
pub(crate) use problem::beginning;
pub use problem::{Problem, Wanted};
pub use refusal::Refusal;
pub use status::{Command, Status, decide, looked_at};

use serde::{Deserialize, Serialize};

use crate::{Timestamp, access::Action, read::Read};

/// The most bytes of a file: a year's price sheets of a market are smaller.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// What a file holds.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Members of the MPN registry.
    Registry,
    /// The program's price sheet.
    PriceSheet,
    /// A simple price list of the operator's own.
    PriceList,
    /// What the price sheet lacks of its products.
    ProductDetails,
    /// Users of a customer, with the licenses that they get.
    Users,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 5] = [
        Kind::Registry,
        Kind::PriceSheet,
        Kind::PriceList,
        Kind::ProductDetails,
        Kind::Users,
    ];

    /// The kinds that the operator imports for its program.
    pub const PROGRAM: [Kind; 4] = [
        Kind::Registry,
        Kind::PriceSheet,
        Kind::PriceList,
        Kind::ProductDetails,
    ];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Kind::Registry => "registry",
            Kind::PriceSheet => "price_sheet",
            Kind::PriceList => "price_list",
            Kind::ProductDetails => "product_details",
            Kind::Users => "users",
        }
    }

    /// Whether such a file is about one customer, whose partners and whose own admins import it.
    ///
    /// ```
    /// use tierline_core::import::Kind;
    /// assert!(Kind::Users.is_of_customer());
    /// assert!(Kind::PROGRAM.iter().all(|kind| !kind.is_of_customer()));
    /// ```
    #[must_use]
    pub const fn is_of_customer(self) -> bool {
        matches!(self, Kind::Users)
    }

    /// What whoever imports it has to be allowed.
    #[must_use]
    pub const fn action(self) -> Action {
        match self {
            Kind::Registry => Action::ManageMembers,
            Kind::PriceSheet | Kind::PriceList | Kind::ProductDetails => Action::ManageCatalog,
            Kind::Users => Action::ManageUsers,
        }
    }
}

crate::code::coded!(Kind, "kind of import");

/// What an import does to a thing that a line is about.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// The line is wrong: nothing is done.
    Wrong,
    /// It is new.
    Added,
    /// It is changed.
    Changed,
    /// The file does not have it any more, and so it ends.
    Ended,
    /// The operator has withdrawn it from sale: it stays so, whatever the file says.
    StaysWithdrawn,
    /// The operator has set limits of its own: they stay.
    LimitsStay,
    /// They stay, and the file has no prices for all of them.
    LimitsUnpriced,
    /// More, or fewer, is sold than the file's limits allow: it goes on as it is.
    BelowSold,
    /// The file's limits allow numbers of licenses for which there are no prices.
    Unpriced,
}

impl Effect {
    /// Every effect.
    pub const ALL: [Effect; 9] = [
        Effect::Wrong,
        Effect::Added,
        Effect::Changed,
        Effect::Ended,
        Effect::StaysWithdrawn,
        Effect::LimitsStay,
        Effect::LimitsUnpriced,
        Effect::BelowSold,
        Effect::Unpriced,
    ];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Effect::Wrong => "wrong",
            Effect::Added => "added",
            Effect::Changed => "changed",
            Effect::Ended => "ended",
            Effect::StaysWithdrawn => "stays_withdrawn",
            Effect::LimitsStay => "limits_stay",
            Effect::LimitsUnpriced => "limits_unpriced",
            Effect::BelowSold => "below_sold",
            Effect::Unpriced => "unpriced",
        }
    }
}

crate::code::coded!(Effect, "effect of an import");

/// An import of the same kind that is not done yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// The name of the user who began it.
    pub by: String,
    /// When that was.
    pub since: Timestamp,
}

/// Decides whether another import of a kind may begin.
///
/// # Errors
/// [`Refusal::Open`]: the one that is open has to be applied or discarded first.
///
/// ```
/// use tierline_core::{import::{Open, begin}, testing::day};
/// assert_eq!(begin(None), Ok(()));
/// let open = Open { by: "Robin Counts".into(), since: day(1) };
/// assert_eq!(begin(Some(open)).unwrap_err().code(), "import_open");
/// ```
pub fn begin(open: Option<Open>) -> Result<(), Refusal> {
    match open {
        Some(Open { by, since }) => Err(Refusal::Open { by, since }),
        None => Ok(()),
    }
}

/// Decides whether a file may have so many bytes. To be asked for each piece of it.
///
/// # Errors
/// [`Refusal::TooLarge`].
///
/// ```
/// use tierline_core::import::{MOST_BYTES, check_size};
/// assert_eq!(check_size(MOST_BYTES), Ok(()));
/// assert_eq!(check_size(MOST_BYTES + 1).unwrap_err().code(), "import_too_large");
/// ```
pub const fn check_size(bytes: u64) -> Result<(), Refusal> {
    if bytes > MOST_BYTES {
        return Err(Refusal::TooLarge {
            most_megabytes: MOST_BYTES / (1024 * 1024),
        });
    }
    Ok(())
}
