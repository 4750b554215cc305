//! Data of a page: loaded by the server, handed over to the browser with the page, and reloaded by the browser whenever
//! its source changes.
//!
//! A [`Resource`] of leptos for each kind of page would be a tenth of the download. This is one resource for all, of a
//! value whose type is known only to the code that puts it in and takes it out.

use core::{any::Any, marker::PhantomData, pin::Pin};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use leptos::{prelude::*, server::codee};
use serde::Serialize;
use tierline_core::read::{self, Read};

use crate::error::PortalError;

/// A value that can be handed over from the server to the browser.
pub(crate) trait Shown: Clone + Serialize + Read + Send + Sync + 'static {}

impl<T: Clone + Serialize + Read + Send + Sync + 'static> Shown for T {}

/// A value that is still loading and may fail: `data.await` answers `Result<T, PortalError>`.
pub(crate) struct Data<T> {
    held: Resource<Result<Held, PortalError>, HeldCodec>,
    made: PhantomData<fn() -> T>,
}

impl<T> Clone for Data<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Data<T> {}

type Coming<T> = Pin<Box<dyn Future<Output = Result<T, PortalError>> + Send>>;

/// Loads data with this server function, and reloads it whenever the source changes.
pub(crate) fn load<S, T, F>(
    source: impl Fn() -> S + Send + Sync + 'static,
    fetcher: impl Fn(S) -> F + Send + Sync + 'static,
) -> Data<T>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Shown,
    F: Future<Output = Result<T, PortalError>> + Send + 'static,
{
    let source = Memo::new(move |_| source());
    let fetch = move || -> Coming<Held> {
        let coming = fetcher(source.get_untracked());
        Box::pin(async move { coming.await.map(|value| Held::Value(Arc::new(value))) })
    };
    Data {
        held: resource(Box::new(move || source.with(|_| ())), Box::new(fetch)),
        made: PhantomData,
    }
}

/// Separate from [`load`], so that it is compiled once.
fn resource(
    track: Box<dyn Fn() + Send + Sync>,
    fetch: Box<dyn Fn() -> Coming<Held> + Send + Sync>,
) -> Resource<Result<Held, PortalError>, HeldCodec> {
    // Called only when the source has changed, so each call must return a different value.
    let turn = AtomicU64::new(0);
    #[cfg(feature = "ssr")]
    let fetch = move || -> Coming<Held> {
        let (tell, coming) = (crate::backend::tell(), fetch());
        Box::pin(async move { coming.await.inspect_err(tell) })
    };
    let source = move || {
        track();
        turn.fetch_add(1, Ordering::Relaxed)
    };
    Resource::new_with_options(source, move |_| fetch(), false)
}

impl<T: Shown> IntoFuture for Data<T> {
    type Output = Result<T, PortalError>;
    type IntoFuture = Coming<T>;

    fn into_future(self) -> Coming<T> {
        Box::pin(async move { self.held.await?.take() })
    }
}

/// A value of some type, or its JSON.
#[derive(Clone)]
enum Held {
    /// Loaded here.
    Value(Arc<dyn Value>),
    /// Loaded by the server, and read when the page is rendered.
    Json(Arc<str>),
}

impl Held {
    fn take<T: Shown>(self) -> Result<T, PortalError> {
        match self {
            Held::Value(value) => value.as_any().downcast_ref().cloned(),
            Held::Json(json) => read::json(&json).ok(),
        }
        // The value has another type than was put in, or the page is of another version of the portal.
        .ok_or(PortalError::Malformed)
    }
}

trait Value: Send + Sync {
    fn as_any(&self) -> &dyn Any;

    /// Only the server writes: in the browser this would be dead code.
    #[cfg(feature = "ssr")]
    fn json(&self) -> Result<String, serde_json::Error>;
}

impl<T: Shown> Value for T {
    fn as_any(&self) -> &dyn Any {
        self
    }

    #[cfg(feature = "ssr")]
    fn json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }
}

/// The encoding of a resource that is handed over with the page: the JSON of its value, or of the error.
struct HeldCodec;

/// The mark in front of the JSON.
const VALUE: &str = "+";
const ERROR: &str = "-";

impl codee::Encoder<Result<Held, PortalError>> for HeldCodec {
    type Error = serde_json::Error;
    type Encoded = String;

    fn encode(held: &Result<Held, PortalError>) -> Result<String, Self::Error> {
        Ok(match held {
            #[cfg(feature = "ssr")]
            Ok(Held::Value(value)) => format!("{VALUE}{}", value.json()?),
            #[cfg(not(feature = "ssr"))]
            Ok(Held::Value(_)) => String::new(),
            Ok(Held::Json(json)) => format!("{VALUE}{json}"),
            Err(error) => format!("{ERROR}{}", serde_json::to_string(error)?),
        })
    }
}

impl codee::Decoder<Result<Held, PortalError>> for HeldCodec {
    type Error = read::Unreadable;
    type Encoded = str;

    fn decode(text: &str) -> Result<Result<Held, PortalError>, Self::Error> {
        match text.strip_prefix(VALUE) {
            Some(json) => Ok(Ok(Held::Json(json.into()))),
            None => read::json(text.strip_prefix(ERROR).unwrap_or(text)).map(Err),
        }
    }
}

#[cfg(test)]
mod tests {
    use codee::{Decoder as _, Encoder as _};

    use super::*;

    fn handed_over(held: Result<Held, PortalError>) -> Result<Held, PortalError> {
        HeldCodec::decode(&HeldCodec::encode(&held).unwrap()).unwrap()
    }

    #[test]
    fn a_value_and_an_error_are_handed_over() {
        let value = vec![("a".to_owned(), 1)];
        let held = handed_over(Ok(Held::Value(Arc::new(value.clone()))));
        assert_eq!(held.unwrap().take::<Vec<(String, i32)>>(), Ok(value));

        let held = handed_over(Err(PortalError::NotFound));
        assert!(matches!(held, Err(PortalError::NotFound)));
    }

    #[test]
    fn what_was_loaded_here_is_taken_as_it_is_and_only_as_what_it_is() {
        let held = Held::Value(Arc::new(7_u8));
        assert_eq!(held.clone().take::<u8>(), Ok(7));
        assert_eq!(held.take::<u16>(), Err(PortalError::Malformed));
        let held = Held::Json("7".into());
        assert_eq!(held.take::<String>(), Err(PortalError::Malformed));
    }
}
