//! The macro that declares texts.

/// Declares texts in English, Traditional Chinese and Simplified Chinese, side by side; once in a module.
///
/// A text without arguments becomes `fn name(lang: Lang) -> &'static str`; with arguments, which appear in braces in
/// each language, `fn name(lang: Lang, argument: impl Display, ...) -> String`. A missing language does not compile,
/// because the macro wants three. In the browser's half the texts are not compiled in: they come from the file of
/// [`dictionary`](super::dictionary), in the language of the page.
///
/// ```ignore
/// crate::i18n::messages! {
///     title => ["Customers", "客戶", "客户"];
///     expires(date) => ["Expires on {date}", "於 {date} 到期", "将于 {date} 到期"];
/// }
/// ```
macro_rules! messages {
    ($( $(#[$meta:meta])* $name:ident $( ( $($argument:ident),+ ) )? => [$en:literal, $hant:literal, $hans:literal $(,)?] );* $(;)?) => {
        #[cfg(any(feature = "ssr", feature = "hydrate"))]
        const GROUP_OF_WORDS: u32 =
            $crate::i18n::dictionary::id(concat!(module_path!() $(, " ", stringify!($name))*));

        #[cfg(feature = "ssr")]
        $crate::i18n::dictionary::inventory::submit! {
            $crate::i18n::dictionary::Group {
                id: GROUP_OF_WORDS,
                texts: &[$([$en, $hant, $hans]),*],
            }
        }

        #[cfg(feature = "hydrate")]
        #[expect(non_camel_case_types, reason = "named as the texts are")]
        #[derive(Clone, Copy)]
        enum PlaceOfWords {
            $($name),*
        }

        $( $crate::i18n::messages!(@one $(#[$meta])* $name $( ( $($argument),+ ) )? [$en, $hant, $hans]); )*
    };
    (@one $(#[$meta:meta])* $name:ident [$en:literal, $hant:literal, $hans:literal]) => {
        $(#[$meta])*
        #[doc = concat!("\"", $en, "\"")]
        #[cfg(not(feature = "hydrate"))]
        #[must_use]
        pub fn $name(lang: $crate::i18n::Lang) -> &'static str {
            match lang {
                $crate::i18n::Lang::En => $en,
                $crate::i18n::Lang::ZhHant => $hant,
                $crate::i18n::Lang::ZhHans => $hans,
            }
        }

        $(#[$meta])*
        #[doc = concat!("\"", $en, "\"")]
        #[cfg(feature = "hydrate")]
        #[must_use]
        pub fn $name(_: $crate::i18n::Lang) -> &'static str {
            const KEY: u32 =
                $crate::i18n::dictionary::key(GROUP_OF_WORDS, PlaceOfWords::$name as u32);
            $crate::i18n::dictionary::text(KEY)
        }
    };
    (@one $(#[$meta:meta])* $name:ident ( $($argument:ident),+ ) [$en:literal, $hant:literal, $hans:literal]) => {
        $(#[$meta])*
        #[doc = concat!("\"", $en, "\"")]
        #[cfg(not(feature = "hydrate"))]
        #[must_use]
        pub fn $name(lang: $crate::i18n::Lang, $($argument: impl ::core::fmt::Display),+) -> String {
            match lang {
                $crate::i18n::Lang::En => format!($en),
                $crate::i18n::Lang::ZhHant => format!($hant),
                $crate::i18n::Lang::ZhHans => format!($hans),
            }
        }

        $(#[$meta])*
        #[doc = concat!("\"", $en, "\"")]
        #[cfg(feature = "hydrate")]
        #[must_use]
        pub fn $name(_: $crate::i18n::Lang, $($argument: impl ::core::fmt::Display),+) -> String {
            const KEY: u32 =
                $crate::i18n::dictionary::key(GROUP_OF_WORDS, PlaceOfWords::$name as u32);
            $crate::i18n::dictionary::filled(KEY, &[$((stringify!($argument), &$argument)),+])
        }
    };
}

pub(crate) use messages;

#[cfg(test)]
mod tests {
    use crate::i18n::Lang;

    messages! {
        plain => ["Customers", "客戶", "客户"];
        with_argument(date) => ["Expires on {date}", "於 {date} 到期", "将于 {date} 到期"];
        with_two(from, to) => ["From {from} to {to}", "從 {from} 到 {to}", "从 {from} 到 {to}"];
    }

    #[test]
    fn every_language_has_its_text() {
        assert_eq!(Lang::ALL.map(plain), ["Customers", "客戶", "客户"]);
        assert_eq!(with_argument(Lang::ZhHant, "1"), "於 1 到期");
        assert_eq!(with_two(Lang::En, 1, 2), "From 1 to 2");
    }
}
