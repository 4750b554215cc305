//! Mails, as their areas declare them: the name, the facts, and what is known of it beside its text, which is in
//! `templates/mail/NAME.txt`.

use minijinja::Value;

/// A mail of some area, with its facts.
#[derive(Clone, Debug)]
pub struct Mail {
    /// What every mail of this name is.
    pub(crate) kind: &'static Kind,
    /// The facts, by the names that its text has for them.
    pub(crate) facts: Value,
    /// The other organization that it is about; none where it is about the recipient's own affairs.
    pub(crate) other_party: Option<String>,
    /// The target of the button, if there is one.
    pub(crate) link: Option<String>,
}

/// What is the same for every mail of a name.
#[derive(Debug)]
pub(crate) struct Kind {
    /// The stable name: that of its file, and the one in the database.
    pub name: &'static str,
    /// Its text in every language.
    pub file: &'static str,
    /// Whether a person sends it, so that an answer to it has a reader.
    pub is_from_a_person: bool,
}

/// Declares mails of an area, with their facts. Names are shown unchanged; links are whole URLs; dates are already
/// written in the reader's language.
///
/// Each has a stable name, and a sender: the portal, or a person, so that an answer to it has a reader. `party` names
/// the field with the other organization that the mail is about, if it is not about the recipient's own affairs;
/// `button` the one with the target of its button.
macro_rules! mails {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident = $kind:literal, from $sender:ident $(, party $party:ident)? $(, button $link:ident)?
        { $($field:ident: $type:ty,)* }
    )*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Debug, serde::Serialize)]
        pub(crate) struct $name {
            $(pub $field: $type,)*
        }

        impl From<$name> for $crate::pipeline::template::Mail {
            fn from(mail: $name) -> Self {
                use $crate::pipeline::template::Kind;

                static KIND: Kind = Kind {
                    name: $kind,
                    file: include_str!(concat!(
                        env!("CARGO_MANIFEST_DIR"), "/templates/mail/", $kind, ".txt"
                    )),
                    is_from_a_person: $crate::pipeline::template::mails!(@from $sender),
                };
                Self {
                    kind: &KIND,
                    facts: minijinja::Value::from_serialize(&mail),
                    other_party: $crate::pipeline::template::mails!(@field mail $($party)?),
                    link: $crate::pipeline::template::mails!(@field mail $($link)?),
                }
            }
        }
    )*};
    (@from a_person) => { true };
    (@from the_portal) => { false };
    (@field $mail:ident) => { None };
    (@field $mail:ident $field:ident) => { Some($mail.$field.clone()) };
}

pub(crate) use mails;
