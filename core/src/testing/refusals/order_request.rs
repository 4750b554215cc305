//! Samples of the refusals of requests for orders.

use crate::{
    order_request::{MOST_LINES, MOST_MESSAGES, MOST_WAITING, Refusal as R, Status},
    testing::{customer, day, id, provider},
};

pub(super) fn refusals() -> Vec<R> {
    let closed = |status| R::RequestClosed { status, at: day(3) };
    vec![
        closed(Status::Approved),
        closed(Status::Declined),
        closed(Status::Withdrawn),
        closed(Status::Lapsed),
        R::RequestWaits {
            party: customer().party(),
        },
        R::AnotherSide {
            party: provider().party(),
        },
        R::RequestChanged,
        R::PricesChanged,
        R::NotWhatWasAsked,
        R::NobodyLosesOne,
        R::RequestUnchanged,
        R::OrderAlreadyAsked { request: id(950) },
        R::TooManyRequests { most: MOST_WAITING },
        R::TooManyLines { most: MOST_LINES },
        R::TooManyMessages {
            most: MOST_MESSAGES,
        },
    ]
}
