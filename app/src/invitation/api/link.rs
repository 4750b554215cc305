//! The page behind an invitation's link, for its recipients.

#[cfg(feature = "ssr")]
mod post;

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, PostUrl};

#[cfg(feature = "ssr")]
use tierline_core::invitation::LinkToken;

#[cfg(feature = "ssr")]
use crate::form::Fields;
use crate::{error::PortalError, invitation::model::LinkPage, wire::Wire};
#[cfg(feature = "ssr")]
pub(crate) use post::Typed;

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<AcceptLink>(),
    Fields::of::<ContinueLink>(),
    Fields::of::<DeclineLink>(),
    Fields::of::<Link>(),
    Fields::of::<SignUp>(),
];

/// The token of a personal link. Any other text is answered like a link that does not exist.
#[cfg(feature = "ssr")]
fn read(text: &str) -> Result<LinkToken, PortalError> {
    LinkToken::read(text).map_err(|_| PortalError::NotFound)
}

/// The page that this link opens. Changes nothing, but is a POST, so that no address but the link's own has the token.
#[server(prefix = "/api", endpoint = "link", protocol = Wire<PostUrl>)]
pub async fn link(
    /// The token in the link.
    token: String,
) -> Result<LinkPage, PortalError> {
    let token = read(&token)?;
    crate::backend::portal()?.link(token.as_str()).await
}

/// Goes on to sign in, or to create a work account, with the link: now it counts as opened.
#[server(prefix = "/api", endpoint = "continue-link")]
pub async fn continue_link(
    /// The token in the link.
    token: String,
    /// `sign-in` or `sign-up`.
    #[server(default)]
    to: String,
) -> Result<(), PortalError> {
    let token = read(&token)?;
    crate::backend::portal()?.open_link(token.as_str()).await?;
    let page = crate::route::link(token.as_str());
    if to == "sign-up" {
        crate::backend::go(&crate::route::sign_up(token.as_str()));
    } else {
        crate::backend::go(&crate::route::sign_in_to_return(&page));
    }
    Ok(())
}

/// Accepts, with the rights that were left ticked.
#[server(prefix = "/api", endpoint = "accept-link")]
pub async fn accept_link(
    /// The request.
    request_id: String,
    /// The token in the link.
    token: String,
    /// The box that states the granted rights.
    #[server(default)]
    confirmed: String,
    /// Every partner on the page, to tell one with no right left from one that was not asked about.
    #[server(default)]
    partners: Vec<String>,
    /// The rights that were left ticked, as `partner:right`.
    #[server(default)]
    grants: Vec<String>,
    /// The last days that were chosen, as [`crate::route::end_field`] names them.
    #[server(default)]
    ends: BTreeMap<String, String>,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let token = read(&token)?;
    let granting = crate::portal::Granting {
        grants: post::grants(&partners, &grants)?,
        ends: post::ends(&ends)?,
    };
    crate::backend::portal()?
        .accept_until(token.as_str(), confirmed == "true", granting, request)
        .await
        .map_err(post::beside_the_box)?;
    crate::backend::done(
        &crate::route::link(token.as_str()),
        crate::invitation::told::Notice::InvitationAccepted,
    );
    Ok(())
}

/// Declines.
#[server(prefix = "/api", endpoint = "decline-link")]
pub async fn decline_link(
    /// The request.
    request_id: String,
    /// The token in the link.
    token: String,
    /// The reason, for the sender.
    #[server(default)]
    reason: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let token = read(&token)?;
    let reason = crate::backend::parse::optional_text("reason", &reason)?;
    crate::backend::portal()?
        .decline(token.as_str(), reason, request)
        .await?;
    crate::backend::done(
        &crate::route::link(token.as_str()),
        crate::invitation::told::Notice::InvitationDeclined,
    );
    Ok(())
}

/// The suffix after the first part of a new tenant's domain.
#[server(prefix = "/api", endpoint = "domain-suffix", protocol = Wire<GetUrl>)]
pub async fn domain_suffix() -> Result<String, PortalError> {
    Ok(crate::backend::portal()?.domain_suffix())
}

/// Makes a customer's tenant and its first global admin, who is then signed in.
#[server(prefix = "/api", endpoint = "sign-up")]
pub async fn sign_up(
    /// The request.
    request_id: String,
    /// The token in the link.
    token: String,
    /// Legal name.
    name: String,
    /// The first part of the tenant's domain.
    domain: String,
    /// Two letters.
    country: String,
    /// The first global admin.
    admin_name: String,
    /// The admin's user name, before the `@`.
    admin_user: String,
    /// The password.
    password: String,
    /// The password again.
    repeated_password: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let token = read(&token)?;
    let typed = post::Typed {
        name,
        domain,
        country,
        admin_name,
        admin_user,
        password,
        repeated_password,
    };
    crate::backend::portal()?
        .sign_up(token.as_str(), typed.parse()?, request)
        .await?;
    crate::backend::done(
        &crate::route::link(token.as_str()),
        crate::invitation::told::Notice::SignedUp,
    );
    Ok(())
}
