//! How an event becomes an entry of a history.

use tierline_core::{ids::OrganizationId, organization::Party};

use super::{Sentence, Told};
use crate::{
    i18n::{Lang, messages},
    ui::{Glyph, Tone},
};

/// An event that can be told. Each area tells its own, in its file `told`.
pub trait Telling {
    /// One sentence about it.
    fn sentence(&self, names: &Names<'_>) -> String;

    /// Its color and icon.
    fn look(&self) -> (Tone, Glyph);

    /// The text that a user wrote with it: the reason of a refusal or of an end.
    fn reason(&self) -> Option<&str> {
        None
    }

    /// Whether the holder of a link did it.
    fn by_link_holder(&self) -> bool {
        false
    }
}

/// The names that the reader may know, in the reader's language.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// The reader's language.
    pub lang: Lang,
    parties: &'a [Party],
}

impl Names<'_> {
    /// The organization's name, or what stands for it.
    #[must_use]
    pub fn of(&self, id: OrganizationId) -> &str {
        self.parties
            .iter()
            .find(|party| party.id == id)
            .map_or_else(|| somebody(self.lang), |party| party.name.as_str())
    }
}

impl Told {
    /// An event for a reader who may know these organizations.
    #[must_use]
    pub fn of(event: &dyn Telling, parties: &[Party]) -> Told {
        let (tone, glyph) = event.look();
        Told {
            what: Sentence::of(|lang| event.sentence(&Names { lang, parties })),
            reason: event.reason().map(str::to_owned),
            tone,
            glyph,
            by_link_holder: event.by_link_holder(),
        }
    }
}

messages! {
    somebody => ["another organization", "另一個組織", "另一个组织"];
}
