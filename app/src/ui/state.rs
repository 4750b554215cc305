//! How a state is shown: tone, icon, word. Each area says it of its own.

use super::{Glyph, Tone};
use crate::i18n::Lang;

/// The looks of a state.
#[derive(Clone, Copy, Debug)]
pub struct StateLook {
    /// What its color means.
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
