//! Orders: the products and customers that they may be for, what a line costs, and what an add-on is for.

mod quote;
mod terms;

use tierline_core::{
    access::CustomerFacts,
    catalog::{Held, Limits, Product, check_quantity},
    order::{self, Line, OrderFacts},
    organization::Organization,
    relationship::Side,
    role::Role,
};

use crate::common::*;

fn product(limits: Limits) -> Product {
    Product {
        sku: id(1),
        name: "Business Basic".to_owned(),
        sold: true,
        limits,
        price: None,
    }
}

const LIMITS: Limits = Limits {
    minimum: 1,
    maximum: 300,
    per_customer: None,
    one_per_customer: false,
};

#[test]
fn nobody_orders_for_itself_by_being_its_own_customer() {
    for organization in [customer(), provider(), reseller(), direct_bill()] {
        let products = [(product(LIMITS), Held::default())];
        let facts = OrderFacts {
            partner: &organization,
            customer: &organization,
            relationship: None,
            providers: &[],
            partner_of_record: None,
            products: &products,
            offers: &[],
            bases: &[],
            under_review: false,
        };
        let lines = [Line::of(id(1), 1, id(9))];
        let actor = actor(&organization, Role::GlobalAdmin);
        let refusal = order::order(facts, id(8), &lines, &actor, day(2)).unwrap_err();
        assert_eq!(refusal.code(), "itself", "{}", organization.name);
    }
}

/// What the ordering partner pays is told to whoever orders, and to nobody else.
#[test]
fn who_pays_the_partners_price_sees_it() {
    let customer = customer();
    let sees = |organization: &Organization, side: Option<Side>, role: Role| {
        let tie = side.map(|side| relationship(organization, &customer, side, side.asks_for()));
        let facts = CustomerFacts {
            organization,
            customer: &customer,
            relationship: tie.as_ref(),
            providers: &[],
        };
        order::sees_partner_prices(facts, &actor(organization, role))
    };
    for (organization, side) in [
        (provider(), Side::IndirectProvider),
        (direct_bill(), Side::DirectBill),
    ] {
        for role in [Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent] {
            assert!(sees(&organization, Some(side), role), "{side:?} {role:?}");
        }
        for role in [Role::HelpdeskAgent, Role::ReportViewer, Role::User] {
            assert!(!sees(&organization, Some(side), role), "{side:?} {role:?}");
        }
        assert!(!sees(&organization, None, Role::GlobalAdmin));
    }
    let reseller = reseller();
    assert!(!sees(
        &reseller,
        Some(Side::IndirectReseller),
        Role::GlobalAdmin
    ));
    assert!(!sees(&customer, None, Role::GlobalAdmin));
    assert!(!sees(&customer, None, Role::BillingAdmin));
}

#[test]
fn nothing_is_no_quantity_whatever_the_catalog_says() {
    let product = product(Limits {
        minimum: 0,
        ..LIMITS
    });
    assert_eq!(
        check_quantity(&product, Held::default(), 0)
            .unwrap_err()
            .code(),
        "quantity_outside"
    );
}
