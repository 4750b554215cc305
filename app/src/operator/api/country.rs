//! The country of an organization's legal profile.

use leptos::prelude::*;
#[cfg(feature = "ssr")]
use tierline_core::{ids::OrganizationId, text::Reason};

use crate::error::PortalError;
#[cfg(feature = "ssr")]
use crate::{error::FieldErrors, operator::told::Notice, route};

/// **Change country/region**.
#[server(prefix = "/api", endpoint = "change-country")]
pub async fn change_country(
    /// The request.
    request_id: String,
    /// The organization's id.
    organization: String,
    /// The country.
    #[server(default)]
    country: String,
    /// The reason.
    reason: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id: OrganizationId = crate::backend::parse::id(&organization)?;
    let mut errors = FieldErrors::default();
    let country = errors.country("country", &country);
    let reason = errors.text("reason", Reason::parse(&reason));
    let (country, reason) = errors.finish(country.zip(reason))?;
    crate::backend::portal()?
        .change_country(id, country, reason, request)
        .await?;
    crate::backend::done(&route::organization(id), Notice::CountryChanged);
    Ok(())
}
