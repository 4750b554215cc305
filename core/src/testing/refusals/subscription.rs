//! Samples of the refusals of subscriptions.

use crate::{
    catalog::Kind,
    subscription::{MOST_CHOSEN, Refusal as R, Status},
    testing::{customer, day, provider, stranger},
};

pub(super) fn refusals() -> Vec<R> {
    let (product, target) = ("Business Basic".to_owned(), "Business Premium".to_owned());
    let ends = day(365);
    let closed = |returnable| R::WindowClosed {
        asked: 5,
        returnable,
        ends,
    };
    vec![
        R::WrongState {
            status: Status::Suspended,
        },
        R::Unchanged,
        R::AnotherPartner {
            partner: provider().party(),
        },
        closed(0),
        closed(2),
        R::NoUpgrade {
            product: product.clone(),
            target: target.clone(),
        },
        R::NotForKind {
            product,
            kind: Kind::Reservation,
        },
        R::NoRenewal { ends },
        R::NothingScheduled,
        R::ChangedMeanwhile,
        R::CostChanged,
        R::CustomerUnderReview {
            customer: customer().party(),
        },
        R::BaseNotActive {
            status: Status::Suspended,
        },
        R::NotAReseller {
            partner: stranger().party(),
        },
        R::UnknownPartner,
        R::NoPartnerOfRecord {
            partner: provider().party(),
        },
        R::AddOnInTheWay {
            add_on: "Audio Conferencing".to_owned(),
            target,
        },
        R::RenewedAlready { starts: ends },
        R::NoneChosen,
        R::TooManyChosen { most: MOST_CHOSEN },
    ]
}
