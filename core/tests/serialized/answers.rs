//! The answers of decisions, and the messages about them.

use insta::assert_json_snapshot;
use tierline_core::{
    access::{Basis, Provider},
    actor::Actor,
    catalog::{Limits, SaleCommand},
    enrollment::{self, CheckKind, ReasonCode},
    invitation::{self, Check, CheckItem, CheckOutcome, readiness},
    market::Currency,
    member, membership,
    money::MoneyError,
    organization::{Capability, Problem},
    partnership,
    refusal::{Fixer, NextStep},
    relationship::{self, Grant},
    role::{Role, RoleSet},
    text::{TextError, TextKind},
};

use crate::{
    common::*,
    events::document,
    every::{Sample, by_name, each, plain, written},
};

pub(crate) fn samples() -> Vec<Sample> {
    [decisions(), commands(), remedies(), errors()].concat()
}

fn decisions() -> Vec<Sample> {
    let role = Role::AdminAgent;
    let relationship = id(3000);
    let bases = [
        Basis::Role { role },
        Basis::Partnership {
            role,
            partnership: id(2000),
        },
        Basis::Relationship { role, relationship },
        Basis::Grant {
            role,
            relationship,
            grant: Grant::Support,
        },
    ];
    let kind = invitation::Kind::Partnership { provider: id(1) };
    let checks: Vec<Check> = readiness(&provider(), Some(&customer()), kind);
    let agent: Actor = actor(&provider(), role);
    vec![
        each(Some("basis"), bases),
        plain(checks),
        each(
            None,
            [
                CheckItem::Enrolled,
                CheckItem::AgreementSigned,
                CheckItem::MpnIdAssociated,
                CheckItem::SameRegion,
                CheckItem::NoPartner,
            ],
        ),
        each(
            None,
            [
                CheckOutcome::Met,
                CheckOutcome::NotMet,
                CheckOutcome::Unknown,
            ],
        ),
        plain([agent]),
        plain([Provider {
            party: provider().party(),
            may_order: true,
        }]),
    ]
}

/// They tell a repeated request from another one.
fn commands() -> Vec<Sample> {
    let changes = [
        member::Change::Rename {
            name: "Mia Kern".parse().unwrap(),
        },
        member::Change::Roles {
            roles: RoleSet::of(&[Role::SalesAgent]),
        },
        member::Change::Block,
        member::Change::Unblock,
        member::Change::Remove,
        member::Change::SendPasswordLink,
        member::Change::ResetSecondFactor,
    ];
    let (mpn, name) = ("5000001", "Fabrikam Lyon");
    let edits = [
        membership::Edit::Account {
            account: "mpn@org2.example".parse().unwrap(),
        },
        membership::Edit::AddProfile {
            mpn: mpn.parse().unwrap(),
            name: name.parse().unwrap(),
        },
        membership::Edit::AddLocation {
            profile: "5000000".parse().unwrap(),
            mpn: mpn.parse().unwrap(),
            name: name.parse().unwrap(),
            country: "FR".parse().unwrap(),
        },
        membership::Edit::Profile {
            mpn: mpn.parse().unwrap(),
            name: name.parse().unwrap(),
            is_active: false,
        },
        membership::Edit::Location {
            mpn: mpn.parse().unwrap(),
            name: name.parse().unwrap(),
            country: "FR".parse().unwrap(),
            is_active: true,
        },
    ];
    let partnership = [
        partnership::Command::RevokeTenantAdmin,
        partnership::Command::GrantTenantAdmin,
        partnership::Command::End { reason: None },
        partnership::Command::End {
            reason: Some("we have a provider".parse().unwrap()),
        },
    ];
    let relationship = [
        relationship::Command::EndGrant(Grant::Support),
        relationship::Command::End,
    ];
    let dates = [
        relationship::DateCommand::Set {
            grant: Some(Grant::Support),
            day: Some(day(30).date_naive()),
        },
        relationship::DateCommand::Renew { day: None },
        relationship::DateCommand::Decline { reason: None },
    ];
    let asking = relationship::AskToRenew {
        text: "Please renew".parse().unwrap(),
        day: day(365).date_naive(),
    };
    let limits = Limits {
        minimum: 5,
        maximum: 300,
        per_customer: None,
        one_per_customer: false,
    };
    let sales = [
        SaleCommand::Withdraw,
        SaleCommand::SellAgain,
        SaleCommand::SetLimits { limits },
        SaleCommand::TakeBackLimits,
    ];
    let restoring = [
        member::Restore::SendPasswordLink,
        member::Restore::ResetSecondFactor,
        member::Restore::Unblock,
    ];
    vec![
        written(&sales),
        written(&restoring),
        written(&partnership),
        written(&relationship),
        written(&dates),
        written(&[asking]),
        written(&changes),
        written(&edits),
        written(&enrolling()),
        written(&[
            enrollment::Verdict::Pass,
            enrollment::Verdict::Fail {
                reason: ReasonCode::NameUnknown,
                note: Some("no such name".parse().unwrap()),
            },
        ]),
        written(&[enrollment::Statements {
            signed_up: true,
            address_is_the_companys: true,
        }]),
    ]
}

