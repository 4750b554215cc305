//! Ending partnerships and relationships: only some users may, and an ended one stays ended.

use tierline_core::{
    Evolve as _,
    invitation::{self, Kind},
    partnership::{self, Partnership},
    role::Role,
};

use crate::common::*;

#[test]
fn a_third_party_ends_nobodys_partnership() {
    let partnership = partnership(&provider(), &reseller());
    let stranger = stranger();
    let facts = partnership::PartnershipFacts {
        partnership: &partnership,
        organization: &stranger,
    };
    for command in [
        partnership::Command::End { reason: None },
        partnership::Command::RevokeTenantAdmin,
        partnership::Command::GrantTenantAdmin,
    ] {
        let refusal = partnership::decide(
            facts,
            &command,
            &actor(&stranger, Role::GlobalAdmin),
            day(2),
        )
        .unwrap_err();
        assert_eq!(refusal.code(), "role_missing", "{command:?}");
    }
}

#[test]
fn what_is_over_stays_over() {
    let ended = partnership::Event::Ended {
        at: day(3),
        by: provider().id,
        reason: None,
    };
    let over = Partnership::evolve(
        id(2000),
        Some(partnership(&provider(), &reseller())),
        &ended,
    );
    let notice = partnership::Event::NoticeGiven {
        at: day(4),
        by: reseller().id,
        user: id(1),
        ends: day(34),
        reason: None,
    };
    assert_eq!(Partnership::evolve(id(2000), over.clone(), &notice), over);

    let provider = provider();
    let sent = invitation(
        &provider,
        Kind::Partnership {
            provider: provider.id,
        },
        None,
    );
    let canceled = invitation::Event::Canceled {
        at: day(2),
        by: id(1),
    };
    let over = invitation::Invitation::evolve(sent.id, Some(sent), &canceled);
    let accepted = invitation::Event::Accepted {
        organization: id(2),
        at: day(3),
        by: id(1),
    };
    assert_eq!(
        invitation::Invitation::evolve(id(INVITATION), over.clone(), &accepted),
        over
    );
}
