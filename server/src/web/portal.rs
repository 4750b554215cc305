//! The portal for one request of a browser: what areas implement their part of, each in its own `portal`.
//!
//! Only this knows of cookies. Commands and queries are given a [`Call`], and answer secrets that are shown once; here
//! they are put where only the browser that caused them finds them.

mod cookies;

use http::HeaderMap;
use tierline_app::portal::PortalResult;
use tierline_core::ids::InvitationId;

pub use cookies::Cookies;

use crate::{
    invitation::invitation_link,
    pipeline::{Call, Principal, Read},
    state::AppState,
    web::{Caller, CookieNames},
};

/// The portal as it is for whoever made this request.
#[derive(Debug)]
pub struct RequestPortal {
    /// What every request may reach.
    pub state: AppState,
    /// Who asks.
    pub caller: Caller,
    /// The request's cookies that are ours, and how to set more.
    pub cookies: Cookies,
}

impl RequestPortal {
    /// The portal for this caller, whose request had these headers.
    #[must_use]
    pub fn new(state: AppState, caller: Caller, headers: &HeaderMap, names: CookieNames) -> Self {
        Self {
            state,
            caller,
            cookies: Cookies::of(headers, names),
        }
    }

    /// What commands and queries are given of this request.
    pub(crate) fn call(&self) -> Call {
        let info = self.caller.info.as_ref();
        let organization = info.and_then(|info| info.organization.as_ref());
        let user = info.zip(organization);
        Call {
            state: self.state.clone(),
            principal: user.map_or(Principal::Anyone, |(info, organization)| {
                Principal::User(info.user, organization.id)
            }),
            reader: info
                .filter(|info| !info.must_change_password)
                .and_then(|info| info.actor()),
            language: self.caller.meta.lang,
        }
    }

    /// Begins to read for this caller.
    pub(crate) async fn read(&self) -> PortalResult<Read> {
        self.call().read().await
    }

    /// The whole link of an invitation, in the browser that made it, for a day.
    #[must_use]
    pub fn kept_link(&self, invitation: InvitationId) -> Option<String> {
        let token = self.cookies.kept_link(invitation)?;
        Some(invitation_link(&self.state.config.public_url, token))
    }
}
