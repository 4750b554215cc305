//! What becomes of held licenses when something happens to their subscription.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tierline_core::{
    Evolve as _, Refusal,
    catalog::Offer,
    ids::{AssignmentId, SubscriptionId},
    license::{self, Assignment, Losing, TooMany, Why, concerned, follow, still_held},
    money::Quantity,
    subscription::{Change, Event as Of, Family, Happened, Plan},
    text::PersonName,
};

use crate::common::*;

type Followed = Vec<(AssignmentId, license::Event)>;

fn offers() -> [Offer; 2] {
    [offer(50, "Business Basic"), offer(52, "Business Premium")]
}

fn licenses(count: u32) -> Quantity {
    Quantity::new(count).unwrap()
}

/// So many licenses, each assigned a day after the one before.
fn held(count: u32) -> Vec<Assignment> {
    let assigned = (0..count).map(|number| {
        let one = u128::from(number);
        let mut it = assignment(id(60), 900 + one, id(401 + one));
        it.since = day(i64::from(number));
        it
    });
    assigned.collect()
}

fn family(quantity: u32) -> Family {
    let mut it = subscription(None);
    it.quantity = licenses(quantity);
    Family::of(it)
}

/// One that becomes this at its renewal.
fn scheduled(bought: u32, sku: u128, quantity: u32) -> Family {
    let mut family = family(bought);
    let change = Change {
        sku: id(sku),
        quantity: licenses(quantity),
        plan: Plan::DEFAULT,
    };
    let event = Of::Scheduled {
        change,
        ends: family.base.ends,
        at: day(2),
        author: author(&provider()),
    };
    family.apply(&(id(60), event));
    family
}

fn after(
    family: &Family,
    happened: &[Happened],
    held: &[Assignment],
    losing: &Losing,
) -> Result<Followed, Refusal> {
    let name: PersonName = "Mia Kern".parse().unwrap();
    let held: Vec<_> = held.iter().map(|it| (it, &name)).collect();
    follow(family, &offers(), happened, &held, losing)
}

fn nobody() -> Losing {
    Losing::Chosen(BTreeSet::new())
}

fn apply(held: &mut [Assignment], events: &Followed) {
    for (id, event) in events {
        for it in held.iter_mut().filter(|it| it.id == *id) {
            it.apply(event);
        }
    }
}

#[test]
fn at_a_renewal_those_who_got_theirs_last_lose_them() {
    let (family, held) = (scheduled(25, 50, 3), held(5));
    // The page says so while it is scheduled.
    let said = TooMany {
        now: 0,
        at_renewal: 2,
    };
    assert_eq!(TooMany::of(&family.base, 5), said);
    let happened = family.catch_up(&offers(), day(366));
    let expected: BTreeSet<SubscriptionId> = [id(60)].into();
    assert_eq!(concerned(&family, &happened), expected);
    let lost = after(&family, &happened, &held, &nobody()).unwrap();
    let ids: Vec<_> = lost.iter().map(|(id, _)| *id).collect();
    assert_eq!(ids, [held[4].id, held[3].id]);
    let scheduled_by = author(&provider());
    for (_, event) in &lost {
        let license::Event::Withdrawn {
            why,
            partner,
            by,
            at,
            ..
        } = event
        else {
            panic!("{event:?}");
        };
        assert_eq!((*why, *at), (Why::FewerLicenses, day(365)));
        assert_eq!(*by, Some(scheduled_by.user));
        assert_eq!(*partner, Some(scheduled_by.organization));
    }
    // Who gave up enough before keeps the others.
    let kept = after(&family, &happened, &held[2..], &nobody()).unwrap();
    assert!(kept.is_empty());
}

/// Between preview and submit somebody gets a license, or gives one up: then it would be others.
#[test]
fn others_than_were_shown_lose_no_license() {
    let (family, all) = (family(6), held(6));
    let (from, to, at) = (licenses(6), licenses(4), day(2));
    let author = author(&provider());
    let happened = [(
        id(60),
        Of::Decreased {
            from,
            to,
            at,
            author,
        },
    )];
    let told = |held: &[Assignment]| {
        let lost = after(&family, &happened, held, &Losing::Latest).unwrap();
        license::lost(&lost)
    };
    let shown = Losing::Shown(told(&all[..5]));
    let lost = after(&family, &happened, &all[..5], &shown).unwrap();
    let ids: Vec<_> = lost.iter().map(|(id, _)| *id).collect();
    assert_eq!(ids, [all[4].id]);
    let another = [&all[..4], &all[5..]].concat();
    for now in [&all[..], &another[..], &all[..4]] {
        let refused = after(&family, &happened, now, &shown).unwrap_err();
        assert_eq!(refused.code(), "others_lose");
    }
    // Where nobody loses one, nobody was shown.
    assert_eq!(told(&all[..4]), "");
    let nobody = Losing::Shown(String::new());
    assert!(
        after(&family, &happened, &all[..4], &nobody)
            .unwrap()
            .is_empty()
    );
}

