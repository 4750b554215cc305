//! Who sees which customers, rendered as on the server.

use leptos::prelude::*;
use tierline_core::{Refusal, group, ids::CustomerGroupId};

use super::{
    api::{AssignCustomerGroups, NarrowUser},
    model::{CustomerGroups, GroupChoice, NarrowedUser},
    page::{CustomersOfUser, GroupsOfCustomer},
};
use crate::{
    form::{Posting, mark::Mark},
    ui::tests::render,
};

fn choices() -> Vec<GroupChoice> {
    let choice = |number, name: &str, is_held| GroupChoice {
        id: CustomerGroupId::from_uuid(uuid::Uuid::from_u128(number)),
        name: name.to_owned(),
        is_held,
    };
    vec![choice(1, "North", true), choice(2, "South", false)]
}

fn user(groups: Vec<GroupChoice>, may_narrow: Result<(), Refusal>) -> String {
    let customers = NarrowedUser {
        is_narrowed: !groups.is_empty(),
        groups,
        may_narrow,
        mark: Mark::default(),
    };
    render(move || {
        let user = uuid::Uuid::from_u128(7).into();
        let action = Posting::<NarrowUser>::new();
        view! { <CustomersOfUser user=user customers=customers action=action/> }
    })
}

fn customer(groups: Vec<GroupChoice>, may_assign: Result<(), Refusal>) -> String {
    let groups = CustomerGroups {
        groups,
        may_assign,
        mark: Mark::default(),
    };
    render(move || {
        let customer = uuid::Uuid::from_u128(8).into();
        let action = Posting::<AssignCustomerGroups>::new();
        view! { <GroupsOfCustomer customer=customer groups=groups action=action/> }
    })
}

#[test]
fn what_a_narrowed_user_sees_is_said_and_can_be_changed() {
    let html = user(choices(), Ok(()));
    assert!(
        html.contains("Sees only customers in these groups: North"),
        "{html}"
    );
    assert_eq!(html.matches(r#"name="groups[]""#).count(), 2, "{html}");
    assert!(html.contains(r#"action="/api/narrow-user""#), "{html}");
    // Without a group there is nothing to choose, and the way to the first one.
    let html = user(Vec::new(), Ok(()));
    assert!(html.contains("Sees all customers."), "{html}");
    assert!(html.contains("/settings/customer-groups"), "{html}");
    assert!(!html.contains("/api/narrow-user"), "{html}");
}

#[test]
fn a_global_admin_is_not_narrowed_and_it_says_why() {
    let html = user(choices(), Err(group::Refusal::GlobalAdminSeesAll.into()));
    assert!(html.contains("always see all customers"), "{html}");
    assert!(!html.contains("/api/narrow-user"), "{html}");
}

#[test]
fn who_changes_no_groups_reads_them() {
    let refused = || Err(group::Refusal::NoSuchGroup.into());
    let html = customer(choices(), refused());
    assert!(html.contains("North") && !html.contains("South"), "{html}");
    assert!(!html.contains("/api/assign-customer-groups"), "{html}");
    assert!(customer(choices(), Ok(())).contains("/api/assign-customer-groups"));
    // A partner without groups is not bothered with them.
    assert!(!customer(Vec::new(), refused()).contains("Customer groups"));
}
