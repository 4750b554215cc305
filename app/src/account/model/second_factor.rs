//! The second factor of a user who is signed in, or is about to be.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tierline_core::{organization::RequiredBy, read::Read};
use uuid::Uuid;

/// The state of the caller's second factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct SecondFactorState {
    /// The factors besides the password, the oldest first. If there are none, the password alone signs in.
    pub factors: Vec<OwnFactor>,
    /// Whether a factor can be added. A user who has one already must have proved it recently.
    pub may_add: bool,
    /// The number of unused recovery codes.
    pub codes_left: u32,
    /// The secret that is shown for an app, until a code has shown that the app has it.
    pub setting_up: Option<AppSecret>,
    /// Whether browsers allow passkeys for this portal: it needs https and a host name.
    pub passkeys: bool,
    /// What requires a second factor of the caller, if anything does.
    pub required_by: Option<RequiredBy>,
}

impl SecondFactorState {
    /// Whether one of them is an app. There is at most one.
    #[must_use]
    pub fn has_app(&self) -> bool {
        self.factors
            .iter()
            .any(|factor| factor.what == OwnFactorKind::App)
    }
}

/// One of a user's factors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct OwnFactor {
    /// The factor's id.
    pub id: Uuid,
    /// The time when it was added.
    pub since: DateTime<Utc>,
    /// The time of its last use.
    pub used: Option<DateTime<Utc>>,
    /// The kind of factor.
    pub what: OwnFactorKind,
}

/// The kind of a factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub enum OwnFactorKind {
    /// An app that shows codes.
    App,
    /// A passkey.
    Passkey {
        /// The name that its owner gives it.
        name: String,
    },
}

/// The secret that an app and the portal are going to share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct AppSecret {
    /// The secret, as apps take it by hand.
    pub secret: String,
    /// The same with account and issuer, as apps take it from a link.
    pub url: String,
    /// That link, to be scanned.
    pub qr: QrCode,
}

/// The ways in which a proof can be given, besides recovery codes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Read)]
pub struct Ways {
    /// With the code of an app.
    pub app: bool,
    /// With a passkey, here.
    pub passkey: bool,
}

/// A QR code as a drawing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct QrCode {
    /// Width and height in modules, margin included.
    pub size: usize,
    /// The outline of the dark modules, as an SVG path.
    pub path: String,
}
