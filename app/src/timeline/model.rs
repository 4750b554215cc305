//! Events of an object, for its timeline and for the activity on the overview.

use core::fmt;

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
    pub scope: Scope,
    /// The events, newest first.
    pub entries: Vec<TimelineEntry>,
    /// The event before which there are more.
    pub earlier: Option<i64>,
}

/// The objects of a timeline. Those that may be many are named by what they belong to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// These few.
    Objects(Vec<Uuid>),
    /// A customer of the signed-in partner: its tenant, their relationships, and of its users and orders those that the
    /// partner knows of.
    Customer(Uuid),
    /// The signed-in customer, its relationships, and the invitations that these come from.
    Grants,
    /// The signed-in partner's groups of customers, removed ones among them.
    CustomerGroups,
    /// An enrollment with its case, for reviewers of the operator.
    Case(Uuid),
    /// What has happened to an organization itself, for the operator.
    Organization(Uuid),
}

const GRANTS: &str = "grants";
const CUSTOMER_GROUPS: &str = "customer-groups";
const CUSTOMER: &str = "customer:";
const CASE: &str = "case:";
const ORGANIZATION: &str = "organization:";

/// As it is sent to the server.
impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Scope::Objects(ids) => {
                for (place, id) in ids.iter().enumerate() {
                    let separator = if place == 0 { "" } else { "," };
                    write!(f, "{separator}{id}")?;
                }
                Ok(())
            }
            Scope::Customer(id) => write!(f, "{CUSTOMER}{id}"),
            Scope::Grants => f.write_str(GRANTS),
            Scope::CustomerGroups => f.write_str(CUSTOMER_GROUPS),
            Scope::Case(id) => write!(f, "{CASE}{id}"),
            Scope::Organization(id) => write!(f, "{ORGANIZATION}{id}"),
        }
    }
}

/// Objects of a timeline that a page shows beside each other.
#[cfg(feature = "ssr")]
const FEW: usize = 20;

#[cfg(feature = "ssr")]
impl Scope {
    /// Reads it. A text that is no id is no object.
    pub(crate) fn parse(text: &str) -> Scope {
        if text == GRANTS {
            return Scope::Grants;
        }
        if text == CUSTOMER_GROUPS {
            return Scope::CustomerGroups;
        }
        if let Some(id) = text.strip_prefix(CASE) {
            return id.parse().map_or(Scope::Objects(Vec::new()), Scope::Case);
        }
        if let Some(id) = text.strip_prefix(ORGANIZATION) {
            return id
                .parse()
                .map_or(Scope::Objects(Vec::new()), Scope::Organization);
        }
        match text.strip_prefix(CUSTOMER).map(str::parse) {
            Some(Ok(id)) => Scope::Customer(id),
            Some(Err(_)) => Scope::Objects(Vec::new()),
            None => Scope::Objects(
                text.split(',')
                    .filter_map(|id| id.parse().ok())
                    .take(FEW)
                    .collect(),
            ),
        }
    }
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
    /// What the event is about.
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

/// What an event is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct About {
    /// A recipient's address, a partner's, a customer's or a user's name. The sentence has it where it can.
    pub name: String,
    /// Its page, if it has one for the reader of the entry.
    pub page: Option<String>,
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_scope_is_read_as_it_was_written() {
        let ids: Vec<Uuid> = (1..=3).map(Uuid::from_u128).collect();
        for scope in [
            Scope::Objects(Vec::new()),
            Scope::Objects(ids.clone()),
            Scope::Customer(Uuid::from_u128(4)),
            Scope::Grants,
            Scope::CustomerGroups,
            Scope::Case(Uuid::from_u128(5)),
            Scope::Organization(Uuid::from_u128(6)),
        ] {
            assert_eq!(Scope::parse(&scope.to_string()), scope);
        }
        let nothing = Scope::Objects(Vec::new());
        assert_eq!(Scope::parse("customer:x"), nothing);
        assert_eq!(Scope::parse("organization:x"), nothing);
        assert_eq!(Scope::parse("x,y"), nothing);
        let many: Vec<Uuid> = (0..1000).map(Uuid::from_u128).collect();
        let few = many.iter().take(FEW).copied().collect();
        assert_eq!(
            Scope::parse(&Scope::Objects(many).to_string()),
            Scope::Objects(few)
        );
    }
}
