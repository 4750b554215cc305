//! The page behind the link that is mailed to a primary contact.

use leptos::prelude::*;
use leptos::server_fn::codec::PostUrl;
#[cfg(feature = "ssr")]
use tierline_core::{enrollment::Statements, invitation::LinkToken};

use crate::{enrollment::model::ConfirmationPage, error::PortalError, wire::Wire};
#[cfg(feature = "ssr")]
use crate::{
    enrollment::told::Notice,
    error::{FieldErrors, FieldProblem},
    route,
};

/// The token of a personal link. Any other text is answered like a link that does not exist.
#[cfg(feature = "ssr")]
fn read(text: &str) -> Result<LinkToken, PortalError> {
    LinkToken::read(text).map_err(|_| PortalError::NotFound)
}

/// The page of a primary contact's link. Changes nothing, but is a POST, so that no address but the link's own has the
/// token.
#[server(prefix = "/api", endpoint = "confirmation", protocol = Wire<PostUrl>)]
pub async fn confirmation(
    /// The token in the link.
    token: String,
) -> Result<ConfirmationPage, PortalError> {
    let token = read(&token)?;
    crate::backend::portal()?.confirmation(token.as_str()).await
}

/// **Confirm**, or **I didn't sign up**.
#[server(prefix = "/api", endpoint = "answer-confirmation")]
pub async fn answer_confirmation(
    /// The request.
    request_id: String,
    /// The token in the link.
    token: String,
    /// `confirm` or `deny`.
    #[server(default)]
    then: String,
    /// The box of the first statement.
    #[server(default)]
    signed_up: String,
    /// The box of the second statement.
    #[server(default)]
    company_address: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let token = read(&token)?;
    let (statements, notice) = match then.as_str() {
        "deny" => (None, Notice::ContactDenied),
        "confirm" => {
            let mut errors = FieldErrors::default();
            for (field, value) in [
                ("signed_up", &signed_up),
                ("company_address", &company_address),
            ] {
                if value != "true" {
                    errors.wrong(field, FieldProblem::NotTicked);
                }
            }
            let both = Statements {
                signed_up: true,
                address_is_the_companys: true,
            };
            (Some(errors.finish(Some(both))?), Notice::ContactConfirmed)
        }
        _ => return Err(PortalError::Malformed),
    };
    crate::backend::portal()?
        .answer_confirmation(token.as_str(), statements, request)
        .await?;
    crate::backend::done(&route::confirm(token.as_str()), notice);
    Ok(())
}
