//! The portal for one request of a browser: each area implements its part of it, in its own `portal`.
//!
//! Only this knows of cookies. Commands and queries get a [`Call`], and return secrets that are shown once; here they
//! go into cookies, where only the browser that made the request finds them.

mod cookies;

use http::HeaderMap;
use tierline_app::portal::PortalResult;
use tierline_core::ids::InvitationId;

pub use cookies::Cookies;
pub(super) use cookies::secrets_in as kept_secrets;

use crate::{
    invitation::invitation_link,
    pipeline::{Call, Principal, Read},
    state::AppState,
    web::{Caller, CookieNames},
};

/// The portal for the caller of this request.
#[derive(Debug)]
pub struct RequestPortal {
    /// The state shared by all requests.
    pub state: AppState,
    /// The caller.
    pub caller: Caller,
    /// The portal's cookies in this request, with the means to set more.
    pub cookies: Cookies,
}

impl RequestPortal {
    /// The portal for this caller and these headers of the request.
    #[must_use]
    pub fn new(state: AppState, caller: Caller, headers: &HeaderMap, names: CookieNames) -> Self {
        Self {
            state,
            caller,
            cookies: Cookies::of(headers, names),
        }
    }

    /// The call for commands and queries.
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
            first: self.caller.owes_nothing(),
            language: self.caller.meta.lang,
        }
    }

    /// Begins a read for this caller.
    pub(crate) async fn read(&self) -> PortalResult<Read> {
        self.call().read().await
    }

    /// The full URL of an invitation's link, in the browser that made it, for a day.
    #[must_use]
    pub fn kept_link(&self, invitation: InvitationId) -> Option<String> {
        let token = self.cookies.kept_link(invitation)?;
        Some(invitation_link(&self.state.config.public_url, token))
    }
}
