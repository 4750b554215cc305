//! The contents of `#[serde(…)]`.

use syn::{Attribute, Ident, LitStr, Path, Result, ext::IdentExt as _};

/// The place of attributes. What serde understands elsewhere, or understands here and Read does not, is refused: it
/// would be written in one form and read in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// On a struct with this many fields, with names or without.
    Struct { fields: usize, named: bool },
    /// On an enum.
    Enum,
    /// On a variant of an enum, with fields or without.
    Variant { unit: bool },
    /// On a field.
    Field,
}

impl Place {
    fn knows(self, attribute: &str) -> bool {
        match self {
            // A single field without a name is always read as itself; one with a name is not.
            Place::Struct { fields, named } if attribute == "transparent" => fields == 1 && !named,
            Place::Struct { named, .. } => match attribute {
                "default" | "rename_all" => named,
                _ => matches!(attribute, "from" | "try_from" | "into"),
            },
            Place::Enum => matches!(
                attribute,
                "tag" | "rename_all" | "untagged" | "from" | "try_from" | "into"
            ),
            // Renaming the fields of a variant is refused, too.
            Place::Variant { unit } => match attribute {
                "other" => unit,
                _ => attribute == "rename",
            },
            Place::Field => matches!(attribute, "rename" | "default" | "skip_serializing_if"),
        }
    }
}

/// The attributes of a type, a variant or a field.
#[derive(Default)]
pub(crate) struct Attributes {
    /// The key under which a variant's name stands among its fields.
    pub(crate) tag: Option<LitStr>,
    rename: Option<LitStr>,
    rename_all: Option<Case>,
    /// Missing fields are as in the default value.
    pub(crate) default: bool,
    /// Variants are told apart by what can be read.
    pub(crate) untagged: bool,
    /// The variant that stands for names which are not known.
    pub(crate) other: bool,
    /// The type that is read, and made into this one.
    pub(crate) from: Option<Path>,
    /// The same, where it may fail.
    pub(crate) try_from: Option<Path>,
}

#[derive(Clone, Copy)]
enum Case {
    Snake,
    Upper,
}

impl Attributes {
    pub(crate) fn of(attributes: &[Attribute], place: Place) -> Result<Attributes> {
        let mut found = Attributes::default();
        for attribute in attributes {
            if !attribute.path().is_ident("serde") {
                continue;
            }
            attribute.parse_nested_meta(|meta| {
                let name = meta.path.require_ident()?.to_string();
                if !place.knows(&name) {
                    return Err(meta.error("no attribute that Read knows here"));
                }
                match name.as_str() {
                    "tag" => found.tag = Some(meta.value()?.parse()?),
                    "rename" => found.rename = Some(meta.value()?.parse()?),
                    "rename_all" => {
                        let case: LitStr = meta.value()?.parse()?;
                        found.rename_all = Some(match case.value().as_str() {
                            "snake_case" => Case::Snake,
                            "UPPERCASE" => Case::Upper,
                            _ => {
                                return Err(syn::Error::new(
                                    case.span(),
                                    "no case that Read knows",
                                ));
                            }
                        });
                    }
                    "default" => found.default = true,
                    "untagged" => found.untagged = true,
                    "other" => found.other = true,
                    "from" => found.from = Some(meta.value()?.parse::<LitStr>()?.parse()?),
                    "try_from" => found.try_from = Some(meta.value()?.parse::<LitStr>()?.parse()?),
                    // Of writing.
                    "into" | "skip_serializing_if" => {
                        meta.value()?.parse::<LitStr>()?;
                    }
                    // "transparent": as it is read anyway.
                    _ => {}
                }
                Ok(())
            })?;
        }
        Ok(found)
    }

    /// Its name in the text, in a type with these attributes.
    pub(crate) fn name(&self, ident: &Ident, of: &Attributes) -> String {
        let plain = ident.unraw().to_string();
        match (&self.rename, of.rename_all) {
            (Some(name), _) => name.value(),
            (None, Some(Case::Snake)) => snake(&plain),
            (None, Some(Case::Upper)) => plain.to_ascii_uppercase(),
            (None, None) => plain,
        }
    }
}

/// `TwoWords` as `two_words`; what is written so already stays.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for (at, letter) in name.char_indices() {
        if at > 0 && letter.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}
