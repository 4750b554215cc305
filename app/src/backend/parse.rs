//! Parses posted strings into core types.

use std::{collections::BTreeMap, str::FromStr};

use tierline_core::{Timestamp, ids::RequestId, text::TextError};

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

/// The beginning of a day that was typed; none if nothing was.
pub(crate) fn day(text: &str) -> Result<Option<Timestamp>, ()> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let day: chrono::NaiveDate = text.parse().map_err(|_| ())?;
    // Nobody plans for other centuries; a day far outside would not fit into the database.
    if !(2000..2200).contains(&chrono::Datelike::year(&day)) {
        return Err(());
    }
    let midnight = day.and_hms_opt(0, 0, 0).ok_or(())?;
    Ok(Some(midnight.and_utc()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_and_lies_in_this_age() {
        let first = day(" 2026-12-01 ").unwrap().unwrap();
        assert_eq!(first.to_rfc3339(), "2026-12-01T00:00:00+00:00");
        assert_eq!(day(" "), Ok(None));
        for wrong in ["2026-02-30", "tomorrow", "0001-01-01", "9999-01-01"] {
            assert_eq!(day(wrong), Err(()), "{wrong}");
        }
    }
}
