//! Events of an object, for its timeline and for the activity on the overview.

use serde::Serialize;
use tierline_core::{Timestamp, organization::Party, read::Read};
use uuid::Uuid;

use crate::{
    i18n::Lang,
    ui::{Glyph, Tone},
};

/// A page of the events of some objects.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct History {
    /// The objects.
    pub objects: Vec<Uuid>,
    /// The events, newest first.
    pub entries: Vec<TimelineEntry>,
    /// The event before which there are more.
    pub earlier: Option<i64>,
}

/// One entry: a stored event in words. The browser gets no event, so it need not know how to read one.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct TimelineEntry {
    /// The time of the event.
    pub at: Timestamp,
    /// The name of the user who did it, as far as the reader may know it; none for a job.
    pub by: Option<String>,
    /// The organization that the user acted for.
    pub organization: Option<Party>,
    /// The event in words.
    pub told: Told,
    /// The object of the event, where the entry stands among those of other objects.
    pub about: Option<About>,
}

/// An event in words, with its look; made by [`crate::activity::words::tell`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct Told {
    /// One sentence about the event, in every language, because a reader may change the language.
    pub what: Sentence,
    /// The text that a user wrote with it: the reason of a refusal or of an end.
    pub reason: Option<String>,
    /// Its color.
    pub tone: Tone,
    /// Its icon.
    pub glyph: Glyph,
    /// Whether the holder of a link did it. Opening a link needs no account, so the user is unknown, but there was one.
    pub by_link_holder: bool,
}

/// One sentence in every language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct Sentence {
    en: String,
    zh_hant: String,
    zh_hans: String,
}

impl Sentence {
    /// This sentence in each language.
    pub fn of(say: impl Fn(Lang) -> String) -> Sentence {
        Sentence {
            en: say(Lang::En),
            zh_hant: say(Lang::ZhHant),
            zh_hans: say(Lang::ZhHans),
        }
    }

    /// The sentence in this language.
    #[must_use]
    pub fn in_language(self, lang: Lang) -> String {
        match lang {
            Lang::En => self.en,
            Lang::ZhHant => self.zh_hant,
            Lang::ZhHans => self.zh_hans,
        }
    }
}

/// The object of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct About {
    /// A recipient's address, a partner's or a customer's name.
    pub name: String,
    /// Its page, for the reader of the entry.
    pub page: String,
}