#[test]
fn an_upgrade_takes_the_licenses_with_it() {
    let mut all = held(2);
    let upgraded = Of::Upgraded {
        from: id(50),
        to: id(52),
        price: None,
        at: day(9),
        author: author(&provider()),
    };
    let moved = after(&family(25), &[(id(60), upgraded)], &all, &nobody()).unwrap();
    apply(&mut all, &moved);
    assert!(all.iter().all(|it| it.is_held() && it.sku == id(52)));
    // At a renewal, with fewer of them.
    let (family, mut all) = (scheduled(25, 52, 1), held(2));
    let happened = family.catch_up(&offers(), day(366));
    let moved = after(&family, &happened, &all, &nobody()).unwrap();
    assert_eq!(moved.len(), 2);
    apply(&mut all, &moved);
    assert!(all[0].is_held() && !all[1].is_held());
    assert_eq!((all[0].sku, all[1].sku), (id(52), id(50)));
}

#[test]
fn only_what_is_deleted_is_released() {
    let (mut family, held, author) = (family(25), held(2), author(&provider()));
    let over = [
        Of::Suspended {
            with_base: false,
            at: day(2),
            author,
        },
        Of::Reactivated { at: day(3), author },
        Of::Canceled { at: day(4), author },
    ];
    for event in over {
        let happened = [(id(60), event)];
        assert!(concerned(&family, &happened).is_empty());
        let kept = after(&family, &happened, &held, &nobody()).unwrap();
        assert!(kept.is_empty());
        family.apply(&happened[0]);
    }
    assert_eq!(still_held(&family.base, 2), 2);
    let happened = family.catch_up(&offers(), day(40));
    let released = after(&family, &happened, &held, &nobody()).unwrap();
    assert_eq!(released.len(), 2);
    for (_, event) in &released {
        let license::Event::Withdrawn { why, by, at, .. } = event else {
            panic!("{event:?}");
        };
        let expected = (Why::SubscriptionDeleted, None, day(34));
        assert_eq!((*why, *by, *at), expected);
    }
    family.apply(&happened[0]);
    assert_eq!(still_held(&family.base, 2), 0);
}

proptest! {
    /// The preview says how many are too many, and the command asks for so many.
    #[test]
    fn as_many_are_asked_for_as_was_said(bought in 2..40u32, some in 0..40u32, to in 0..40u32, named in 0..40u32) {
        let (to, some) = (1 + to % (bought - 1), some % (bought + 1));
        let named = named % (some + 1);
        let (before, all) = (family(bought), held(some));
        let (from, to, at) = (licenses(bought), licenses(to), day(2));
        let author = author(&provider());
        let happened = [(id(60), Of::Decreased { from, to, at, author })];
        let mut afterwards = before.clone();
        afterwards.apply(&happened[0]);
        let too_many = TooMany::of(&afterwards.base, some).now;

        let chosen = all.iter().take(named as usize).map(|it| it.id).collect();
        match after(&before, &happened, &all, &Losing::Chosen(chosen)) {
            Ok(lost) => {
                prop_assert!(named >= too_many);
                let expected = if too_many == 0 { 0 } else { named };
                prop_assert_eq!(lost.len(), expected as usize);
            }
            Err(refusal) => {
                prop_assert!(named < too_many);
                prop_assert_eq!(refusal.code(), "too_many_assigned");
            }
        }
        let latest = after(&before, &happened, &all, &Losing::Latest).unwrap();
        prop_assert_eq!(latest.len(), too_many as usize);
        let lost: BTreeSet<_> = latest.iter().map(|(id, _)| *id).collect();
        let mut first = all.iter().take((some - too_many) as usize);
        prop_assert!(first.all(|it| !lost.contains(&it.id)));
    }

    /// Whenever and however often it is looked at, the same users lose theirs, and never more are held than bought.
    #[test]
    fn time_takes_the_same_in_many_steps(
        some in 0..26u32, to in 1..26u32, upgrade in any::<bool>(), steps in prop::collection::vec(1..500i64, 0..6)
    ) {
        let start = scheduled(25, if upgrade { 52 } else { 50 }, to);
        let (mut steps, mut found) = (steps, Vec::new());
        steps.sort_unstable();
        steps.push(500);
        for steps in [&steps[..], &[500][..]] {
            let (mut family, mut all) = (start.clone(), held(some));
            for step in steps {
                let happened = family.catch_up(&offers(), day(*step));
                let events = after(&family, &happened, &all, &nobody()).unwrap();
                apply(&mut all, &events);
                for event in &happened {
                    family.apply(event);
                }
                let held = all.iter().filter(|it| it.is_held()).count();
                prop_assert!(held <= family.base.quantity.get() as usize);
                prop_assert!(all.iter().all(|it| !it.is_held() || it.sku == family.base.sku));
            }
            found.push(all);
        }
        prop_assert_eq!(&found[0], &found[1]);
    }
}
