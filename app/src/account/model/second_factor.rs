//! The second factor of whoever is signed in, or is about to be.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tierline_core::read::Read;
use uuid::Uuid;

/// How far one's own second factor has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct SecondFactorState {
    /// What one proves with besides the password, the oldest first. None: the password alone signs in.
    pub factors: Vec<OwnFactor>,
    /// Can something be added to it? Who has something already has to have proved lately to have it.
    pub may_add: bool,
    /// How many recovery codes were not used yet.
    pub codes_left: u32,
    /// A secret for an app that is shown, while no code has shown yet that an app has it.
    pub setting_up: Option<AppSecret>,
    /// Do browsers let this portal have passkeys? They do by https and a name.
    pub passkeys: bool,
}

impl SecondFactorState {
    /// Is one of them an app? There is at most one.
    #[must_use]
    pub fn has_app(&self) -> bool {
        self.factors
            .iter()
            .any(|factor| factor.what == OwnFactorKind::App)
    }
}

/// One of what somebody proves with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct OwnFactor {
    /// Which.
    pub id: Uuid,
    /// Since when.
    pub since: DateTime<Utc>,
    /// When it proved something last.
    pub used: Option<DateTime<Utc>>,
    /// What it is.
    pub what: OwnFactorKind,
}

/// What somebody proves with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub enum OwnFactorKind {
    /// An app that shows codes.
    App,
    /// A passkey.
    Passkey {
        /// What its owner calls it.
        name: String,
    },
}

/// What an app and the portal are going to share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct AppSecret {
    /// The secret, as apps take it by hand.
    pub secret: String,
    /// The same with account and issuer, as apps take it by a link.
    pub url: String,
    /// That link, to be scanned.
    pub qr: QrCode,
}

/// With what a proof can be given, besides recovery codes.
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
