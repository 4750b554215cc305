//! **New customer**: customer details, **Next: Subscriptions**, **Next: Review**, **Create customer and place order**,
//! **Confirmation**.
//!
//! Typed values are kept on the server under the draft's id, which is in the address: a reload at any step loses
//! nothing, and submitting twice creates one customer.

mod confirmation;
mod details;
mod lines;
mod parts;
mod review;
mod setup_info;

pub use confirmation::ConfirmationStep;
pub use details::DetailsStep;
pub use lines::LinesStep;
pub use review::ReviewStep;
pub use setup_info::SetupInfoPage;

use leptos::prelude::*;
use leptos_router::components::Redirect;

use crate::{form::fresh_id, route, shell::load::use_parameter};

/// Begins a draft: gives it an id and goes to its first step. Nothing is stored yet.
#[component]
pub fn NewCustomerPage() -> impl IntoView {
    let reseller = use_parameter("reseller").get_untracked();
    let path = route::new_customer_step(fresh_id(), "");
    let path = if reseller.is_empty() {
        path
    } else {
        route::with_query(&path, "reseller", &reseller)
    };
    view! { <Redirect path=path/> }
}
