//! The encoding of the server's answers: written by serde, read by [`tierline_core::read`].

use leptos::server::codee;
use leptos::server_fn::{
    Bytes, ContentType, Decodes, Encodes, Format, FormatType, codec::JsonEncoding,
};
use serde::Serialize;
use tierline_core::read::{self, Read, Unreadable};

pub(super) fn text(body: &[u8]) -> Option<&str> {
    core::str::from_utf8(body).ok()
}

/// The encoding of answers.
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

impl<T: Read> Decodes<T> for WireEncoding {
    type Error = Unreadable;

    fn decode(bytes: Bytes) -> Result<T, Self::Error> {
        read::json(text(&bytes).ok_or(Unreadable::Shape)?)
    }
}

/// The same for what is handed over with a page.
impl<T: Serialize> codee::Encoder<T> for WireEncoding {
    type Error = serde_json::Error;
    type Encoded = String;

    fn encode(value: &T) -> Result<String, Self::Error> {
        serde_json::to_string(value)
    }
}

impl<T: Read> codee::Decoder<T> for WireEncoding {
    type Error = Unreadable;
    type Encoded = str;

    fn decode(text: &str) -> Result<T, Self::Error> {
        read::json(text)
    }
}
