//! Common definitions of all parsed text types.

/// Declares a text type over a function that brings a string into its canonical form or refuses it.
macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident, $normalize:path) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, crate::read::Read)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Checks the text and brings it into its canonical form.
            ///
            /// # Errors
            /// A [`TextError`](crate::text::TextError) that says what was expected.
            pub fn parse(text: &str) -> Result<Self, crate::text::TextError> {
                $normalize(text).map(Self)
            }

            /// The text in its canonical form.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::text::TextError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = crate::text::TextError;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }
    };
}

pub(super) use text_type;

/// The properties of every text type, as tests in the module that declares it.
#[cfg(test)]
macro_rules! text_laws {
    ($name:ident, $valid:expr) => {
        mod laws {
            use proptest::prelude::*;

            use super::super::$name;

            proptest! {
                #[test]
                fn parsing_never_panics(text in any::<String>()) {
                    let _ = $name::parse(&text);
                }

                #[test]
                fn parsing_what_nearly_fits_never_panics(text in "[ -~\\n\\t\u{202e}é例@.:/%-]{0,300}") {
                    let _ = $name::parse(&text);
                }

                #[test]
                fn its_one_form_is_stable(text in $valid) {
                    let parsed = $name::parse(&text).unwrap();
                    prop_assert_eq!(&$name::parse(&parsed.to_string()).unwrap(), &parsed);
                }

                #[test]
                fn survives_serde(text in $valid) {
                    let parsed = $name::parse(&text).unwrap();
                    let json = serde_json::to_string(&parsed).unwrap();
                    prop_assert_eq!(&json, &serde_json::to_string(parsed.as_str()).unwrap());
                    prop_assert_eq!(serde_json::from_str::<$name>(&json).unwrap(), parsed);
                }

                #[test]
                fn serde_checks_too(text in any::<String>()) {
                    let json = serde_json::to_string(&text).unwrap();
                    prop_assert_eq!(serde_json::from_str::<$name>(&json).ok(), $name::parse(&text).ok());
                }
            }
        }
    };
}

#[cfg(test)]
pub(super) use text_laws;
