//! What happened to an object, for its timeline and for the activity on the overview.

use serde::{Deserialize, Serialize};
use tierline_core::{Timestamp, organization::Party};
use uuid::Uuid;

use crate::{
    i18n::Lang,
    ui::{Glyph, Tone},
};

/// What happened to some objects, a page of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct History {
    /// The objects.
    pub objects: Vec<Uuid>,
    /// What happened, newest first.
    pub entries: Vec<TimelineEntry>,
    /// The event before which there is more.
    pub earlier: Option<i64>,
}

/// One entry: a stored event in words. The browser gets no event, and so need not know how one is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimelineEntry {
    /// When.
    pub at: Timestamp,
    /// Who did it, by name, as far as the reader may know; none for a job.
    pub by: Option<String>,
    /// For which organization.
    pub organization: Option<Party>,
    /// What happened.
    pub told: Told,
    /// What it is about, where the entry stands among those of other objects.
    pub about: Option<About>,
}

/// An event in words, and how it looks; made by [`crate::activity::words::tell`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// One sentence on what happened, in every language: a reader may change the language.
    pub what: Sentence,
    /// What somebody wrote with it: the reason of a refusal or of an end.
    pub reason: Option<String>,
    /// Its color.
    pub tone: Tone,
    /// Its icon.
    pub glyph: Glyph,
    /// Opening a link needs no account: who did it is not known, but it did not happen by itself.
    pub by_link_holder: bool,
}

/// One sentence in every language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    en: String,
    zh_hant: String,
    zh_hans: String,
}

impl Sentence {
    /// What this says in each language.
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// A recipient's address, a partner's or a customer's name.
    pub name: String,
    /// Its page, for who reads the entry.
    pub page: String,
}
