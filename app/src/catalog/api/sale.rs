//! What the operator decides about the sale of a product.

use leptos::prelude::*;
#[cfg(feature = "ssr")]
use tierline_core::{
    catalog::{Limits, LimitsError, SaleCommand},
    ids::SkuId,
    money::{MoneyError, Quantity},
    text::Reason,
};

use crate::error::PortalError;
#[cfg(feature = "ssr")]
use crate::{
    catalog::told::Notice,
    error::{FieldErrors, FieldProblem},
    form::{Fields, mark::Mark},
    route,
};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<SellProductAgain>(),
    Fields::of::<SetProductLimits>(),
    Fields::of::<TakeBackProductLimits>(),
    Fields::of::<WithdrawProduct>(),
];

/// **Withdraw from sale**.
#[server(prefix = "/api", endpoint = "withdraw-product")]
pub async fn withdraw_product(
    /// The request.
    request_id: String,
    /// The product's SKU.
    sku: String,
    /// The reason.
    reason: String,
) -> Result<(), PortalError> {
    let notice = Notice::Withdrawn;
    change(&request_id, &sku, SaleCommand::Withdraw, &reason, notice).await
}

/// **Sell again**.
#[server(prefix = "/api", endpoint = "sell-product-again")]
pub async fn sell_product_again(
    /// The request.
    request_id: String,
    /// The product's SKU.
    sku: String,
    /// The reason.
    reason: String,
) -> Result<(), PortalError> {
    let notice = Notice::SoldAgain;
    change(&request_id, &sku, SaleCommand::SellAgain, &reason, notice).await
}

/// **Save limits**.
#[server(prefix = "/api", endpoint = "set-product-limits")]
pub async fn set_product_limits(
    /// The request.
    request_id: String,
    /// The product's SKU.
    sku: String,
    /// The least licenses of one subscription.
    minimum: String,
    /// The most; none when empty.
    #[server(default)]
    maximum: String,
    /// The most of one customer; none when empty.
    #[server(default)]
    per_customer: String,
    /// Whether a customer may have only one subscription.
    #[server(default)]
    one_per_customer: bool,
    /// The reason.
    reason: String,
    /// The mark of the limits that the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let mut errors = FieldErrors::default();
    let minimum = number(&mut errors, "minimum", &minimum);
    let maximum = if maximum.trim().is_empty() {
        Some(Limits::NO_MAXIMUM)
    } else {
        number(&mut errors, "maximum", &maximum)
    };
    let per_customer = if per_customer.trim().is_empty() {
        Some(None)
    } else {
        number(&mut errors, "per_customer", &per_customer).map(Some)
    };
    let limits =
        minimum
            .zip(maximum)
            .zip(per_customer)
            .map(|((minimum, maximum), per_customer)| Limits {
                minimum,
                maximum,
                per_customer,
                one_per_customer,
            });
    match limits.map(Limits::check) {
        Some(Err(LimitsError::MaximumBelowMinimum)) => {
            errors.wrong("maximum", FieldProblem::BelowMinimum);
        }
        Some(Err(LimitsError::CustomerMaximumBelowMinimum)) => {
            errors.wrong("per_customer", FieldProblem::BelowMinimum);
        }
        Some(Err(_)) => errors.wrong("minimum", FieldProblem::NotANumber),
        Some(Ok(())) | None => {}
    }
    let reason = errors.text("reason", Reason::parse(&reason));
    let (limits, reason) = errors.finish(limits.zip(reason))?;
    let command = SaleCommand::SetLimits { limits };
    let mark = Some(Mark::new(filled_with));
    run(
        &request_id,
        &sku,
        (command, reason),
        mark,
        Notice::LimitsSet,
    )
    .await
}

/// **Use the price list's limits**.
#[server(prefix = "/api", endpoint = "take-back-product-limits")]
pub async fn take_back_product_limits(
    /// The request.
    request_id: String,
    /// The product's SKU.
    sku: String,
    /// The reason.
    reason: String,
) -> Result<(), PortalError> {
    let (command, notice) = (SaleCommand::TakeBackLimits, Notice::LimitsTakenBack);
    change(&request_id, &sku, command, &reason, notice).await
}

#[cfg(feature = "ssr")]
fn number(errors: &mut FieldErrors, field: &str, text: &str) -> Option<u32> {
    let problem = match Quantity::parse(text) {
        // The largest number stands for no maximum.
        Ok(quantity) if quantity.get() < Limits::NO_MAXIMUM => return Some(quantity.get()),
        Ok(_) | Err(MoneyError::TooLarge) => FieldProblem::OutOfRange,
        Err(_) if text.trim().is_empty() => FieldProblem::Empty,
        Err(_) => FieldProblem::NotANumber,
    };
    errors.wrong(field, problem);
    None
}

#[cfg(feature = "ssr")]
async fn change(
    request: &str,
    sku: &str,
    command: SaleCommand,
    reason: &str,
    notice: Notice,
) -> Result<(), PortalError> {
    let reason = Reason::parse(reason).map_err(|error| PortalError::of_text("reason", error))?;
    run(request, sku, (command, reason), None, notice).await
}

#[cfg(feature = "ssr")]
async fn run(
    request: &str,
    sku: &str,
    (command, reason): (SaleCommand, Reason),
    filled_with: Option<Mark>,
    notice: Notice,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(request)?;
    let sku: SkuId = crate::backend::parse::id(sku)?;
    crate::backend::portal()?
        .change_sale(sku, command, reason, filled_with, request)
        .await?;
    crate::backend::done(&route::product(sku), notice);
    Ok(())
}
