//! A mail of the demo, and another try for one that could not be delivered.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use crate::form::Fields;
use crate::{error::PortalError, mail::model::Mail, wire::Wire};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[Fields::of::<ResendMail>()];

/// Demo only: one mail.
#[server(name = ReadMail, prefix = "/api", endpoint = "mail", protocol = Wire<GetUrl>)]
pub async fn mail(
    /// Its id.
    id: String,
) -> Result<Mail, PortalError> {
    crate::backend::portal()?
        .mail(crate::backend::parse::id(&id)?)
        .await
}

/// Operator: tries such a mail again.
#[server(prefix = "/api", endpoint = "resend-mail")]
pub async fn resend_mail(
    /// The request.
    request_id: String,
    /// The mail's id.
    mail: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    crate::backend::portal()?
        .resend_mail(crate::backend::parse::id(&mail)?, request)
        .await?;
    crate::backend::done(
        crate::route::MAIL_DELIVERY,
        crate::mail::told::Notice::MailResent,
    );
    Ok(())
}
