//! The macro that declares stable codes with their words.

/// Declares an enum of stable codes, each with the function of its text: a code without words does not compile, and
/// neither does the use of a code that does not exist.
///
/// ```ignore
/// crate::i18n::worded_codes! {
///     /// What was done.
///     pub enum Notice {
///         SignedOut = "signed_out" => signed_out,
///     }
/// }
/// ```
macro_rules! worded_codes {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $code:literal => $words:path ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ::serde::Serialize, ::serde::Deserialize, ::tierline_core::read::Read)]
        pub enum $name {
            $(
                $(#[$variant_meta])*
                #[doc = concat!("`", $code, "`")]
                #[serde(rename = $code)]
                $variant,
            )+
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The stable code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            /// The one with this code, which may come from an address or from another version.
            #[must_use]
            pub fn from_code(code: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|it| it.code() == code)
            }

            /// The text of this code.
            #[must_use]
            pub fn words(self, lang: $crate::i18n::Lang) -> &'static str {
                match self { $($name::$variant => $words(lang)),+ }
            }
        }
    };
}

pub(crate) use worded_codes;
