//! The tables of refusals, one for each area.

/// Makes the refusals of an area: for each, its name and facts, its stable code, who can fix it, the next step, and the
/// sentence in English. The facts are available, by reference, in everything after them.
///
/// A refusal is added here and gets its words in the portal, which does not compile without them.
macro_rules! refusals {
    (
        $(#[doc = $about:literal])*
        pub enum Refusal:
        $(
            $(#[doc = $doc:literal])*
            $name:ident $({ $($(#[doc = $fact_doc:literal])* $fact:ident: $type:ty,)* })? = $code:literal {
                fixer: $fixer:expr,
                next: $next:expr,
                says: $says:literal $(, $word:expr)*;
            }
        )*
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, crate::read::Read)]
        #[serde(tag = "code")]
        pub enum Refusal {
            $(
                $(#[doc = $doc])*
                #[serde(rename = $code)]
                $name $({ $($(#[doc = $fact_doc])* $fact: $type,)* })?,
            )*
        }

        impl Refusal {
            /// The codes of this area's refusals.
            pub const CODES: &'static [&'static str] = &[$($code,)*];

            /// The stable name of the rule that refused.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self { $(Refusal::$name { .. } => $code,)* }
            }

            /// The person or organization that can fix it.
            #[must_use]
            pub fn fixer(&self) -> crate::refusal::Fixer {
                match self {
                    $(Refusal::$name $({ $($fact,)* })? => { $($(let _ = $fact;)*)? $fixer })*
                }
            }

            /// The next step.
            #[must_use]
            pub fn next_step(&self) -> crate::refusal::NextStep {
                match self {
                    $(Refusal::$name $({ $($fact,)* })? => { $($(let _ = $fact;)*)? $next })*
                }
            }
        }

        impl std::fmt::Display for Refusal {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {
                    $(Refusal::$name $({ $($fact,)* })? => {
                        $($(let _ = $fact;)*)?
                        write!(f, $says $(, $word)*)
                    })*
                }
            }
        }

        impl std::error::Error for Refusal {}
    };
}

pub(crate) use refusals;
