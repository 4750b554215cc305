//! What an applicant enters, step by step.

use serde::{Deserialize, Serialize};

use super::{CheckKind, Path};
use crate::{
    market::Language,
    organization::Organization,
    read::Read,
    text::{AddressLine, CompanyName, EmailAddress, HttpUrl, PersonName, PhoneNumber},
};

/// The legal business profile. The country is the tenant's, which decides the region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct LegalProfile {
    /// The name, exactly as registered.
    pub name: CompanyName,
    /// Street, city, postal code: as many lines as are entered.
    pub address: Vec<AddressLine>,
    /// The company's site.
    pub website: Option<HttpUrl>,
}

impl LegalProfile {
    /// The checks that rest on what differs in the new profile: what was found out of the old one says nothing of it.
    ///
    /// ```
    /// use tierline_core::{enrollment::{CheckKind, LegalProfile}, testing::legal_profile};
    /// let old = legal_profile();
    /// let moved = LegalProfile { address: vec!["2 Harbour Road".parse().unwrap()], ..old.clone() };
    /// assert_eq!(old.affected_by(&moved), [CheckKind::Business]);
    /// let renamed = LegalProfile { name: "Fabrikam Holding".parse().unwrap(), ..old.clone() };
    /// assert_eq!(old.affected_by(&renamed), [CheckKind::EmailDomain, CheckKind::Employment, CheckKind::Business]);
    /// // What differs adds up.
    /// let both = LegalProfile { website: Some("https://fabrikam.example/".parse().unwrap()), ..moved };
    /// assert_eq!(old.affected_by(&both), [CheckKind::EmailDomain, CheckKind::Business]);
    /// assert!(old.affected_by(&old).is_empty());
    /// ```
    #[must_use]
    pub fn affected_by(&self, new: &LegalProfile) -> Vec<CheckKind> {
        let renamed = self.name != new.name;
        let moved = self.address != new.address;
        let other_site = self.website != new.website;
        let affects = |check: &CheckKind| match check {
            CheckKind::EmailOwnership => false,
            CheckKind::EmailDomain => renamed || other_site,
            CheckKind::Employment => renamed,
            CheckKind::Business => renamed || moved,
        };
        CheckKind::ALL.into_iter().filter(affects).collect()
    }
}

/// The primary contact: "the person in your company we can contact about your application" ("Partner with indirect
/// providers in the CSP program").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct PrimaryContact {
    /// The name.
    pub name: PersonName,
    /// The address, in a domain of the company.
    pub email: EmailAddress,
    /// A number.
    pub phone: Option<PhoneNumber>,
    /// The language of the mails to this person.
    pub language: Language,
}

impl PrimaryContact {
    /// The checks that rest on what differs in the new contact.
    ///
    /// ```
    /// use tierline_core::{enrollment::{CheckKind, PrimaryContact}, testing::primary_contact};
    /// let old = primary_contact();
    /// let elsewhere = PrimaryContact { email: "anna@fabrikam.example".parse().unwrap(), ..old.clone() };
    /// assert_eq!(old.affected_by(&elsewhere).len(), 3);
    /// let reachable = PrimaryContact { phone: Some("+33 1 23 45 67 89".parse().unwrap()), ..old.clone() };
    /// assert!(old.affected_by(&reachable).is_empty());
    /// ```
    #[must_use]
    pub fn affected_by(&self, new: &PrimaryContact) -> Vec<CheckKind> {
        if self.email.key() != new.email.key() {
            vec![
                CheckKind::EmailOwnership,
                CheckKind::EmailDomain,
                CheckKind::Employment,
            ]
        } else if self.name != new.name {
            vec![CheckKind::EmailOwnership, CheckKind::Employment]
        } else {
            Vec::new()
        }
    }
}

/// Where the partner's customers find support.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct SupportContact {
    /// The address.
    pub email: EmailAddress,
    /// A number.
    pub phone: Option<PhoneNumber>,
    /// A site.
    pub website: Option<HttpUrl>,
}

/// What has been entered so far. After **Enroll now** it is what is reviewed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Draft {
    /// The MPN ID is left for later.
    pub mpn_postponed: bool,
    /// The legal business profile.
    pub profile: Option<LegalProfile>,
    /// The primary contact.
    pub contact: Option<PrimaryContact>,
    /// The customer-support contact.
    pub support: Option<SupportContact>,
}

