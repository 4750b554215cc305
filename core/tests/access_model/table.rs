//! The table itself: as documentation, and against the model.

use std::collections::BTreeSet;

use tierline_core::{
    access::Action,
    organization::{Capabilities, Capability},
    permission::{self, SubjectKind},
    role::{Role, RoleSet},
};

use crate::{common::organization, model::may};

/// To write the table anew: `cargo run -p tierline-core --example permissions > core/permissions.md`
#[test]
fn the_table_is_printed() {
    let printed = permission::markdown();
    insta::assert_snapshot!(printed);
    let documented = include_str!("../../permissions.md");
    assert_eq!(
        documented, printed,
        "`core/permissions.md` is of another table"
    );
}

/// Every kind of organization, role, action and subject: what the model does not let somebody do, no row does.
#[test]
fn every_row_is_the_models_and_nothing_else_is_permitted() {
    let mut used = BTreeSet::new();
    for capability in Capability::ALL {
        let organization = organization(9, "Litware", "DE", capability);
        for (role, action) in pairs() {
            for on in SubjectKind::ALL {
                let roles = RoleSet::EMPTY.with(role);
                let row = action.permission(&organization.capabilities, roles, on);
                let expected = may(&organization, role, action, on);
                assert_eq!(
                    row.is_some(),
                    expected,
                    "{capability:?} {role:?} {action:?} {on:?}"
                );
                used.extend(row.map(|(row, _)| format!("{} {row}", action.code())));
            }
        }
    }
    let rows = Action::ALL.iter().map(|action| action.permissions().len());
    assert_eq!(used.len(), rows.sum::<usize>(), "some rows permit nobody");
}

/// Without a capability an organization is of no kind, and nothing is permitted in it.
#[test]
fn nothing_is_permitted_to_nobody() {
    for (role, action) in pairs() {
        for on in SubjectKind::ALL {
            let roles = RoleSet::EMPTY.with(role);
            assert_eq!(action.permission(&Capabilities::default(), roles, on), None);
        }
    }
}

#[test]
fn each_action_has_a_row_and_its_own_name() {
    let names: BTreeSet<_> = Action::ALL.iter().map(|action| action.code()).collect();
    assert_eq!(names.len(), Action::ALL.len());
    for action in Action::ALL {
        assert!(!action.permissions().is_empty(), "{action:?}");
        assert_eq!(serde_json::to_value(action).unwrap(), action.code());
    }
}

fn pairs() -> impl Iterator<Item = (Role, Action)> {
    let of = |role| Action::ALL.iter().map(move |action| (role, *action));
    Role::ALL.into_iter().flat_map(of)
}
