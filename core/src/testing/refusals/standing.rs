//! Samples of the refusals of what the operator decides about an organization.

use crate::{
    organization::Refusal as R,
    testing::{customer, day, reseller},
};

pub(super) fn refusals() -> Vec<R> {
    vec![
        R::NothingToSuspend {
            organization: reseller().party(),
        },
        R::NotSuspended {
            organization: reseller().party(),
        },
        R::NotACustomer {
            organization: reseller().party(),
        },
        R::ReviewGoesOn {
            organization: customer().party(),
            since: day(1),
        },
        R::NotUnderReview {
            organization: customer().party(),
        },
        R::NotDirectBill {
            organization: reseller().party(),
        },
        R::OffboardingMarked {
            organization: reseller().party(),
        },
        R::OffboardingUnmarked {
            organization: reseller().party(),
        },
        R::OffboardingPast { from: day(1) },
        R::MoveBegun {
            organization: reseller().party(),
        },
    ]
}
