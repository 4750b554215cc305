//! Samples of the refusals about tenant owners.

use crate::{
    relationship::Refusal as R,
    testing::{customer, provider, reseller},
};

pub(super) fn refusals() -> Vec<R> {
    vec![
        R::OwnerIsReseller {
            partner: provider().party(),
        },
        R::NoPlatform {
            customer: customer().party(),
        },
        R::OwnsTenant {
            partner: reseller().party(),
        },
        R::OwnsNoTenant {
            partner: reseller().party(),
        },
    ]
}
