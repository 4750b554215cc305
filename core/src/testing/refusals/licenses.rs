//! Samples of the refusals of licenses.

use crate::{
    license,
    subscription::Status,
    testing::{customer, id},
    text::PersonName,
};

pub(super) fn refusals() -> Vec<license::Refusal> {
    use license::Refusal as R;
    let name: PersonName = "Mia Kern".parse().unwrap();
    let (subscription, product) = (id(60), || "Business Basic".to_owned());
    let mut all = vec![
        R::NoLicenseLeft {
            subscription,
            product: product(),
            bought: 25,
            assigned: 24,
            asked: 2,
        },
        R::TooManyAssigned {
            subscription,
            product: product(),
            wanted: 18,
            assigned: 20,
            too_many: 2,
            named: 1,
        },
        R::OthersLose,
        R::NobodySelected,
        R::TooManySelected {
            most: license::MOST_AT_ONCE,
        },
        R::NoUserOfCustomer {
            name: name.clone(),
            customer: customer().party(),
        },
        R::HolderBlocked { name },
    ];
    let out_of_use = Status::ALL.into_iter().filter(|it| *it != Status::Active);
    all.extend(out_of_use.map(|status| R::SubscriptionNotInUse {
        subscription,
        product: product(),
        status,
    }));
    all
}