/// A step of enrolling.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// **Welcome**: what will be needed.
    Welcome,
    /// Signing in with the work account, or creating one.
    WorkAccount,
    /// Associating the MPN ID.
    MpnId,
    /// The legal business profile.
    LegalProfile,
    /// The primary contact.
    PrimaryContact,
    /// The customer-support contact.
    SupportContact,
    /// **Enroll now**.
    Review,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Step; 7] = [
        Step::Welcome,
        Step::WorkAccount,
        Step::MpnId,
        Step::LegalProfile,
        Step::PrimaryContact,
        Step::SupportContact,
        Step::Review,
    ];

    /// The stable name, as in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Step::Welcome => "welcome",
            Step::WorkAccount => "work_account",
            Step::MpnId => "mpn_id",
            Step::LegalProfile => "legal_profile",
            Step::PrimaryContact => "primary_contact",
            Step::SupportContact => "support_contact",
            Step::Review => "review",
        }
    }
}

crate::code::coded!(Step, "step");

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// Done; it can be gone back to without loss.
    Done,
    /// Left for later, on purpose.
    Postponed,
    /// To be done.
    Open,
    /// Not for this applicant.
    NotNeeded,
    /// Possible once everything before it is done.
    Waiting,
}

impl Progress {
    /// All five.
    pub const ALL: [Progress; 5] = [
        Progress::Done,
        Progress::Postponed,
        Progress::Open,
        Progress::NotNeeded,
        Progress::Waiting,
    ];

    /// The stable name, as serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Progress::Done => "done",
            Progress::Postponed => "postponed",
            Progress::Open => "open",
            Progress::NotNeeded => "not_needed",
            Progress::Waiting => "waiting",
        }
    }
}

impl Draft {
    /// How far each step is. "If you are already enrolled in CSP, you may need to provide only customer support contact
    /// information" ("Partner with indirect providers in the CSP program").
    ///
    /// ```
    /// use tierline_core::enrollment::{Draft, Path, Progress, Step};
    /// use tierline_core::{organization::Capability, testing::*};
    /// let open = |path| -> Vec<Step> {
    ///     let steps = Draft::default().steps(path, &tierline_core::organization::Organization { mpn: None, ..reseller() });
    ///     steps.into_iter().filter(|(_, progress)| *progress == Progress::Open).map(|(step, _)| step).collect()
    /// };
    /// assert_eq!(open(Path::New), [Step::MpnId, Step::LegalProfile, Step::PrimaryContact, Step::SupportContact]);
    /// assert_eq!(open(Path::Additional { capability: Capability::DirectBill }), [Step::SupportContact]);
    /// ```
    #[must_use]
    pub fn steps(&self, path: Path, organization: &Organization) -> [(Step, Progress); 7] {
        let entered = |entered: bool| {
            if entered {
                Progress::Done
            } else {
                Progress::Open
            }
        };
        let of = |step| match (step, path) {
            // An enrollment begins with a work account.
            (Step::Welcome | Step::WorkAccount, _) => Progress::Done,
            (Step::SupportContact, _) => entered(self.support.is_some()),
            (Step::Review, _) => Progress::Waiting,
            (_, Path::Additional { .. }) => Progress::NotNeeded,
            (Step::MpnId, Path::New)
                if organization.mpn.is_some() && organization.mpn_inactive.is_none() =>
            {
                Progress::Done
            }
            (Step::MpnId, Path::New) if self.mpn_postponed => Progress::Postponed,
            (Step::MpnId, Path::New) => Progress::Open,
            (Step::LegalProfile, Path::New) => {
                let address = |profile: &LegalProfile| !profile.address.is_empty();
                entered(self.profile.as_ref().is_some_and(address))
            }
            (Step::PrimaryContact, Path::New) => entered(self.contact.is_some()),
        };
        let mut steps = Step::ALL.map(|step| (step, of(step)));
        let is_open = steps.iter().any(|(_, it)| *it == Progress::Open);
        for (step, progress) in &mut steps {
            if *step == Step::Review && !is_open {
                *progress = Progress::Open;
            }
        }
        steps
    }
}
