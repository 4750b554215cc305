//! Groups of customers, and whom a user's rights reach.

use insta::assert_json_snapshot;
use tierline_core::{
    group::{self, CustomerGroup, Narrowing, Placing},
    reach::{GroupSet, Reach},
};

use crate::{
    common::{self, *},
    every::{Sample, by_name, plain, written},
};

pub(crate) fn samples() -> Vec<Sample> {
    let north = common::customer_group(&provider(), 80, "North");
    let removed = CustomerGroup {
        removed: Some(day(2)),
        ..north.clone()
    };
    let some = GroupSet::of([id(80), id(81)]).unwrap();
    vec![
        plain([north, removed]),
        plain([GroupSet::EMPTY, some]),
        plain([Reach::All, Reach::Groups(some)]),
        written(&[
            group::Command::Rename {
                name: "West".parse().unwrap(),
            },
            group::Command::Remove,
        ]),
        plain([Placing::In, Placing::Out]),
        written(&[Narrowing::All, Narrowing::Only([id(80)].into())]),
    ]
}

#[test]
fn stored_customer_groups() {
    assert_json_snapshot!(by_name(samples()));
}
