//! A second factor that an organization or the program requires.

use proptest::prelude::*;
use tierline_core::{
    Refusal,
    account::{Factor, MOST_PASSKEYS, SecondFactor},
    organization::{
        Belonging, RequiredBy, RequiredOf, has_required_factor, may_turn_off, required_by,
    },
    refusal::{Fixer, NextStep},
    role::{Role, RoleSet},
};

use crate::common::*;

fn belonging(number: usize, roles: RoleSet, required_of: RequiredOf) -> Belonging {
    let organization = [provider(), reseller(), customer()][number % 3].party();
    Belonging {
        organization,
        roles,
        required_of,
    }
}

#[test]
fn one_strict_organization_is_enough_whichever_the_user_acts_for() {
    let agent = RoleSet::of(&[Role::SalesAgent]);
    let at = [
        belonging(0, agent, RequiredOf::Admins),
        belonging(1, agent, RequiredOf::Everybody),
    ];
    let by_reseller = RequiredBy::Organization {
        organization: reseller().party(),
    };
    assert_eq!(required_by(RequiredOf::Nobody, &at), Some(by_reseller));
    assert_eq!(required_by(RequiredOf::Nobody, &at[..1]), None);
}

#[test]
fn a_user_of_no_organization_is_concerned_by_the_program_alone() {
    let program = Some(RequiredBy::Program);
    assert_eq!(required_by(RequiredOf::Everybody, &[]), program);
    assert_eq!(required_by(RequiredOf::Admins, &[]), None);
}

#[test]
fn who_is_missing_one_is_told_to_set_it_up_and_who_has_one_whose_rule_it_is() {
    let own = RequiredBy::Organization {
        organization: reseller().party(),
    };
    let missing = Refusal::from(has_required_factor(false, Some(&own)).unwrap_err());
    assert_eq!(missing.fixer(), Fixer::You);
    assert_eq!(missing.next_step(), NextStep::SetUpSecondFactor);
    let kept = Refusal::from(may_turn_off(Some(&own)).unwrap_err());
    assert_eq!(kept.fixer(), Fixer::admin_of(&reseller().party()));
    let kept = Refusal::from(may_turn_off(Some(&RequiredBy::Program)).unwrap_err());
    assert_eq!(kept.fixer(), Fixer::Operator);
}

#[test]
fn the_last_allowed_passkey_can_be_added_and_no_more() {
    let mut ben = user(81);
    let mut hold = |passkeys| {
        let one = SecondFactor::only(Factor::Passkey, 10);
        ben.second_factor = Some(SecondFactor { passkeys, ..one });
        ben.may_add_passkey().is_ok()
    };
    assert!(hold(MOST_PASSKEYS - 1));
    assert!(!hold(MOST_PASSKEYS) && !hold(MOST_PASSKEYS + 1));
}

fn roles() -> impl Strategy<Value = RoleSet> {
    (0..1_u16 << Role::ALL.len()).prop_map(|bits| {
        let has = |role: &Role| bits & (1 << *role as u16) != 0;
        Role::ALL.into_iter().filter(has).collect()
    })
}

fn any_group() -> impl Strategy<Value = RequiredOf> {
    let some = roles().prop_filter("some role", |roles| !roles.is_empty());
    prop_oneof![
        prop::sample::select(RequiredOf::GROUPS.to_vec()),
        some.prop_map(RequiredOf::Roles),
    ]
}

fn anywhere() -> impl Strategy<Value = Vec<Belonging>> {
    let one = (0..3_usize, roles(), any_group());
    let one = one.prop_map(|(number, roles, of)| belonging(number, roles, of));
    prop::collection::vec(one, 0..5)
}

proptest! {
    /// Someone requires it exactly if the program or one organization includes the user, and that one is named.
    #[test]
    fn it_is_required_by_whoever_includes_the_user(minimum in 0..3_usize, at in anywhere()) {
        let minimum = RequiredOf::GROUPS[minimum];
        let program = minimum == RequiredOf::Everybody || at.iter().any(|it| minimum.includes(it.roles));
        match required_by(minimum, &at) {
            Some(RequiredBy::Program) => prop_assert!(program),
            Some(RequiredBy::Organization { organization }) => {
                prop_assert!(!program);
                let named = at.iter().any(|it| it.organization == organization && it.required_of.includes(it.roles));
                prop_assert!(named);
            }
            None => prop_assert!(!program && !at.iter().any(|it| it.required_of.includes(it.roles))),
        }
    }

    /// Nobody is released by a stricter program, a stricter organization, or another organization.
    #[test]
    fn more_is_never_less(minimum in 0..3_usize, at in anywhere(), more in anywhere()) {
        let of = |minimum: usize, at: &[Belonging]| required_by(RequiredOf::GROUPS[minimum.min(2)], at).is_some();
        let before = of(minimum, &at);
        let strict = |it: &Belonging| Belonging { required_of: RequiredOf::Everybody, ..it.clone() };
        let stricter: Vec<_> = at.iter().map(strict).collect();
        for after in [of(minimum + 1, &at), of(minimum, &stricter), of(minimum, &[at, more].concat())] {
            prop_assert!(after || !before);
        }
    }

    /// What is written is read again, and concerns whom it concerned.
    #[test]
    fn a_group_is_written_and_read(of in any_group()) {
        prop_assert_eq!(of.to_string().parse(), Ok(of));
    }

    /// Both together concern whoever one of them concerns, and nobody else.
    #[test]
    fn either_concerns_whom_one_concerns(one in any_group(), other in any_group(), roles in roles()) {
        let either = one.or(other);
        prop_assert_eq!(either.includes(roles), one.includes(roles) || other.includes(roles));
        prop_assert_eq!(either.to_string().parse(), Ok(either));
    }
}
