//! Ending a relationship as the server renders it.

use tierline_core::{
    relationship::{Grant, Side},
    role::Role,
    testing::*,
};

use super::{Actions, view};
use crate::{
    form::Posting, i18n::Lang, list::model::Page, relationship::model::EndingPage,
    subscription::model::SubscriptionRow, ui::tests::render,
};

/// The page of a customer with a provider that ordered one of its subscriptions.
fn page(role: Role, grant: Option<Grant>) -> EndingPage {
    let (provider, customer) = (provider(), customer());
    let serves = relationship(
        &provider,
        &customer,
        Side::IndirectProvider,
        Side::IndirectProvider.asks_for(),
    );
    EndingPage {
        actor: actor(&customer, role),
        partner: provider.party(),
        grant,
        relationships: vec![serves.clone()],
        relationship: serves,
        subscriptions: Page {
            rows: vec![SubscriptionRow {
                subscription: subscription(None),
                product: "Business Basic".to_owned(),
                ordered_by: provider.party(),
                partner_of_record: None,
            }],
            total: 3,
            is_at_least: false,
            next: None,
            previous: None,
        },
        requests: 3,
        draft: "Please hand over what is open.".to_owned(),
        organization: customer,
    }
}

fn rendered(page: EndingPage) -> String {
    render(move || {
        let actions = Actions {
            grant: Posting::new(),
            all: Posting::new(),
        };
        view(Lang::En, day(2), &page, actions)
    })
}

#[test]
fn what_follows_stands_above_a_form_that_needs_no_script() {
    let html = rendered(page(Role::GlobalAdmin, None));
    assert!(html.contains("Business Basic"), "{html}");
    assert!(html.contains("No other partner can place orders for you."));
    assert!(html.contains("/find-a-provider"));
    // What is not on this page is told.
    assert!(html.contains("of 3 subscriptions concerned"));
    // What follows has its place, and an end on a date has one too.
    for part in ["/licenses/holders?of=", "#support", "/dates"] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(html.contains("Open order requests that lapse: 3."));
    assert!(html.contains("/order-requests"));
    assert!(html.contains("Please hand over what is open."));
    assert!(html.contains("/api/end-relationship") && !html.contains("/api/end-grant"));
}

#[test]
fn one_right_has_a_form_of_its_own_and_leaves_the_others() {
    let html = rendered(page(Role::GlobalAdmin, Some(Grant::Support)));
    assert!(html.contains("/api/end-grant") && !html.contains("/api/end-relationship"));
    assert!(html.contains(r#"value="support""#));
    assert!(html.contains("other permissions") && !html.contains("order requests"));
    assert!(!html.contains("No other partner can place orders for you."));
}

#[test]
fn whoever_may_not_end_it_has_no_form() {
    let html = rendered(page(Role::BillingAdmin, None));
    assert!(!html.contains("/api/end-relationship"), "{html}");
    assert!(html.contains("aria-disabled"));
}
