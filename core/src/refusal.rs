//! Refusals: the rule, the missing thing, who can supply it, and the next step.
//!
//! A refusal is data. Its [`Refusal::code`] is stable; the facts beside it are enough to explain it in any language
//! without asking again. Rule 8 of the product: a refusal names the rule, the missing thing, and who can fix it.
//!
//! Each area has the table of its own refusals (`partnership::Refusal` and so on): the rule, the facts, the code, who
//! can fix it, the next step, and the sentence in English. [`Refusal`] is one of any area. It is serialized as the
//! refusal of its area alone, so that its form does not depend on the area's type.
//!
//! A page shows a refusal beside the disabled button; a program matches on it; a log writes its [`Display`] text.
//!
//! The refused user may see everything in a refusal: names of the organizations that the question was about, the roles
//! that would do, the time at which a grant ended. It does not name the people who hold those roles.
//!
//! ```
//! use tierline_core::{Refusal, partnership, refusal::{Fixer, NextStep}, testing::*};
//! let nothing = partnership::Refusal::NoPartnership { provider: provider().party(), reseller: reseller().party() };
//! let refusal = Refusal::from(nothing);
//! assert_eq!(refusal.code(), "no_partnership");
//! assert_eq!(refusal.next_step(), NextStep::RequestPartnership);
//! assert!(matches!(refusal.fixer(), Fixer::UserOf { organization, .. } if organization == provider().party()));
//! assert_eq!(serde_json::to_value(&refusal)?["provider"]["name"], "Contoso Distribution");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! [`Display`]: std::fmt::Display

pub(crate) mod remedy;
pub(crate) mod table;

pub use remedy::{Fixer, NextStep};
pub(crate) use table::refusals;

use serde::{Deserialize, Serialize};

use crate::read::Read;

/// One type for the refusals of all areas.
macro_rules! umbrella {
    ($($(#[doc = $doc:literal])* $name:ident($area:ident),)*) => {
        /// A refused command or access decision, of any area.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
        #[serde(untagged)]
        pub enum Refusal {
            $($(#[doc = $doc])* $name(crate::$area::Refusal),)*
        }

        impl Refusal {
            /// The stable name of the rule that refused, for programs and tests.
            ///
            /// ```
            /// use tierline_core::{Refusal, invitation};
            /// assert_eq!(Refusal::from(invitation::Refusal::NotConfirmed).code(), "not_confirmed");
            /// ```
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self { $(Refusal::$name(refusal) => refusal.code(),)* }
            }

            /// The person or organization that can fix it.
            ///
            /// ```
            /// use tierline_core::{Refusal, invitation, refusal::Fixer};
            /// assert_eq!(Refusal::from(invitation::Refusal::LinkMissingInMessage).fixer(), Fixer::You);
            /// ```
            #[must_use]
            pub fn fixer(&self) -> Fixer {
                match self { $(Refusal::$name(refusal) => refusal.fixer(),)* }
            }

            /// The next step.
            ///
            /// ```
            /// use tierline_core::{Refusal, order, refusal::NextStep};
            /// assert_eq!(Refusal::from(order::Refusal::NoLines).next_step(), NextStep::CorrectEntry);
            /// ```
            #[must_use]
            pub fn next_step(&self) -> NextStep {
                match self { $(Refusal::$name(refusal) => refusal.next_step(),)* }
            }

            /// The codes of all refusals, by area, for a page that lists them or a test that needs one of each.
            ///
            /// ```
            /// use tierline_core::Refusal;
            /// assert!(Refusal::codes().any(|code| code == "no_relationship"));
            /// ```
            pub fn codes() -> impl Iterator<Item = &'static str> {
                [$(crate::$area::Refusal::CODES,)*].into_iter().flatten().copied()
            }
        }

        impl std::fmt::Display for Refusal {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self { $(Refusal::$name(refusal) => refusal.fmt(f),)* }
            }
        }

        $(impl From<crate::$area::Refusal> for Refusal {
            fn from(refusal: crate::$area::Refusal) -> Refusal {
                Refusal::$name(refusal)
            }
        })*
    };
}

impl Refusal {
    /// Whether somebody asked for what is not theirs: worth a line in the log of whoever runs the portal, where other
    /// refusals are a part of everyday work.
    ///
    /// ```
    /// use tierline_core::{Refusal, invitation};
    /// assert!(!Refusal::from(invitation::Refusal::NotConfirmed).concerns_security());
    /// ```
    #[must_use]
    pub fn concerns_security(&self) -> bool {
        matches!(
            self,
            Refusal::Access(
                crate::access::Refusal::RoleMissing { .. }
                    | crate::access::Refusal::WrongSubject { .. }
            ) | Refusal::Invitation(crate::invitation::Refusal::AddressedToAnother { .. })
                | Refusal::Member(crate::member::Refusal::InvitedAnother { .. })
        )
    }
}

umbrella! {
    /// Actors and actions.
    Access(access),
    /// Requirements for an organization.
    Organization(organization),
    /// A user's own account.
    Account(account),
    /// Users of an organization.
    Member(member),
    /// Enrollments.
    Enrollment(enrollment),
    /// The operator's cases of enrollments.
    Review(review),
    /// Members and their MPN IDs.
    Membership(membership),
    /// Agreements.
    Agreement(agreement),
    /// The directory of providers.
    Directory(directory),
    /// Between provider and reseller.
    Partnership(partnership),
    /// Invitations.
    Invitation(invitation),
    /// Between partner and customer.
    Relationship(relationship),
    /// New customers.
    Customer(customer),
    /// Of groups of customers.
    Group(group),
    /// Licenses of a customer's users.
    License(license),
    /// Products.
    Catalog(catalog),
    /// Orders.
    Order(order),
    /// Requests for orders.
    OrderRequest(order_request),
    /// Subscriptions.
    Subscription(subscription),
    /// Program settings.
    Program(program),
    /// Imports of files.
    Import(import),
}

impl std::error::Error for Refusal {}
