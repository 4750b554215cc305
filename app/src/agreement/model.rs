//! Agreements as pages show them.

mod look_up;

use serde::Serialize;
use tierline_core::{
    Refusal, Timestamp,
    agreement::AgreementKind,
    digest::Sha256,
    ids::AgreementId,
    market::{Country, Language},
    organization::Party,
    read::Read,
};

pub use look_up::{LookUpPage, LookedUp};

use crate::{list::model::Page, timeline::History};

/// A version in the language in which it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct ShownText {
    /// The version's id.
    pub id: AgreementId,
    /// The version.
    pub version: String,
    /// From when on it applies.
    pub effective: Timestamp,
    /// From when on it must be signed.
    pub must_be_signed_by: Option<Timestamp>,
    /// The languages that it has.
    pub languages: Vec<Language>,
    /// The one in which it is shown.
    pub language: Language,
    /// Its words.
    pub words: String,
    /// The digest of the words, to the byte.
    pub digest: Sha256,
}

/// The page on which an agreement is read and signed.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct SignPage {
    /// The agreement.
    pub kind: AgreementKind,
    /// The organization that signs.
    pub organization: Party,
    /// Why the reader may not sign, or that nothing stands in the way.
    pub may_sign: Result<(), Refusal>,
    /// The names of those who can sign.
    pub signers: Vec<String>,
    /// The reader's name and account.
    pub reader: (String, String),
    /// The version in force, for those who may read it.
    pub text: Option<ShownText>,
    /// What was signed of this agreement last.
    pub signed: Option<SignedVersion>,
    /// Whether the version in force is signed already.
    pub is_signed: bool,
}

/// A version that was signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct SignedVersion {
    /// The agreement.
    pub kind: AgreementKind,
    /// The version.
    pub version: String,
    /// When.
    pub at: Timestamp,
    /// How, if it was signed in the portal.
    pub here: Option<SignedHere>,
}

/// A signature in the portal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct SignedHere {
    /// The version's id: its receipt has it in its address.
    pub id: AgreementId,
    /// Who signed.
    pub signer: String,
    /// The work account.
    pub account: String,
    /// The language in which it was read.
    pub language: Language,
    /// The network address.
    pub address: String,
    /// The digest of the text.
    pub digest: Sha256,
}

/// **Program Info**: the organization's agreements with the program.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct ProgramInfo {
    /// The organization.
    pub organization: Party,
    /// What it is asked to sign.
    pub asked: Vec<AskedVersion>,
    /// What it has signed, the newest first.
    pub signed: Vec<SignedVersion>,
    /// Whether the reader may sign, and see how it was signed.
    pub may_sign: bool,
}

/// A version that the organization is asked to sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct AskedVersion {
    /// The agreement.
    pub kind: AgreementKind,
    /// The version.
    pub version: String,
    /// From when on it must be signed.
    pub must_be_signed_by: Option<Timestamp>,
}

/// What a version is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum VersionState {
    /// Its day has not come.
    Scheduled,
    /// It applies.
    InForce,
    /// A later one applies.
    Replaced,
}

/// A version, as the operator sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct VersionRow {
    /// Its id.
    pub id: AgreementId,
    /// The agreement.
    pub kind: AgreementKind,
    /// The version.
    pub version: String,
    /// What it is now.
    pub state: VersionState,
    /// From when on it applies.
    pub effective: Timestamp,
    /// From when on it must be signed.
    pub must_be_signed_by: Option<Timestamp>,
    /// The languages that it has.
    pub languages: Vec<Language>,
    /// How many organizations have signed it.
    pub signed: u64,
    /// How many of those concerned have not.
    pub unsigned: u64,
}

/// **Agreements**: every version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct AgreementsPage {
    /// The versions of each agreement, the newest first.
    pub versions: Vec<VersionRow>,
    /// How many partners the next version of each agreement would ask.
    pub concerned: Vec<(AgreementKind, u64)>,
}

/// A version's own page, for the operator.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct VersionPage {
    /// The version.
    pub row: VersionRow,
    /// Its text, in the chosen language.
    pub text: ShownText,
    /// The first partners that have not signed it.
    pub unsigned: Vec<UnsignedRow>,
    /// Whether the day by which it must be signed may be moved.
    pub may_change: Result<(), Refusal>,
    /// What has happened to it.
    pub timeline: History,
}

/// How many partners a version's page names of those that have not signed.
pub const UNSIGNED_NAMED: usize = 10;

/// A partner that a version concerns and that has not signed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct UnsignedRow {
    /// The partner.
    pub party: Party,
    /// The domain of its tenant.
    pub domain: String,
    /// Its legal location.
    pub country: Country,
    /// The associated location MPN ID.
    pub mpn: Option<String>,
}

/// Those that have not signed a version.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct UnsignedPage {
    /// The agreement.
    pub kind: AgreementKind,
    /// The version.
    pub version: String,
    /// The partners.
    pub partners: Page<UnsignedRow>,
}

/// The longest text that is typed, in characters. A longer one comes as a file.
pub const LONGEST_TEXT: u32 = 60_000;
