//! The second factor of whoever is signed in.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// How far one's own second factor has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SecondFactorState {
    /// The password alone signs in.
    Off,
    /// A secret is shown, and no code has shown yet that an app has it.
    SettingUp {
        /// The secret, as apps take it by hand.
        secret: String,
        /// The same with account and issuer, as apps take it by a link.
        url: String,
        /// That link, to be scanned.
        qr: QrCode,
    },
    /// Signing in asks for a code.
    On {
        /// When it was set up.
        since: DateTime<Utc>,
        /// How many recovery codes were not used yet.
        codes_left: u32,
    },
}

/// A QR code as a drawing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QrCode {
    /// Width and height in modules, margin included.
    pub size: usize,
    /// The outline of the dark modules, as an SVG path.
    pub path: String,
}
