//! Random histories of a relationship with end dates, compared with a model of a few lines.

use chrono::TimeDelta;
use proptest::prelude::*;
use tierline_core::{
    Timestamp,
    relationship::{Command, DateCommand, Grant, RelationshipFacts, decide},
    role::Role,
};

use super::{after, asked, by_customer, served, set};
use crate::common::*;

/// What is tried: by the customer, by the partner, or by nobody while time passes.
#[derive(Clone, Debug)]
enum Try {
    Set(Option<Grant>, Option<i64>),
    TakeAway(Grant),
    Ask(i64),
    Renew,
    Decline,
    /// So many hours pass.
    Wait(i64),
    /// The job comes by.
    Record,
}

fn tries() -> impl Strategy<Value = Try> {
    let right = (0..3usize).prop_map(|number| Grant::ALL[number]);
    let of = prop::option::of(right.clone());
    prop_oneof![
        4 => (of, prop::option::weighted(0.8, -2..40i64)).prop_map(|(of, days)| Try::Set(of, days)),
        1 => right.prop_map(Try::TakeAway),
        2 => (0..60i64).prop_map(Try::Ask),
        1 => Just(Try::Renew),
        1 => Just(Try::Decline),
        5 => (1..400i64).prop_map(Try::Wait),
        3 => Just(Try::Record),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Whatever is tried in whichever order, a right that was given a date is in force until then and not a moment
    /// longer, and it makes no difference when, or whether, a job writes down what has ended.
    #[test]
    fn when_ends_are_written_down_makes_no_difference(tries in prop::collection::vec(tries(), 1..30)) {
        let (mut late, mut prompt) = (served(), served());
        // When each right ends in the model: never granted again once it is over.
        let mut ends: [Option<Timestamp>; 3] = [None; 3];
        let mut whole: Option<Timestamp> = None;
        let mut now = day(1);
        let (customer, partner) = (customer(), direct_bill().party());
        let admin = actor(&customer, Role::GlobalAdmin);
        for it in tries {
            prompt = after(&prompt, &prompt.lapse(now));
            let over = |end: Option<Timestamp>| end.is_some_and(|end| end <= now);
            let on = |days: i64| (now + TimeDelta::days(days)).date_naive();
            match it {
                Try::Wait(hours) => now += TimeDelta::hours(hours),
                Try::Record => late = after(&late, &late.lapse(now)),
                Try::Set(grant, days) => {
                    let command = set(grant, days.map(on));
                    let outcomes = [&late, &prompt].map(|it| by_customer(it, &command, now));
                    prop_assert_eq!(outcomes[0].is_ok(), outcomes[1].is_ok());
                    let gone = over(whole) || grant.is_some_and(|grant| over(ends[grant as usize]));
                    let possible = days.is_none_or(|days| days >= 1);
                    prop_assert_eq!(outcomes[0].is_ok(), !gone && possible, "{:?}", outcomes[0]);
                    if let [Ok(first), Ok(second)] = outcomes {
                        (late, prompt) = (first, second);
                        let end = days.map(|days| {
                            let day = (now + TimeDelta::days(days + 1)).date_naive();
                            day.and_hms_opt(0, 0, 0).unwrap().and_utc()
                        });
                        match grant {
                            Some(grant) => ends[grant as usize] = end,
                            None => whole = end,
                        }
                    }
                }
                Try::TakeAway(grant) => {
                    let outcomes = [&late, &prompt].map(|it| {
                        let facts = RelationshipFacts { relationship: it, customer: &customer, partner: &partner };
                        let events = decide(facts, Command::EndGrant(grant), &admin, now)?;
                        Ok::<_, tierline_core::Refusal>(after(it, &events))
                    });
                    prop_assert_eq!(outcomes[0].is_ok(), !over(whole) && !over(ends[grant as usize]));
                    if let [Ok(first), Ok(second)] = outcomes {
                        (late, prompt) = (first, second);
                        ends[grant as usize] = Some(now);
                    }
                }
                Try::Ask(days) => {
                    let outcomes = [&late, &prompt].map(|it| asked(it, &direct_bill(), Role::GlobalAdmin, on(days), now));
                    prop_assert_eq!(outcomes[0].as_ref().err(), outcomes[1].as_ref().err());
                    if let [Ok(first), Ok(second)] = outcomes {
                        (late, prompt) = (first, second);
                    }
                }
                Try::Renew | Try::Decline => {
                    let command = match it {
                        Try::Renew => DateCommand::Renew { day: None },
                        _ => DateCommand::Decline { reason: None },
                    };
                    let until = late.renewal.as_ref().map(|asked| asked.until);
                    let outcomes = [&late, &prompt].map(|it| by_customer(it, &command, now));
                    prop_assert_eq!(outcomes[0].as_ref().err(), outcomes[1].as_ref().err());
                    if let [Ok(first), Ok(second)] = outcomes {
                        (late, prompt) = (first, second);
                        if let (Try::Renew, Some(until)) = (&it, until) {
                            for end in ends.iter_mut().chain([&mut whole]) {
                                if end.is_some_and(|end| now < end && end < until) {
                                    *end = Some(until);
                                }
                            }
                        }
                    }
                }
            }
            prop_assert_eq!(late.clone().as_of(now), prompt.clone().as_of(now));
            for it in [&late, &prompt] {
                let over = |end: Option<Timestamp>| end.is_some_and(|end| end <= now);
                prop_assert_eq!(it.is_active_at(now), !over(whole));
                for grant in Grant::ALL {
                    let expected = !over(whole) && !over(ends[grant as usize]);
                    prop_assert_eq!(it.grants_at(grant, now), expected, "{:?}", grant);
                    prop_assert_eq!(it.clone().as_of(now).grants(grant), expected);
                }
            }
        }
    }
}
