//! The case of an enrollment as the server renders it.

use tierline_core::{
    Refusal,
    enrollment::{Calendar, CheckKind, CheckState, Enrollment, PROMISE},
    review::{self, Proposed},
    testing::*,
};

use super::{detail::view, work::Actions};
use crate::{
    i18n::Lang,
    review::model::{CasePage, MayDo, NoteRow, Reviewer, Waiting},
    timeline::{History, Scope},
    ui::tests::render,
};

/// The case of this enrollment, for a reviewer who may do everything.
fn page(enrollment: Enrollment) -> CasePage {
    let every = |may: Result<(), Refusal>| CheckKind::ALL.map(|_| may.clone()).to_vec();
    CasePage {
        tracker: enrollment.tracker(&Calendar::default(), PROMISE, day(7)),
        enrollment,
        organization: reseller(),
        domain: None,
        documents: Vec::new(),
        alike: Vec::new(),
        more_alike: false,
        reviewer: None,
        is_mine: false,
        assignees: Vec::new(),
        notes: Vec::new(),
        waiting: None,
        deciders: Vec::new(),
        may: MayDo {
            take: Ok(()),
            give_back: Err(review::Refusal::CaseNotYours.into()),
            assign: Ok(()),
            note: Ok(()),
            approve: Ok(()),
            pass: every(Ok(())),
            fail: every(Ok(())),
            agree: Err(review::Refusal::NothingProposed.into()),
        },
        timeline: History {
            scope: Scope::Objects(Vec::new()),
            entries: Vec::new(),
            earlier: None,
        },
    }
}

fn rendered(page: CasePage) -> String {
    render(move || view(Lang::En, page, Actions::new()))
}

#[test]
fn each_check_leads_to_its_decision_without_a_script() {
    let html = rendered(page(enrollment(&reseller())));
    for check in CheckKind::ALL {
        let href = format!("/decision?check={}", check.code());
        assert!(html.contains(&href), "{html}");
    }
    // Failing one is a form that becomes an address, with the reasons of this check alone.
    assert!(html.contains("value=\"name_unknown\""), "{html}");
    assert_eq!(html.matches("value=\"name_unknown\"").count(), 1, "{html}");
    // Each form's labels are for its own fields, and what is written for the applicant becomes no address.
    for check in CheckKind::ALL {
        let id = format!("id=\"fail-{}-reason\"", check.code());
        assert_eq!(html.matches(&id).count(), 1, "{html}");
    }
    assert!(!html.contains("name=\"note\""), "{html}");
    assert!(html.contains("4 of 5 business days"), "{html}");
    assert!(
        html.contains(">Take<") && !html.contains(">Give back<"),
        "{html}"
    );
}

#[test]
fn a_check_that_is_passed_says_who_passed_it() {
    let mut passed = enrollment(&reseller());
    passed.checks.business = CheckState::Passed {
        at: day(3),
        by: Some(id(9)),
    };
    let known = Reviewer {
        id: id(9),
        name: "Rae Dunn".to_owned(),
    };
    let mut page = page(passed);
    page.deciders = vec![known];
    page.may.pass[3] = Err(tierline_core::enrollment::Refusal::CheckDecided {
        check: CheckKind::Business,
    }
    .into());
    let html = rendered(page);
    assert!(html.contains("Rae Dunn, "), "{html}");
    assert!(!html.contains("/decision?check=business"), "{html}");
}

#[test]
fn what_others_have_taken_or_proposed_says_so() {
    let mut taken = page(enrollment(&reseller()));
    taken.reviewer = Some(Reviewer {
        id: id(9),
        name: "Rae Dunn".to_owned(),
    });
    taken.may.approve = Err(review::Refusal::CaseTaken.into());
    taken.notes = vec![NoteRow {
        by: "Rae Dunn".to_owned(),
        at: day(3),
        text: "Called <them>.".to_owned(),
    }];
    taken.waiting = Some(Waiting {
        by: "Rae Dunn".to_owned(),
        at: day(3),
        verdicts: vec![Proposed {
            check: CheckKind::Business,
            verdict: tierline_core::enrollment::Verdict::Pass,
        }],
    });
    let html = rendered(taken);
    for expected in [
        "Another reviewer has taken this case.",
        ">Take over<",
        "Called &lt;them&gt;.",
        "Rae Dunn proposes this decision:",
        "Business: passed",
    ] {
        assert!(html.contains(expected), "{expected}: {html}");
    }
}

#[test]
fn a_case_is_assigned_to_another_reviewer_without_a_script() {
    let mia = Reviewer {
        id: id(21),
        name: "Mia".to_owned(),
    };
    let ben = Reviewer {
        id: id(22),
        name: "Ben".to_owned(),
    };
    let of = |has_it: Option<&Reviewer>, assignees: &[&Reviewer]| CasePage {
        reviewer: has_it.cloned(),
        assignees: assignees.iter().copied().cloned().collect(),
        ..page(enrollment(&reseller()))
    };
    let html = rendered(of(Some(&mia), &[&ben, &mia]));
    assert!(html.contains("/api/assign-case"), "{html}");
    let option = |who: &Reviewer| format!("<option value=\"{}\"", who.id);
    assert!(html.contains(&option(&ben)), "{html}");
    assert!(
        !html.contains(&option(&mia)),
        "who has it is no choice: {html}"
    );
    let alone = rendered(of(Some(&mia), &[&mia]));
    assert!(alone.contains("No one else reviews"), "{alone}");
    // Who assigns nothing reads nothing of it.
    assert!(!rendered(of(None, &[])).contains("assign-case"));
}