fn enrolling() -> Vec<enrollment::Command> {
    vec![
        enrollment::Command::PostponeMpn,
        enrollment::Command::CorrectCountry {
            country: "DE".parse().unwrap(),
        },
        enrollment::Command::EnterProfile(legal_profile()),
        enrollment::Command::EnterContact(primary_contact()),
        enrollment::Command::EnterSupport(support_contact()),
        enrollment::Command::EnrollNow,
        enrollment::Command::AddDocument(document()),
        enrollment::Command::Appeal {
            check: CheckKind::Business,
            statement: Some("it is".parse().unwrap()),
        },
    ]
}

fn remedies() -> Vec<Sample> {
    let customer = id(4);
    let fixers = [
        Fixer::You,
        Fixer::agent_of(&provider().party()),
        Fixer::Operator,
        Fixer::Sender,
        Fixer::Nobody,
    ];
    let steps = [
        NextStep::AskForRole,
        NextStep::OpenSubscription {
            subscription: id(60),
        },
        NextStep::SignAgreement,
        NextStep::AssociateMpnId,
        NextStep::OpenEnrollment,
        NextStep::AskOperator,
        NextStep::RequestPartnership,
        NextStep::InviteForBoth {
            customer,
            provider: Some(id(1)),
        },
        NextStep::RequestRelationship { customer },
        NextStep::AskForGrant {
            customer,
            grant: Grant::Administer,
        },
        NextStep::AskPartner { partner: id(1) },
        NextStep::ChooseSameRegion,
        NextStep::OpenInvitation {
            invitation: id(1000),
        },
        NextStep::OpenMemberInvitation {
            invitation: id(9000),
        },
        NextStep::OpenUsers,
        NextStep::RestoreUser {
            customer,
            user: id(401),
        },
        NextStep::OpenSettings,
        NextStep::AskSender,
        NextStep::SwitchOrganization,
        NextStep::EndRelationship,
        NextStep::SignIn,
        NextStep::SetUpSecondFactor,
        NextStep::RemovePasskey,
        NextStep::CorrectEntry,
        NextStep::Wait { until: day(1) },
        NextStep::Nothing,
    ];
    vec![each(Some("who"), fixers), each(Some("step"), steps)]
}

fn errors() -> Vec<Sample> {
    let texts = [
        TextError::Empty,
        TextError::TooShort { minimum: 3 },
        TextError::TooLong { maximum: 120 },
        TextError::Several,
        TextError::EmailCharacter { found: 'ä' },
        TextError::DomainCharacter { found: ',' },
        TextError::Malformed {
            expected: TextKind::Email,
        },
    ];
    let kinds = [
        TextKind::Email,
        TextKind::EmailDomain,
        TextKind::Domain,
        TextKind::TenantPrefix,
        TextKind::UserName,
        TextKind::Url,
        TextKind::MpnId,
        TextKind::PhoneNumber,
        TextKind::Name,
        TextKind::Plain,
    ];
    let money = [
        MoneyError::CurrenciesDiffer,
        MoneyError::TooLarge,
        MoneyError::NoQuantity,
        MoneyError::NoAmount,
    ];
    vec![
        each(Some("code"), texts),
        each(None, kinds),
        each(None, money),
        each(Some("code"), problems()),
    ]
}

fn problems() -> Vec<Problem> {
    let user_name = || "ben@contoso.example".parse().unwrap();
    let domain = || "contoso.example".parse().unwrap();
    vec![
        Problem::NoCapability,
        Problem::NotTogether {
            alone: Capability::Customer,
            with: Capability::DirectBill,
        },
        Problem::OperatorExists {
            operator: provider().party(),
        },
        Problem::NoOperator,
        Problem::NotAllowed {
            refusal: Box::new(tierline_core::testing::refusals().remove(0)),
        },
        Problem::MpnOfNoPartner,
        Problem::MpnTaken {
            mpn: "4586213".parse().unwrap(),
        },
        Problem::AgreementOfNoPartner,
        Problem::DomainTaken { domain: domain() },
        Problem::UserNameTaken {
            user_name: user_name(),
        },
        Problem::UserNameElsewhere {
            user_name: user_name(),
            domain: domain(),
        },
        Problem::UnknownOrganization { domain: domain() },
        Problem::UnknownUser {
            user_name: user_name(),
        },
        Problem::NoRole,
        Problem::RoleElsewhere {
            role: Role::AdminAgent,
            there_are: vec![Role::GlobalAdmin],
        },
        Problem::Blocked {
            user_name: user_name(),
        },
        Problem::HasJoined {
            user_name: "grace.lin@contoso.example".parse().unwrap(),
        },
        Problem::NoSecondFactor {
            user_name: user_name(),
        },
    ]
}

#[test]
fn answered_decisions() {
    assert_json_snapshot!(by_name(decisions()));
}

#[test]
fn answered_commands() {
    assert_json_snapshot!(by_name(commands()));
}

#[test]
fn answered_remedies() {
    assert_json_snapshot!(by_name(remedies()));
}

#[test]
fn answered_errors() {
    assert_json_snapshot!(by_name(errors()));
}

/// The serialized code is the same as the code of the error.
#[test]
fn codes_of_errors_are_what_is_written() {
    for problem in problems() {
        let written = serde_json::to_value(&problem).unwrap();
        assert_eq!(written["code"], problem.code());
    }
    assert_eq!(serde_json::to_value(Currency::Eur).unwrap(), "EUR");
}
