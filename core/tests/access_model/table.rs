//! The table itself: as documentation, and against the model.

use std::collections::BTreeSet;

use tierline_core::{
    access::{
        self, Action, CustomerFacts, PartnerFacts, authorize_on_customer, authorize_on_partner,
        authorize_on_program, authorize_own, authorize_role, could_on_customer,
    },
    organization::{Capabilities, Capability},
    permission::{self, SubjectKind},
    relationship::{Grant, Side},
    role::{Role, RoleSet},
};

use crate::{
    common::{actor, customer, day, organization, partnership, relationship, stranger},
    model::{is_done_to, may},
};

/// To regenerate the table: `cargo run -p tierline-core --example permissions > core/permissions.md`
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

/// Every kind of organization, role, action and subject: no row permits an action that the model does not.
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

/// Every kind of organization, role and action: an action that is not done to a subject of that kind is a wrong
/// question, even for a user who may do everything and has every tie to it.
#[test]
fn a_wrong_subject_is_refused_as_that() {
    let mut asked = 0;
    for capability in Capability::ALL {
        let own = organization(9, "Litware", "DE", capability);
        let (customer, other) = (customer(), stranger());
        let tied = relationship(
            &own,
            &customer,
            Side::DirectBill,
            Grant::ALL.into_iter().collect(),
        );
        let partnership = partnership(&own, &other);
        let about_customer = CustomerFacts {
            organization: &own,
            customer: &customer,
            relationship: Some(&tied),
            providers: &[],
        };
        let about_partner = PartnerFacts {
            organization: &own,
            other: &other.party(),
            partnership: Some(&partnership),
        };
        for (role, action) in pairs() {
            let actor = actor(&own, role);
            for on in SubjectKind::ALL {
                if is_done_to(action, on) {
                    continue;
                }
                let answers = match on {
                    SubjectKind::Own => vec![
                        authorize_own(&own, &actor, action).map(drop),
                        authorize_role(&own, &actor, action).map(drop),
                    ],
                    SubjectKind::Program => {
                        vec![authorize_on_program(&own, &actor, action).map(drop)]
                    }
                    SubjectKind::Customer => vec![
                        authorize_on_customer(about_customer, &actor, action).map(drop),
                        could_on_customer(about_customer, action),
                    ],
                    SubjectKind::Partner => {
                        vec![authorize_on_partner(about_partner, &actor, action, day(1)).map(drop)]
                    }
                };
                let wrong = access::Refusal::WrongSubject {
                    action,
                    subject: on,
                };
                for answer in answers {
                    assert_eq!(answer, Err(wrong.clone().into()), "{capability:?} {role:?}");
                    asked += 1;
                }
            }
        }
    }
    assert!(asked > 4_000, "{asked}");
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
