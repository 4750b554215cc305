//! Pages about customers.

pub mod detail;
pub mod list;
pub mod wizard;

pub use self::{
    detail::CustomerPage,
    list::CustomersPage,
    wizard::{
        ConfirmationStep, DetailsStep, LinesStep, NewCustomerPage, ReviewStep, SetupInfoPage,
    },
};
