//! The operator's decisions.

use leptos::prelude::*;
#[cfg(feature = "ssr")]
use tierline_core::enrollment::Verdict;

use crate::error::PortalError;
#[cfg(feature = "ssr")]
use crate::{
    enrollment::told::Notice,
    error::{FieldErrors, FieldProblem},
    route,
};

/// Passes or fails a check of an enrollment.
#[server(prefix = "/api", endpoint = "review-check")]
pub async fn review_check(
    /// The request.
    request_id: String,
    /// The enrollment's id.
    enrollment: String,
    /// The check.
    check: String,
    /// `pass` or `fail`.
    #[server(default)]
    verdict: String,
    /// Why it fails.
    #[server(default)]
    reason: String,
    /// More of that, for the applicant.
    #[server(default)]
    note: String,
    /// The version of the enrollment that was seen.
    #[server(default)]
    seen: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id = crate::backend::parse::id(&enrollment)?;
    let check = check.parse().map_err(|_| PortalError::Malformed)?;
    let seen = if seen.is_empty() {
        None
    } else {
        Some(seen.parse().map_err(|_| PortalError::Malformed)?)
    };
    let verdict = match verdict.as_str() {
        "pass" => Verdict::Pass,
        "fail" => {
            let mut errors = FieldErrors::default();
            let reason = reason
                .parse()
                .map_err(|_| errors.wrong("reason", FieldProblem::Empty))
                .ok();
            let reason = errors.finish(reason)?;
            let note = crate::backend::parse::optional_text("note", &note)?;
            Verdict::Fail { reason, note }
        }
        _ => return Err(PortalError::Malformed),
    };
    crate::backend::portal()?
        .review_check(id, check, verdict, seen, request)
        .await?;
    crate::backend::done(route::OVERVIEW, Notice::CheckReviewed);
    Ok(())
}
