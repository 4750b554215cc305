//! Reseller relationships as they are stored.

use insta::assert_json_snapshot;
use tierline_core::relationship::{
    self, Answer, EndDate, GrantSet, GrantState, Grants, Origin, Relationship, Renewal,
    RenewalState, Side, TenantOwner, TenantOwnerChange,
};

use crate::{
    common::{self, *},
    every::{Sample, by_name, each, plain},
};

pub(crate) fn samples() -> Vec<Sample> {
    use relationship::State;
    let (since, at, by) = (day(0), day(1), id(7));
    let date = EndDate {
        ends: day(31),
        set: at,
    };
    let origins = [
        Origin::Invitation {
            invitation: id(1000),
            accepted_by: by,
        },
        Origin::Created {
            by: id(1),
            user: by,
        },
    ];
    let states = [
        GrantState::NotGranted,
        GrantState::InForce { since, until: None },
        GrantState::InForce {
            since,
            until: Some(date),
        },
        GrantState::Ended {
            since,
            at,
            by: Some(by),
        },
        GrantState::Ended {
            since,
            at,
            by: None,
        },
    ];
    let answers = [
        Answer::Renewed { at },
        Answer::Declined {
            at,
            reason: Some("we have a provider".parse().unwrap()),
        },
    ];
    let renewal = Renewal {
        text: "Please renew".parse().unwrap(),
        until: day(366),
        ends: day(31),
        asked: at,
        by,
        answer: None,
    };
    let answered = Renewal {
        answer: Some(answers[0].clone()),
        ..renewal.clone()
    };
    let asked = Side::IndirectReseller.asks_for();
    let tied = common::relationship(&reseller(), &customer(), Side::IndirectReseller, asked);
    let together = Relationship {
        together_with: Some(id(1)),
        groups: [id(80)].into(),
        tenant_owner: Some(TenantOwner { since, by }),
        until: Some(date),
        renewal: Some(answered.clone()),
        ..tied.clone()
    };
    let over = |by| State::Ended { at, by };
    vec![
        plain([tied, together]),
        each(Some("state"), [State::Active, over(Some(by)), over(None)]),
        plain([date]),
        plain([TenantOwner { since, by }]),
        each(None, [TenantOwnerChange::Give, TenantOwnerChange::TakeAway]),
        plain([renewal, answered]),
        each(Some("answer"), answers),
        each(None, RenewalState::ALL),
        each(Some("from"), origins),
        each(Some("state"), states),
        plain([Grants::granted(asked, since)]),
        plain([GrantSet::EMPTY, asked]),
    ]
}

#[test]
fn stored_relationships() {
    assert_json_snapshot!(by_name(samples()));
}
