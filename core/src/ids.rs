//! Typed ids: one type for each kind of object, so that they can't be mixed up.
//!
//! This crate makes no ids. They arrive as arguments, usually as UUID version 7, which sorts by creation time; nothing
//! here depends on the version.

use serde::{Deserialize, Serialize};

use crate::read::Read;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        ///
        /// Written and serialized as a hyphenated UUID; reading takes every form that [`Uuid`] reads.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize, Read)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// The id with this value.
            #[must_use]
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// Its value, for storage.
            #[must_use]
            pub const fn into_uuid(self) -> Uuid {
                self.0
            }

            /// Its value by reference.
            #[must_use]
            pub const fn as_uuid(&self) -> &Uuid {
                &self.0
            }
        }

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// An organization, and its tenant: operator, partner or customer.
    ///
    /// ```
    /// use tierline_core::ids::{OrganizationId, UserId};
    /// let id: OrganizationId = "01890a5d-ac96-774b-bcce-b302099a8057".parse()?;
    /// assert_eq!(id.to_string(), "01890a5d-ac96-774b-bcce-b302099a8057");
    /// assert!("contoso".parse::<UserId>().is_err());
    /// # Ok::<(), uuid::Error>(())
    /// ```
    OrganizationId;
    /// A person with a work account.
    UserId;
    /// An invitation by personal link. The id identifies the invitation and is not secret, unlike the link's token.
    InvitationId;
    /// An invitation of a new user, by an admin of the user's organization.
    MemberInvitationId;
    /// A partnership of provider and reseller.
    PartnershipId;
    /// A reseller relationship of partner and customer.
    RelationshipId;
    /// An order.
    OrderId;
    /// One line of an order.
    OrderLineId;
    /// A subscription.
    SubscriptionId;
    /// A stock keeping unit: a product as it is sold.
    SkuId;
    /// An imported price list.
    PriceListId;
    /// An entry of the activity log.
    EventId;
    /// A request, with an id chosen by the requester, so that a repeated request is executed once.
    RequestId;
    /// An unfinished "New customer" wizard.
    CustomerDraftId;
    /// An enrollment in the program.
    EnrollmentId;
    /// The operator's case of an enrollment.
    CaseId;
    /// A document of an enrollment.
    DocumentId;
    /// A member of the MPN registry.
    MemberId;
    /// A version of an agreement's text.
    AgreementId;
    /// A provider's listing in the directory.
    ListingId;
    /// A reseller's message to a provider, which asks to partner.
    AskId;
    /// The program settings.
    ProgramId;
    /// An import of a file.
    ImportId;
    /// Of a group of customers.
    CustomerGroupId;
    /// Of a change that puts many customers into a group, or takes them out of it.
    PlacingId;
    /// Of a change of many renewals.
    BulkId;
    /// A license in the hands of a customer's user.
    AssignmentId;
    /// A reseller's request for an order.
    OrderRequestId;
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn survives_text_and_serde(value: u128) {
            let id = OrderId::from_uuid(Uuid::from_u128(value));
            prop_assert_eq!(id.to_string().parse::<OrderId>().unwrap(), id);
            let json = serde_json::to_string(&id).unwrap();
            prop_assert_eq!(&json, &format!("\"{id}\""));
            prop_assert_eq!(serde_json::from_str::<OrderId>(&json).unwrap(), id);
        }

        #[test]
        fn never_panics(text: String) {
            let _ = text.parse::<UserId>();
        }
    }
}
