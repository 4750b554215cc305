//! The reasons for which a check fails, each with its remedy.

use serde::{Deserialize, Serialize};

use super::{CheckKind, DocumentKind};
use crate::read::Read;

/// Why a check failed.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum ReasonCode {
    /// Mail to the address came back.
    AddressUnreachable,
    /// The primary contact did not answer.
    ContactSilent,
    /// The primary contact did not sign up.
    ContactDenied,
    /// The domain of the address is another than the company's.
    DomainDiffers,
    /// Nothing shows that the domain is the company's.
    DomainUnproven,
    /// Nothing shows that the primary contact works there.
    EmploymentUnproven,
    /// No register knows a company of this name.
    NameUnknown,
    /// The company is registered at another address.
    AddressDiffers,
    /// The document cannot be read, or is of something else.
    DocumentUnusable,
    /// The document is out of date.
    DocumentExpired,
}

/// The remedy for a failed check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// Send the mail to the primary contact again.
    SendAgain,
    /// Enter another primary contact or address.
    ChangeContact,
    /// Enter the legal business profile exactly as it is registered.
    ChangeProfile,
    /// Upload a document, and appeal.
    UploadDocument,
}

impl Remedy {
    /// Every remedy.
    pub const ALL: [Remedy; 4] = [
        Remedy::SendAgain,
        Remedy::ChangeContact,
        Remedy::ChangeProfile,
        Remedy::UploadDocument,
    ];

    /// The stable name, as serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Remedy::SendAgain => "send_again",
            Remedy::ChangeContact => "change_contact",
            Remedy::ChangeProfile => "change_profile",
            Remedy::UploadDocument => "upload_document",
        }
    }
}

impl ReasonCode {
    /// Every reason.
    pub const ALL: [ReasonCode; 10] = [
        ReasonCode::AddressUnreachable,
        ReasonCode::ContactSilent,
        ReasonCode::ContactDenied,
        ReasonCode::DomainDiffers,
        ReasonCode::DomainUnproven,
        ReasonCode::EmploymentUnproven,
        ReasonCode::NameUnknown,
        ReasonCode::AddressDiffers,
        ReasonCode::DocumentUnusable,
        ReasonCode::DocumentExpired,
    ];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            ReasonCode::AddressUnreachable => "address_unreachable",
            ReasonCode::ContactSilent => "contact_silent",
            ReasonCode::ContactDenied => "contact_denied",
            ReasonCode::DomainDiffers => "domain_differs",
            ReasonCode::DomainUnproven => "domain_unproven",
            ReasonCode::EmploymentUnproven => "employment_unproven",
            ReasonCode::NameUnknown => "name_unknown",
            ReasonCode::AddressDiffers => "address_differs",
            ReasonCode::DocumentUnusable => "document_unusable",
            ReasonCode::DocumentExpired => "document_expired",
        }
    }

    /// Whether this check can fail for it.
    ///
    /// ```
    /// use tierline_core::enrollment::{CheckKind, ReasonCode};
    /// assert!(ReasonCode::NameUnknown.is_of(CheckKind::Business));
    /// assert!(!ReasonCode::NameUnknown.is_of(CheckKind::EmailDomain));
    /// // A check without documents has none that are out of date.
    /// assert!(!ReasonCode::DocumentExpired.is_of(CheckKind::EmailOwnership));
    /// ```
    #[must_use]
    pub const fn is_of(self, check: CheckKind) -> bool {
        match self {
            ReasonCode::AddressUnreachable
            | ReasonCode::ContactSilent
            | ReasonCode::ContactDenied => matches!(check, CheckKind::EmailOwnership),
            ReasonCode::DomainDiffers | ReasonCode::DomainUnproven => {
                matches!(check, CheckKind::EmailDomain)
            }
            ReasonCode::EmploymentUnproven => matches!(check, CheckKind::Employment),
            ReasonCode::NameUnknown | ReasonCode::AddressDiffers => {
                matches!(check, CheckKind::Business)
            }
            ReasonCode::DocumentUnusable | ReasonCode::DocumentExpired => {
                !check.documents().is_empty()
            }
        }
    }

    /// What the applicant can do about it, the nearest first.
    #[must_use]
    pub const fn remedies(self) -> &'static [Remedy] {
        match self {
            ReasonCode::ContactSilent => &[Remedy::SendAgain, Remedy::ChangeContact],
            ReasonCode::AddressUnreachable | ReasonCode::ContactDenied => &[Remedy::ChangeContact],
            ReasonCode::DomainDiffers => &[Remedy::ChangeContact, Remedy::UploadDocument],
            ReasonCode::EmploymentUnproven => &[Remedy::UploadDocument, Remedy::ChangeContact],
            ReasonCode::NameUnknown | ReasonCode::AddressDiffers => {
                &[Remedy::ChangeProfile, Remedy::UploadDocument]
            }
            ReasonCode::DomainUnproven
            | ReasonCode::DocumentUnusable
            | ReasonCode::DocumentExpired => &[Remedy::UploadDocument],
        }
    }

    /// The documents that are wanted for this check, if one helps.
    ///
    /// ```
    /// use tierline_core::enrollment::{CheckKind, DocumentKind, ReasonCode};
    /// assert_eq!(ReasonCode::AddressDiffers.documents(CheckKind::Business)[0], DocumentKind::AddressProof);
    /// assert!(ReasonCode::ContactDenied.documents(CheckKind::EmailOwnership).is_empty());
    /// ```
    #[must_use]
    pub const fn documents(self, check: CheckKind) -> &'static [DocumentKind] {
        match self {
            ReasonCode::AddressUnreachable
            | ReasonCode::ContactSilent
            | ReasonCode::ContactDenied => &[],
            ReasonCode::NameUnknown => {
                &[DocumentKind::BusinessRegistration, DocumentKind::TaxRecord]
            }
            ReasonCode::AddressDiffers => &[
                DocumentKind::AddressProof,
                DocumentKind::BusinessRegistration,
            ],
            ReasonCode::DomainDiffers
            | ReasonCode::DomainUnproven
            | ReasonCode::EmploymentUnproven
            | ReasonCode::DocumentUnusable
            | ReasonCode::DocumentExpired => check.documents(),
        }
    }
}

crate::code::coded!(ReasonCode, "reason");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reason_is_of_some_check_and_leaves_a_remedy() {
        for reason in ReasonCode::ALL {
            assert!(!reason.remedies().is_empty(), "{reason}");
            for check in CheckKind::ALL.into_iter().filter(|it| reason.is_of(*it)) {
                let uploads = reason.remedies().contains(&Remedy::UploadDocument);
                let wanted = reason.documents(check);
                assert_eq!(uploads, !wanted.is_empty(), "{reason} {check}");
                assert!(wanted.iter().all(|it| check.documents().contains(it)));
            }
        }
        for check in CheckKind::ALL {
            assert!(ReasonCode::ALL.into_iter().any(|it| it.is_of(check)));
        }
    }
}
