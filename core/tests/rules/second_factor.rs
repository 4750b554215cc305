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

fn anywhere() -> impl Strategy<Value = Vec<Belonging>> {
    let one = (0..3_usize, 0..1_u16 << Role::ALL.len(), 0..3_usize);
    let one = one.prop_map(|(number, bits, of)| {
        let has = |role: &Role| bits & (1 << *role as u16) != 0;
        let roles = Role::ALL.into_iter().filter(has).collect();
        belonging(number, roles, RequiredOf::ALL[of])
    });
    prop::collection::vec(one, 0..5)
}

proptest! {
    /// Someone requires it exactly if the program or one organization includes the user, and that one is named.
    #[test]
    fn it_is_required_by_whoever_includes_the_user(minimum in 0..3_usize, at in anywhere()) {
        let minimum = RequiredOf::ALL[minimum];
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
        let of = |minimum: usize, at: &[Belonging]| required_by(RequiredOf::ALL[minimum.min(2)], at).is_some();
        let before = of(minimum, &at);
        let strict = |it: &Belonging| Belonging { required_of: RequiredOf::Everybody, ..it.clone() };
        let stricter: Vec<_> = at.iter().map(strict).collect();
        for after in [of(minimum + 1, &at), of(minimum, &stricter), of(minimum, &[at, more].concat())] {
            prop_assert!(after || !before);
        }
    }
}
