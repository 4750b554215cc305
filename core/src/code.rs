//! Stable names, used in storage, in messages and on the command line.

use std::fmt;

/// A name that no value of this kind has.
///
/// ```
/// use tierline_core::role::Role;
/// assert_eq!("sales_agent".parse(), Ok(Role::SalesAgent));
/// assert_eq!("boss".parse::<Role>().unwrap_err().to_string(), "`boss` is no role");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownCode {
    /// The unknown name.
    pub code: String,
    /// The kind of thing that it should have named.
    pub kind: &'static str,
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no {}", self.code, self.kind)
    }
}

impl std::error::Error for UnknownCode {}

/// Writes and parses a type by its stable names: the `code()` of each of `ALL`.
macro_rules! coded {
    ($type:ty, $kind:literal) => {
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.code())
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::code::UnknownCode;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                let named = Self::ALL.iter().find(|it| it.code() == code);
                named.copied().ok_or_else(|| $crate::code::UnknownCode {
                    code: code.to_owned(),
                    kind: $kind,
                })
            }
        }
    };
}

pub(crate) use coded;
