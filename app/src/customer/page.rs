//! Pages about customers.

pub mod detail;
pub mod list;
mod place;
pub mod placing;
pub mod wizard;

pub use self::{
    detail::CustomerPage,
    list::CustomersPage,
    placing::PlacingResultPage,
    wizard::{
        ConfirmationStep, DetailsStep, LinesStep, NewCustomerPage, ReviewStep, SetupInfoPage,
    },
};
