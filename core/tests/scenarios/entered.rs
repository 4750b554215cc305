//! What people enter at a step, as commands take it.

use chrono::TimeDelta;
use serde::Deserialize;
use tierline_core::{
    Timestamp,
    agreement::AgreementKind,
    directory,
    enrollment::{self, CheckKind, ReasonCode, Verdict},
    ids::UserId,
    market::{Country, Language},
    member::Change,
    membership::{Edit, Location, NewMember, Profile},
    review::{self, Ruling},
    role::{Role, RoleSet},
    subscription::{AutoRenew, Command},
    term::Plan,
    text::{AddressLine, AgreementVersion, CompanyName, EmailAddress, MpnId, Reason},
};

/// A line of an order: the product, the number of licenses, and the plan if it is another than usual.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum LineData {
    Usual(String, u32),
    By(String, u32, Plan),
}

impl LineData {
    pub(crate) fn parts(&self) -> (&str, u32, Plan) {
        match self {
            LineData::Usual(product, quantity) => (product, *quantity, Plan::DEFAULT),
            LineData::By(product, quantity, plan) => (product, *quantity, *plan),
        }
    }
}

/// What the operator does with a member of the registry, which is named by its account.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub(crate) enum Keep {
    /// With one profile, and these locations in it.
    Register {
        account: EmailAddress,
        profile: MpnId,
        locations: Vec<(MpnId, Country)>,
    },
    /// What is known of a location.
    Location {
        account: EmailAddress,
        mpn: MpnId,
        country: Country,
        #[serde(default)]
        inactive: bool,
    },
    Password {
        account: EmailAddress,
    },
}

/// A member as the operator enters it.
pub(crate) fn new_member(
    account: &EmailAddress,
    profile: &MpnId,
    locations: &[(MpnId, Country)],
) -> NewMember {
    let located = locations.iter().map(|(mpn, country)| Location {
        mpn: mpn.clone(),
        name: located(mpn),
        country: *country,
        is_active: true,
    });
    NewMember {
        account: account.clone(),
        profiles: vec![Profile {
            mpn: profile.clone(),
            name: "Member Clouds".parse().unwrap(),
            is_active: true,
            locations: located.collect(),
        }],
    }
}

/// The edit of a location.
pub(crate) fn location(mpn: &MpnId, country: Country, is_active: bool) -> Edit {
    Edit::Location {
        mpn: mpn.clone(),
        name: located(mpn),
        country,
        is_active,
    }
}

fn located(mpn: &MpnId) -> CompanyName {
    format!("Member Clouds {mpn}").parse().unwrap()
}

/// What a partner does about its MPN ID.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub(crate) enum OwnMpn {
    /// To the account of a member.
    SignIn {
        account: EmailAddress,
    },
    Associate {
        mpn: MpnId,
    },
    /// A location to this profile.
    Add {
        profile: MpnId,
    },
}

/// What becomes of a user.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum UserChange {
    Block,
    Unblock,
    Remove,
    Roles(Vec<Role>),
}

impl UserChange {
    /// The change that it is.
    pub(crate) fn change(&self) -> Change {
        match self {
            UserChange::Block => Change::Block,
            UserChange::Unblock => Change::Unblock,
            UserChange::Remove => Change::Remove,
            UserChange::Roles(roles) => Change::Roles {
                roles: RoleSet::of(roles),
            },
        }
    }
}

/// What somebody does to a subscription.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub(crate) enum SubscriptionChange {
    Licenses { to: u32 },
    Schedule { licenses: u32 },
    Undo,
    AutoRenew { on: bool },
    RenewNow,
    Suspend,
    Reactivate,
    Cancel,
    BringBack,
}

impl SubscriptionChange {
    /// The command that it is.
    pub(crate) const fn command(self) -> Command {
        match self {
            SubscriptionChange::Licenses { to } => Command::SetQuantity { to },
            SubscriptionChange::Schedule { licenses } => Command::Schedule {
                quantity: Some(licenses),
                upgrade: None,
                plan: None,
            },
            SubscriptionChange::Undo => Command::Unschedule,
            SubscriptionChange::AutoRenew { on } => Command::SetAutoRenew {
                auto_renew: if on { AutoRenew::On } else { AutoRenew::Off },
            },
            SubscriptionChange::RenewNow => Command::RenewNow,
            SubscriptionChange::Suspend => Command::Suspend,
            SubscriptionChange::Reactivate => Command::Reactivate,
            SubscriptionChange::Cancel => Command::Cancel,
            SubscriptionChange::BringBack => Command::BringBack,
        }
    }
}

