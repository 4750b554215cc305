//! The browser's way of reading the server's answers.
//!
//! Many types of core are enums that carry their variant's name among their fields (`{"state": "sent", …}`). To read
//! one, serde reads a tree first and makes the value of that, so everything below it is compiled twice: for text and
//! for
//! trees. Here everything is read by way of the tree, and compiled once; it takes a sixth off the download. The answer
//! itself is plain JSON. A tree has text for keys, and no integers above 64 bits.

use core::fmt::Display;

use leptos::server_fn::{
    Bytes, ContentType, Decodes, Encodes, Format, FormatType,
    codec::{JsonEncoding, Post},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// The `output` of server functions that answer with something.
pub type Wire = Post<WireEncoding>;

/// The one enum through which everything is read.
#[derive(Deserialize)]
#[serde(tag = "read")]
enum Tree<T> {
    #[serde(rename = "tree")]
    Tree { value: T },
}

/// Reads JSON.
///
/// # Errors
/// If it is not JSON, or not the JSON of a `T`.
pub(crate) fn read<T: DeserializeOwned>(json: &str) -> Result<T, serde_json::Error> {
    let Tree::Tree { value } =
        serde_json::from_str(&format!(r#"{{"read":"tree","value":{json}}}"#))?;
    Ok(value)
}

/// The encoding of answers: JSON, read by way of the tree.
pub struct WireEncoding;

impl ContentType for WireEncoding {
    const CONTENT_TYPE: &'static str = JsonEncoding::CONTENT_TYPE;
}

impl FormatType for WireEncoding {
    const FORMAT_TYPE: Format = Format::Text;
}

impl<T: Serialize> Encodes<T> for WireEncoding {
    type Error = serde_json::Error;

    fn encode(value: &T) -> Result<Bytes, Self::Error> {
        JsonEncoding::encode(value)
    }
}

impl<T: DeserializeOwned> Decodes<T> for WireEncoding {
    type Error = Unreadable;

    fn decode(bytes: Bytes) -> Result<T, Self::Error> {
        let json = core::str::from_utf8(&bytes).map_err(Unreadable::NoText)?;
        read(json).map_err(Unreadable::NoJson)
    }
}

/// The reason why an answer could not be read.
#[derive(Debug)]
pub enum Unreadable {
    /// It is not UTF-8.
    NoText(core::str::Utf8Error),
    /// It is not JSON, or not the JSON of the expected type.
    NoJson(serde_json::Error),
}

impl Display for Unreadable {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Unreadable::NoText(error) => error.fmt(f),
            Unreadable::NoJson(error) => error.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use tierline_core::{account, event::Event, text::TextError};
    use uuid::Uuid;

    use super::*;
    use crate::{error::PortalError, list::model::ListQuery};

    fn comes_back<T: Serialize + DeserializeOwned + PartialEq + core::fmt::Debug>(value: T) {
        let sent = WireEncoding::encode(&value).unwrap();
        assert_eq!(sent, serde_json::to_vec(&value).unwrap());
        assert_eq!(<WireEncoding as Decodes<T>>::decode(sent).unwrap(), value);
    }

    #[test]
    fn values_of_every_shape_come_back_as_they_went() {
        comes_back(());
        comes_back(7_u64);
        comes_back(Some("text \"quoted\" \u{1F511}".to_owned()));
        comes_back(vec![(1_i64, -2.5)]);
        comes_back(Result::<Vec<u8>, PortalError>::Err(PortalError::NotFound));
        comes_back(TextError::TooLong { maximum: 3 });
        comes_back(Event::User {
            id: Uuid::from_u128(1).into(),
            event: account::Event::PasswordChanged {
                at: chrono::DateTime::from_timestamp(1_700_000_000, 5).unwrap(),
            },
        });
        comes_back(ListQuery::default());
    }

    #[test]
    fn what_is_no_json_is_an_error_that_says_where() {
        let read = <WireEncoding as Decodes<u64>>::decode(Bytes::from_static(b"<html>"));
        assert!(read.unwrap_err().to_string().contains("line 1"));
        let read = <WireEncoding as Decodes<u64>>::decode(Bytes::from_static(&[0xff]));
        assert!(read.unwrap_err().to_string().contains("utf-8"));
        // An answer cannot escape from its wrapping.
        assert!(super::read::<u64>("1,\"value\":2").is_err());
    }
}
