//! Reading what others have defined.

use std::{
    collections::{BTreeMap, BTreeSet},
    net::IpAddr,
    num::NonZeroU32,
};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use uuid::Uuid;

use super::{Read, Tree};
use crate::Timestamp;

impl Read for () {
    fn read(tree: &Tree) -> Option<Self> {
        matches!(tree, Tree::Null).then_some(())
    }
}

impl Read for bool {
    fn read(tree: &Tree) -> Option<Self> {
        match tree {
            Tree::Bool(value) => Some(*value),
            _ => None,
        }
    }
}

impl Read for i64 {
    fn read(tree: &Tree) -> Option<Self> {
        match *tree {
            Tree::Number { negative, distance } if negative => 0_i64.checked_sub_unsigned(distance),
            Tree::Number { distance, .. } => distance.try_into().ok(),
            _ => None,
        }
    }
}

impl Read for u64 {
    fn read(tree: &Tree) -> Option<Self> {
        match *tree {
            Tree::Number {
                negative: false,
                distance,
            } => Some(distance),
            _ => None,
        }
    }
}

macro_rules! narrower {
    ($($narrow:ty: $wide:ty),+ $(,)?) => {$(
        impl Read for $narrow {
            fn read(tree: &Tree) -> Option<Self> {
                <$wide>::read(tree)?.try_into().ok()
            }
        }
    )+};
}

narrower! { u8: u64, u16: u64, u32: u64, usize: u64, NonZeroU32: u32, i16: i64, i32: i64 }

impl Read for String {
    fn read(tree: &Tree) -> Option<Self> {
        tree.text().map(str::to_owned)
    }
}

impl Read for char {
    fn read(tree: &Tree) -> Option<Self> {
        let mut letters = tree.text()?.chars();
        letters.next().filter(|_| letters.next().is_none())
    }
}

impl Read for Uuid {
    fn read(tree: &Tree) -> Option<Self> {
        tree.text()?.parse().ok()
    }
}

impl Read for IpAddr {
    fn read(tree: &Tree) -> Option<Self> {
        tree.text()?.parse().ok()
    }
}

impl Read for NaiveDate {
    fn read(tree: &Tree) -> Option<Self> {
        date(tree.text()?)
    }
}

impl Read for Timestamp {
    fn read(tree: &Tree) -> Option<Self> {
        moment(tree.text()?)
    }
}

impl<T: Read> Read for Option<T> {
    fn read(tree: &Tree) -> Option<Self> {
        match tree {
            Tree::Null => Some(None),
            _ => T::read(tree).map(Some),
        }
    }
}

impl<T: Read, E: Read> Read for Result<T, E> {
    fn read(tree: &Tree) -> Option<Self> {
        let (place, held) = tree.variant(&["Ok", "Err"]);
        match place {
            0 => T::read(held).map(Ok),
            1 => E::read(held).map(Err),
            _ => None,
        }
    }
}

impl<T: Read> Read for Box<T> {
    fn read(tree: &Tree) -> Option<Self> {
        T::read(tree).map(Box::new)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(tree: &Tree) -> Option<Self> {
        tree.items()?.iter().map(T::read).collect()
    }
}

impl<K: Read + Ord, V: Read> Read for BTreeMap<K, V> {
    fn read(tree: &Tree) -> Option<Self> {
        let Tree::Map(entries) = tree else {
            return None;
        };
        entries
            .iter()
            .map(|(name, value)| Some((K::read(&Tree::Text(name.clone()))?, V::read(value)?)))
            .collect()
    }
}

impl<T: Read + Ord> Read for BTreeSet<T> {
    fn read(tree: &Tree) -> Option<Self> {
        tree.items()?.iter().map(T::read).collect()
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(tree: &Tree) -> Option<Self> {
        Some((A::read(tree.item(0))?, B::read(tree.item(1))?))
    }
}

/// A moment as it is written: `2026-11-28T20:30:00.123456Z`, always in UTC.
fn moment(text: &str) -> Option<Timestamp> {
    let rest = text.strip_suffix('Z')?;
    let (day, time) = rest.split_once('T')?;
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let mut time = time.splitn(3, ':').map(digits);
    let (hour, minute, second) = (time.next()??, time.next()??, time.next()??);
    let nano = digits(fraction)?
        .checked_mul(10_u32.checked_pow(9_u32.checked_sub(fraction.len().try_into().ok()?)?)?)?;
    let time = NaiveTime::from_hms_nano_opt(hour, minute, second, nano)?;
    Some(NaiveDateTime::new(date(day)?, time).and_utc())
}

/// A day as it is written: `2026-11-28`.
fn date(text: &str) -> Option<NaiveDate> {
    let (text, year_sign) = match text.strip_prefix('-') {
        Some(text) => (text, -1),
        None => (text.strip_prefix('+').unwrap_or(text), 1),
    };
    let mut parts = text.splitn(3, '-').map(digits);
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    NaiveDate::from_ymd_opt(
        i32::try_from(year).ok()?.checked_mul(year_sign)?,
        month,
        day,
    )
}

fn digits(text: &str) -> Option<u32> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::read::json;

    proptest! {
        #[test]
        fn a_moment_is_read_as_it_is_written(seconds in -100_000_000_000_i64..300_000_000_000, nano in 0..1_000_000_000_u32) {
            let moment = Timestamp::from_timestamp(seconds, nano).unwrap();
            prop_assert_eq!(json(&serde_json::to_string(&moment).unwrap()), Ok(moment));
        }

        #[test]
        fn a_number_is_read_as_it_is_written(number: i64, natural: u64) {
            prop_assert_eq!(json(&number.to_string()), Ok(number));
            prop_assert_eq!(json(&natural.to_string()), Ok(natural));
        }
    }

    #[test]
    fn values_of_others_are_read_as_they_are_written() {
        fn comes_back<T: serde::Serialize + Read + PartialEq + std::fmt::Debug>(value: T) {
            assert_eq!(json(&serde_json::to_string(&value).unwrap()), Ok(value));
        }
        comes_back(());
        comes_back([Some(true), None].to_vec());
        comes_back(vec![Ok(7_u8), Err(Box::new("no".to_owned()))]);
        comes_back(BTreeSet::from([2_u16, 1]));
        comes_back(BTreeMap::from([("a".to_owned(), (1_u16, -1_i32))]));
        comes_back(Uuid::from_u128(7));
        comes_back(IpAddr::from([192, 0, 2, 1]));
        comes_back(NaiveDate::from_ymd_opt(2027, 1, 31).unwrap());
    }

    #[test]
    fn what_does_not_fit_is_nothing() {
        assert!(json::<u8>("256").is_err());
        assert!(json::<u64>("-1").is_err());
        assert!(json::<i64>("9223372036854775808").is_err());
        assert!(json::<NonZeroU32>("0").is_err());
        assert!(json::<bool>("\"true\"").is_err());
        assert!(json::<(String, u8)>("[\"a\"]").is_err());
        assert!(json::<Result<u8, bool>>(r#"{"Ok":true}"#).is_err());
        for no_moment in [
            "",
            "2026-02-30T00:00:00Z",
            "2026-01-01T00:00:00",
            "2026-01-01T+1:00:00Z",
            "1-1-1T1Z",
        ] {
            assert!(
                json::<Timestamp>(&format!("\"{no_moment}\"")).is_err(),
                "{no_moment}"
            );
        }
    }
}
