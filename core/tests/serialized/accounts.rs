//! Events of accounts, and of the invitations from which users come.

use tierline_core::{
    account::{self, Factor, Origin as AccountOrigin, Password, Restoration},
    event::Event,
    member,
    reach::{GroupSet, Reach},
    role::{Role, RoleSet},
};

use crate::{common::*, events::check};

/// One of each event of an account.
pub(crate) fn account() -> Vec<account::Event> {
    use account::Event as E;
    let at = day(1);
    let name = || "Benjamin Lee".parse().unwrap();
    let added = |password, origin| E::Added {
        organization: id(4),
        name: "Ben Lee".parse().unwrap(),
        user_name: "ben@contoso.example".parse().unwrap(),
        roles: RoleSet::EMPTY
            .with(Role::AdminAgent)
            .with(Role::ReportViewer),
        password,
        origin,
        at,
    };
    vec![
        added(Password::Temporary, AccountOrigin::Operator),
        added(Password::Own, AccountOrigin::WithOrganization),
        added(Password::Own, AccountOrigin::Invited),
        E::Joined {
            organization: id(5),
            roles: RoleSet::EMPTY.with(Role::SalesAgent),
            at,
        },
        E::PasswordChanged { at },
        E::PasswordReset {
            unblocked: true,
            at,
        },
        E::SetupRenewed {
            customer: id(4),
            partner: id(1),
            at,
            by: id(7),
        },
        E::SecondFactorSetUp {
            factor: Factor::App,
            recovery_codes: 10,
            at,
        },
        E::RecoveryCodeUsed { left: 7, at },
        E::RecoveryCodesRenewed {
            recovery_codes: 10,
            at,
        },
        E::FactorAdded {
            factor: Factor::Passkey,
            at,
        },
        E::FactorRemoved {
            factor: Factor::App,
            at,
        },
        E::SecondFactorTurnedOff { at },
        E::SecondFactorReset { at },
        E::JoinedByInvitation {
            organization: id(5),
            roles: RoleSet::EMPTY.with(Role::SalesAgent),
            at,
        },
        E::Renamed {
            organization: id(4),
            partner: None,
            from: "Ben Lee".parse().unwrap(),
            name: name(),
            at,
            by: id(7),
        },
        E::FirstAdminCorrected {
            organization: id(4),
            from: "Ben Lee".parse().unwrap(),
            name: name(),
            user_name: "grace.lin@contoso.example".parse().unwrap(),
            at,
            by: id(7),
        },
        E::RolesChanged {
            organization: id(4),
            partner: None,
            name: name(),
            roles: RoleSet::EMPTY.with(Role::SalesAgent),
            at,
            by: id(7),
        },
        E::PasswordLinkSent {
            organization: id(4),
            name: name(),
            expires: day(2),
            at,
            by: id(7),
        },
        E::MemberBlocked {
            organization: id(4),
            partner: None,
            name: name(),
            at,
            by: id(7),
        },
        E::MemberUnblocked {
            organization: id(4),
            partner: None,
            name: name(),
            at,
            by: id(7),
        },
        E::MemberRemoved {
            organization: id(4),
            partner: None,
            name: name(),
            at,
            by: id(7),
        },
        E::MemberBlocked {
            organization: id(4),
            partner: Some(id(2)),
            name: name(),
            at,
            by: id(7),
        },
        E::AddedByAdmin {
            organization: id(4),
            partner: Some(id(2)),
            name: name(),
            user_name: "ben@contoso.example".parse().unwrap(),
            roles: RoleSet::EMPTY.with(Role::User),
            at,
            by: id(7),
        },
        E::MemberRestored {
            organization: id(4),
            partner: None,
            name: name(),
            roles: RoleSet::EMPTY.with(Role::User),
            blocked: true,
            at,
            by: id(7),
        },
        E::PasswordResetByAdmin {
            organization: id(4),
            partner: None,
            name: name(),
            at,
            by: id(7),
        },
        E::CustomersNarrowed {
            organization: id(4),
            name: name(),
            customers: Reach::Groups(GroupSet::of([id(80)]).unwrap()),
            from: Vec::new(),
            to: vec!["North".parse().unwrap()],
            at,
            by: id(7),
        },
        E::CustomersNarrowed {
            organization: id(4),
            name: name(),
            customers: Reach::All,
            from: vec!["North".parse().unwrap()],
            to: Vec::new(),
            at,
            by: id(7),
        },
        E::SecondFactorResetByAdmin {
            organization: id(4),
            name: name(),
            at,
            by: id(7),
        },
        E::AccessRestored {
            organization: id(4),
            name: name(),
            how: Restoration::SecondFactor,
            reason: "lost the phone".parse().unwrap(),
            at,
            by: id(7),
        },
    ]
}

#[test]
fn account_events() {
    let wrap = |event| Event::User { id: id(9), event };
    check("account_events", account().into_iter().map(wrap));
}

/// One of each event of a new user's invitation.
pub(crate) fn member_invitation() -> Vec<member::Event> {
    use member::Event as E;
    let at = day(1);
    let address = || "mia.kern@org2.example".parse().unwrap();
    let by = id(7);
    vec![
        E::Invited {
            organization: id(4),
            address: address(),
            name: "Mia Kern".parse().unwrap(),
            roles: RoleSet::EMPTY.with(Role::SalesAgent),
            customers: Reach::All,
            groups: Vec::new(),
            expires: day(15),
            at,
            by,
        },
        E::Invited {
            organization: id(4),
            address: address(),
            name: "Mia Kern".parse().unwrap(),
            roles: RoleSet::EMPTY.with(Role::SalesAgent),
            customers: Reach::Groups(GroupSet::of([id(80)]).unwrap()),
            groups: vec!["North".parse().unwrap()],
            expires: day(15),
            at,
            by,
        },
        E::Resent {
            address: address(),
            link: 2,
            expires: day(16),
            at,
            by,
        },
        E::Canceled {
            address: address(),
            at,
            by,
        },
        E::Accepted {
            user: id(9),
            name: "Mia Kern".parse().unwrap(),
            user_name: address(),
            at,
        },
    ]
}

#[test]
fn member_invitation_events() {
    let wrap = |event| Event::MemberInvitation {
        id: id(9000),
        event,
    };
    check(
        "member_invitation_events",
        member_invitation().into_iter().map(wrap),
    );
}
