//! Parses posted strings into core types.

use std::{collections::BTreeMap, str::FromStr};

use tierline_core::{ids::RequestId, text::TextError};

use crate::{error::PortalError, list::model::ListQuery};

/// An id from an address or a hidden field. A malformed one is answered like one that does not exist.
pub(crate) fn id<T: FromStr>(text: &str) -> Result<T, PortalError> {
    text.parse().map_err(|_| PortalError::NotFound)
}

/// An id that may be left out.
pub(crate) fn optional_id<T: FromStr>(text: &str) -> Result<Option<T>, PortalError> {
    if text.is_empty() {
        Ok(None)
    } else {
        id(text).map(Some)
    }
}

/// The id of the request.
pub(crate) fn request(text: &str) -> Result<RequestId, PortalError> {
    text.parse().map_err(|_| PortalError::Malformed)
}

/// A text that may be left out.
pub(crate) fn optional_text<T: FromStr<Err = TextError>>(
    field: &str,
    text: &str,
) -> Result<Option<T>, PortalError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    text.parse()
        .map(Some)
        .map_err(|error| PortalError::of_text(field, error))
}

/// The requested page of a list that stands inside another page.
pub(crate) fn list_query(search: String, cursor: String) -> ListQuery {
    ListQuery {
        search: search.trim().to_owned(),
        cursor,
        ..ListQuery::default()
    }
}

/// The lines of an order: SKUs with quantities as typed.
pub(crate) type Lines = BTreeMap<String, String>;

/// The lines by SKU, from inputs that are named by [`crate::route::line_field`].
pub(crate) fn by_sku(posted: Lines) -> Lines {
    posted
        .into_iter()
        .map(|(key, quantity)| (key.trim_start_matches("sku-").to_owned(), quantity))
        .collect()
}
