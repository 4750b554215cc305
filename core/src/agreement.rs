//! Agreements: their texts, which the operator publishes, and their signatures.
//!
//! Every partner signs the partner agreement before it does any business; one that becomes an indirect reseller besides
//! what it is signs the indirect reseller agreement as well. Only a global admin signs, on **Overview**, after the
//! review and once the MPN ID is associated ("Partner with indirect providers in the CSP program"). The signature keeps
//! who signed, when, from where, and the digest of the exact text.
//!
//! A version of a text applies from a day on. With a new version the partner is asked again; past the day by which it
//! must be signed, a partner that has not signed it is as one that has signed nothing, and can't transact.
//!
//! | from | by | to |
//! | --- | --- | --- |
//! | | the operator publishes it | published; in force from its day on |
//! | published | the operator moves the day by which it must be signed, to one that is still to come | the same, with that day |
//! | in force | a later version comes into force | replaced: it cannot be signed any more, and what was signed counts until the later one must be signed |

mod event;
mod look_up;
pub(crate) mod permission;
mod publish;
mod refusal;
mod sign;
mod standing;

pub use event::Event;
pub use look_up::{Standing, look_up};
pub use publish::{Command, NewAgreement, PublishFacts, decide, publish};
pub use refusal::Refusal;
pub use sign::{SignFacts, Signed, Signing, concerns, may_sign, sign};
pub use standing::{Ask, asked, in_force, in_force_now, unsigned};

pub use crate::organization::{AgreementKind, Signature};

use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
    digest::Sha256,
    ids::{AgreementId, OrganizationId, UserId},
    market::Language,
    read::Read,
    text::AgreementVersion,
};

/// A version of an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Agreement {
    /// Its id.
    pub id: AgreementId,
    /// The operator.
    pub operator: OrganizationId,
    /// The agreement.
    pub kind: AgreementKind,
    /// The version, as named by the operator.
    pub version: AgreementVersion,
    /// Its text, in each of its languages.
    pub texts: Vec<Text>,
    /// From when on it applies.
    pub effective: Timestamp,
    /// From when on a partner that has not signed it can't transact; never, if none is set.
    pub must_be_signed_by: Option<Timestamp>,
    /// When it was published.
    pub at: Timestamp,
    /// The operator's user.
    pub by: UserId,
}

/// The text of an agreement in one language. Its words are kept where files are; here is what they were, to the byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
pub struct Text {
    /// The language.
    pub language: Language,
    /// The digest of the text.
    pub digest: Sha256,
}

impl Agreement {
    /// The digest of the text in this language.
    #[must_use]
    pub fn text(&self, language: Language) -> Option<Sha256> {
        let mut texts = self.texts.iter();
        texts
            .find(|text| text.language == language)
            .map(|text| text.digest)
    }
}
