//! The agreements of an organization with the program.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::{
    Timestamp, digest::Sha256, ids::UserId, market::Language, read::Read, text::AgreementVersion,
};

/// The agreements of the program.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum AgreementKind {
    /// Of every partner, before it does any business ("Partner with indirect providers in the CSP program").
    PartnerAgreement,
    /// Of a partner that has signed the partner agreement in another capability, and becomes an indirect reseller
    /// ("From direct bill to indirect reseller").
    IndirectResellerAgreement,
}

impl AgreementKind {
    /// Both.
    pub const ALL: [AgreementKind; 2] = [
        AgreementKind::PartnerAgreement,
        AgreementKind::IndirectResellerAgreement,
    ];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            AgreementKind::PartnerAgreement => "partner_agreement",
            AgreementKind::IndirectResellerAgreement => "indirect_reseller_agreement",
        }
    }
}

crate::code::coded!(AgreementKind, "kind of agreement");

/// A signature, with everything that says later what was signed, by whom and from where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Signature {
    /// The agreement.
    pub kind: AgreementKind,
    /// The version of its text.
    pub version: AgreementVersion,
    /// The language in which it was read.
    pub language: Language,
    /// The digest of the exact text that was shown.
    pub text: Sha256,
    /// The network address from which it was signed.
    pub address: IpAddr,
    /// When it was signed.
    pub at: Timestamp,
    /// The global admin who signed.
    pub by: UserId,
}
