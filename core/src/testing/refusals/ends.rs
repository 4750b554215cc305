//! Those of rights that end by themselves.

use crate::{
    relationship::Refusal,
    testing::{customer, day, reseller},
};

pub(super) fn refusals() -> Vec<Refusal> {
    let (partner, customer) = (reseller().party(), customer().party());
    vec![
        Refusal::EndDateOutOfRange {
            first: day(2).date_naive(),
            last: day(731).date_naive(),
        },
        Refusal::NothingToRenew {
            partner,
            customer: customer.clone(),
        },
        Refusal::RenewalAsked {
            customer,
            at: day(1),
            again: day(2),
        },
    ]
}
