//! Licenses in users' hands, and what is done to those users.

use insta::assert_json_snapshot;
use tierline_core::{
    event::Event,
    license::{self, Assignment, Losing, Lost, TooMany, Why, WhyLost, Withdrawn},
    member::{Help, NewUser},
    role::{Role, RoleSet},
};

use crate::{
    common::{self, *},
    events::check,
    every::{Sample, by_name, each, plain, written},
};

/// One of each event of a license, and of each way in which it happens.
pub(crate) fn events() -> Vec<license::Event> {
    use license::Event as E;
    let name = || "Mia Kern".parse().unwrap();
    let (customer, sku, at, by) = (id(4), id(50), day(1), id(7));
    let assigned = |partner, restored| E::Assigned {
        customer,
        partner,
        subscription: id(60),
        sku,
        user: id(401),
        name: name(),
        restored,
        at,
        by,
    };
    let withdrawn = |why| E::Withdrawn {
        customer,
        partner: None,
        sku,
        name: name(),
        why,
        at,
        by: (why != Why::SubscriptionDeleted).then_some(by),
    };
    let moved = |by| E::Moved {
        customer,
        partner: Some(id(1)),
        sku: id(51),
        name: name(),
        at,
        by,
    };
    let mut all = vec![assigned(Some(id(2)), false), assigned(None, true)];
    all.extend([moved(Some(by)), moved(None)]);
    all.extend(Why::ALL.map(withdrawn));
    all
}

pub(crate) fn samples() -> Vec<Sample> {
    let held = common::assignment(id(60), 900, id(401));
    let end = Withdrawn {
        why: Why::UserRemoved,
        at: day(2),
    };
    let over = Assignment {
        withdrawn: Some(end),
        ..held.clone()
    };
    let reasons = [WhyLost::NoneLeft, WhyLost::OutOfUse];
    let lost = reasons.map(|why| Lost {
        subscription: id(60),
        product: "Business Basic".to_owned(),
        why,
    });
    vec![
        plain([held, over]),
        plain([end]),
        each(None, Why::ALL),
        each(None, reasons),
        plain(lost),
        plain([TooMany {
            now: 2,
            at_renewal: 1,
        }]),
        written(&[
            Losing::Chosen([id(900)].into()),
            Losing::Latest,
            Losing::Shown("1-00000000000000000000000000000384".to_owned()),
        ]),
        written(&[NewUser {
            name: "Mia Kern".parse().unwrap(),
            user_name: "mia@org4.example".parse().unwrap(),
            roles: RoleSet::of(&[Role::User]),
        }]),
        written(&helps()),
    ]
}

/// What is done to a customer's user.
fn helps() -> [Help; 6] {
    [
        Help::Rename {
            name: "Mia Berg".parse().unwrap(),
        },
        Help::Roles {
            roles: RoleSet::of(&[Role::BillingAdmin]),
        },
        Help::Block,
        Help::Unblock,
        Help::Remove,
        Help::ResetPassword,
    ]
}

#[test]
fn license_events() {
    let wrap = |event| Event::Assignment { id: id(900), event };
    check("license_events", events().into_iter().map(wrap));
}

#[test]
fn stored_licenses() {
    assert_json_snapshot!(by_name(samples()));
}
