//! The look of a state: tone, icon, word. Each area defines the looks of its own states.

use super::{Glyph, Tone};
use crate::i18n::Lang;

/// The look of a state.
#[derive(Clone, Copy, Debug)]
pub struct StateLook {
    /// The meaning of its color.
    pub tone: Tone,
    /// Its icon.
    pub glyph: Glyph,
    /// Its word.
    pub word: fn(Lang) -> &'static str,
}

/// These looks.
pub(crate) const fn look(tone: Tone, glyph: Glyph, word: fn(Lang) -> &'static str) -> StateLook {
    StateLook { tone, glyph, word }
}