/// What a provider wants to be shown.
pub(crate) fn profile(name: &str, country: Country) -> directory::Profile {
    directory::Profile {
        name: name.parse().unwrap(),
        logo: None,
        texts: vec![directory::ProfileText {
            language: Language::English,
            text: format!("{name} sells clouds.").parse().unwrap(),
        }],
        services: vec![directory::Service::Support],
        locations: vec![directory::Location {
            country,
            url: "https://provider.example/clouds".parse().unwrap(),
        }],
        contact: directory::Contact {
            email: "partners@provider.example".parse().unwrap(),
            phone: None,
        },
    }
}

/// What an applicant enters.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "enter", rename_all = "snake_case")]
pub(crate) enum Enter {
    MpnLater,
    /// The country of a tenant that was made with a wrong one.
    Country {
        country: Country,
    },
    Profile {
        name: CompanyName,
        street: AddressLine,
    },
    Contact {
        email: EmailAddress,
    },
    Support,
    /// **Enroll now**.
    Now,
}

impl Enter {
    /// The command that it is.
    pub(crate) fn command(&self) -> enrollment::Command {
        use enrollment::{Command, LegalProfile, PrimaryContact, SupportContact};
        match self {
            Enter::MpnLater => Command::PostponeMpn,
            Enter::Country { country } => Command::CorrectCountry { country: *country },
            Enter::Profile { name, street } => Command::EnterProfile(LegalProfile {
                name: name.clone(),
                address: vec![street.clone()],
                website: None,
            }),
            Enter::Contact { email } => Command::EnterContact(PrimaryContact {
                name: "Anna Berg".parse().unwrap(),
                email: email.clone(),
                phone: None,
                language: Language::English,
            }),
            Enter::Support => Command::EnterSupport(SupportContact {
                email: "support@adventure.example".parse().unwrap(),
                phone: None,
                website: None,
            }),
            Enter::Now => Command::EnrollNow,
        }
    }
}

/// What a reviewer does with a case.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub(crate) enum Act {
    Take,
    GiveBack,
    Assign {
        to: String,
    },
    Note {
        text: Reason,
    },
    /// Every open check is passed.
    Approve,
    Agree,
    Dismiss {
        reason: Reason,
    },
}

impl Act {
    /// The person whom it names.
    pub(crate) fn names(&self) -> Option<&str> {
        match self {
            Act::Assign { to } => Some(to),
            _ => None,
        }
    }

    /// The command that it is; the person has this id.
    pub(crate) fn command(&self, id: impl FnOnce(&str) -> UserId) -> review::Command {
        use review::Command;
        match self {
            Act::Take => Command::Take,
            Act::GiveBack => Command::GiveBack,
            Act::Assign { to } => Command::Assign(id(to)),
            Act::Note { text } => Command::Note(text.clone()),
            Act::Approve => Command::Rule(Ruling::Approve),
            Act::Agree => Command::Agree,
            Act::Dismiss { reason } => Command::Dismiss(reason.clone()),
        }
    }
}

/// A decision about one check.
pub(crate) fn ruling(check: CheckKind, fails: Option<ReasonCode>) -> review::Command {
    let verdict = match fails {
        Some(reason) => Verdict::Fail { reason, note: None },
        None => Verdict::Pass,
    };
    review::Command::Rule(Ruling::Check { check, verdict })
}

/// A version of an agreement that the operator publishes.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Publication {
    #[serde(default = "partner_agreement")]
    pub(crate) agreement: AgreementKind,
    pub(crate) version: AgreementVersion,
    #[serde(default = "english")]
    pub(crate) languages: Vec<Language>,
    /// After so many days it applies.
    #[serde(default)]
    in_days: i64,
    /// After so many days it must be signed.
    due_in: Option<i64>,
}

pub(crate) fn partner_agreement() -> AgreementKind {
    AgreementKind::PartnerAgreement
}

fn english() -> Vec<Language> {
    vec![Language::English]
}

impl Publication {
    /// From when on it applies.
    pub(crate) fn effective(&self, now: Timestamp) -> Timestamp {
        now + TimeDelta::days(self.in_days)
    }

    /// From when on it must be signed.
    pub(crate) fn due(&self, now: Timestamp) -> Option<Timestamp> {
        due(self.due_in, now)
    }
}

/// So many days from now.
pub(crate) fn due(days: Option<i64>, now: Timestamp) -> Option<Timestamp> {
    days.map(|days| now + TimeDelta::days(days))
}
