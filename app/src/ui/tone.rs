//! The meanings of colors. A color is never alone: a word or an icon goes with it.

use serde::Serialize;
use tierline_core::read::Read;

use super::Glyph;

/// The meaning of a part of the page, expressed by its color.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Nothing in particular.
    #[default]
    Neutral,
    /// New, chosen, the reader's own.
    Accent,
    /// In force, done.
    Success,
    /// Needs attention soon.
    Warning,
    /// Failed, over, destructive.
    Danger,
    /// Under way.
    Info,
}

impl Tone {
    /// The name in class attributes.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Tone::Neutral => "neutral",
            Tone::Accent => "accent",
            Tone::Success => "success",
            Tone::Warning => "warning",
            Tone::Danger => "danger",
            Tone::Info => "info",
        }
    }

    /// The icon that goes with it, unless a more specific one is given.
    #[must_use]
    pub const fn glyph(self) -> Glyph {
        match self {
            Tone::Neutral | Tone::Accent => Glyph::Dot,
            Tone::Success => Glyph::Check,
            Tone::Warning => Glyph::Warning,
            Tone::Danger => Glyph::Cross,
            Tone::Info => Glyph::Info,
        }
    }
}
