//! How it is shown whether a product is sold.

use super::words::operator as words;
use crate::ui::{Glyph, StateLook, Tone, look};

/// Whether new subscriptions of a product are sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sold(pub bool);

impl From<Sold> for StateLook {
    fn from(sold: Sold) -> StateLook {
        match sold {
            Sold(true) => look(Tone::Success, Glyph::Check, words::sold),
            Sold(false) => look(Tone::Neutral, Glyph::Ban, words::not_sold),
        }
    }
}
