//! The state shared by handlers.

use std::sync::Arc;

use tierline_app::shell::Assets;

use super::{cookie::CookieNames, limit::Limits};
use crate::{account::Passkeys, state::AppState};

/// The state shared by handlers.
#[derive(Clone)]
pub(crate) struct Web {
    pub(crate) state: AppState,
    pub(super) assets: Arc<Assets>,
    pub(crate) limits: Arc<Limits>,
    /// None where browsers do not allow passkeys on the portal's address.
    pub(crate) passkeys: Option<Passkeys>,
    pub(crate) cookies: CookieNames,
}
