//! What the operator decides about a product stands, whatever price lists say before, in between and afterwards.

use proptest::prelude::*;
use tierline_core::{
    Evolve as _,
    catalog::{Limits, Product, Sale, SaleCommand, SaleFacts, Terms, decide_sale},
    role::Role,
};

use crate::common::*;

fn some_limits() -> impl Strategy<Value = Limits> {
    (
        0_u32..6,
        0_u32..12,
        proptest::option::of(0_u32..12),
        any::<bool>(),
    )
        .prop_map(
            |(minimum, maximum, per_customer, one_per_customer)| Limits {
                minimum,
                maximum,
                per_customer,
                one_per_customer,
            },
        )
}

fn some_terms() -> impl Strategy<Value = Terms> {
    let possible = some_limits().prop_filter("nothing fits", |limits| limits.check().is_ok());
    (any::<bool>(), possible).prop_map(|(sold, limits)| Terms { sold, limits })
}

#[derive(Clone, Debug)]
enum Step {
    /// An import changes what the price list says.
    Import(Terms),
    /// The operator decides.
    Decide(SaleCommand),
}

fn some_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        some_terms().prop_map(Step::Import),
        Just(Step::Decide(SaleCommand::Withdraw)),
        Just(Step::Decide(SaleCommand::SellAgain)),
        some_limits().prop_map(|limits| Step::Decide(SaleCommand::SetLimits { limits })),
        Just(Step::Decide(SaleCommand::TakeBackLimits)),
    ]
}

proptest! {
    #[test]
    fn no_import_undoes_a_decision(
        first in some_terms(),
        is_in_sheet in any::<bool>(),
        steps in proptest::collection::vec(some_step(), 0..30),
    ) {
        let operator = operator();
        let admin = actor(&operator, Role::ProgramAdmin);
        let reason = "it is retired".parse().unwrap();
        let (mut listed, mut sale): (Terms, Option<Sale>) = (first, None);
        // What the operator wants, kept in other words.
        let (mut withdrawn, mut own): (bool, Option<Limits>) = (false, None);
        for step in steps {
            match step {
                Step::Import(terms) => listed = terms,
                Step::Decide(command) => {
                    let counts = listed.after(sale.as_ref());
                    let product = Product {
                        sku: id(5),
                        name: "Basic".to_owned(),
                        sold: counts.sold,
                        limits: counts.limits,
                        price: None,
                    };
                    let facts = SaleFacts {
                        operator: &operator,
                        product: &product,
                        listed,
                        is_in_sheet,
                        sale: sale.as_ref(),
                    };
                    let decided = decide_sale(facts, command, &reason, &admin, day(1));
                    match (command, &decided) {
                        (SaleCommand::Withdraw, _) => withdrawn = true,
                        (SaleCommand::SellAgain, _) => withdrawn = false,
                        (SaleCommand::TakeBackLimits, _) => own = None,
                        // Limits of the price list are nobody's decision.
                        (SaleCommand::SetLimits { limits }, Ok(Some(_))) => own = Some(limits),
                        (SaleCommand::SetLimits { limits }, Ok(None)) => {
                            prop_assert_eq!(limits, counts.limits);
                        }
                        (SaleCommand::SetLimits { limits }, Err(refusal)) => {
                            let priced = limits.is_within(listed.limits);
                            prop_assert!(
                                limits.check().is_err() || (is_in_sheet && listed.sold && !priced),
                                "{refusal}"
                            );
                        }
                    }
                    if let Some(event) = decided.ok().flatten() {
                        sale = Sale::evolve(id(5), sale, &event);
                        prop_assert!(sale.is_some());
                    }
                }
            }
            let counts = listed.after(sale.as_ref());
            prop_assert_eq!(counts.sold, listed.sold && !withdrawn);
            prop_assert_eq!(counts.limits, own.unwrap_or(listed.limits));
            prop_assert!(counts.limits.check().is_ok());
        }
    }
}
