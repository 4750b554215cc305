//! The fields of the functions that forms are posted to: what is kept of a form that failed is what its page can show.

use leptos::server_fn::ServerFn;
use serde::{
    Deserializer,
    de::{DeserializeOwned, Error as _, Visitor, value::Error},
    forward_to_deserialize_any,
};

type Names = &'static [&'static str];

/// The fields of a function.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    /// The path that it is posted to.
    pub path: &'static str,
    /// Their names.
    pub names: fn() -> Names,
}

impl Fields {
    /// Those of this function: its arguments.
    #[must_use]
    pub const fn of<F: ServerFn + DeserializeOwned>() -> Fields {
        Fields {
            path: F::PATH,
            names: names::<F>,
        }
    }
}

fn names<F: DeserializeOwned>() -> Names {
    let mut names: Names = &[];
    // Nothing is read: a function says the names before it asks for the first value.
    let _ = F::deserialize(Asked(&mut names));
    names
}

/// Notes the names that are asked for.
struct Asked<'a>(&'a mut Names);

impl<'de> Deserializer<'de> for Asked<'_> {
    type Error = Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: Names,
        _: V,
    ) -> Result<V::Value, Error> {
        *self.0 = fields;
        self.nothing()
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        self.nothing()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

impl Asked<'_> {
    fn nothing<T>(self) -> Result<T, Error> {
        Err(Error::custom("nothing is read"))
    }
}
