//! Reading and putting together addresses.

/// Whether this is a place in this portal that a browser may be sent to. Other hosts, odd characters and endless texts
/// are not.
#[must_use]
pub fn is_local(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && path.len() <= 2_000
        && path
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

/// The value of this parameter in the query of an address.
#[must_use]
pub fn query_value(query: &str, name: &str) -> Option<String> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| decode(value))
}

/// The path with one more query parameter, in place of an older one of that name.
#[must_use]
pub fn with_query(path: &str, name: &str, value: &str) -> String {
    let without = without_query(path, name);
    let (bare, fragment) = without
        .split_once('#')
        .map_or((without.as_str(), None), |(bare, rest)| (bare, Some(rest)));
    let separator = if bare.contains('?') { '&' } else { '?' };
    let fragment = fragment
        .map(|fragment| format!("#{fragment}"))
        .unwrap_or_default();
    format!("{bare}{separator}{name}={}{fragment}", encode(value))
}

/// The path without the query parameter of this name.
#[must_use]
pub fn without_query(path: &str, name: &str) -> String {
    let (bare, fragment) = path
        .split_once('#')
        .map_or((path, None), |(bare, rest)| (bare, Some(rest)));
    let Some((base, query)) = bare.split_once('?') else {
        return path.to_owned();
    };
    let kept: Vec<&str> = query
        .split('&')
        .filter(|pair| !pair.is_empty() && pair.split('=').next() != Some(name))
        .collect();
    let query = if kept.is_empty() {
        String::new()
    } else {
        format!("?{}", kept.join("&"))
    };
    let fragment = fragment
        .map(|fragment| format!("#{fragment}"))
        .unwrap_or_default();
    format!("{base}{query}{fragment}")
}

/// Percent-encodes a query value or a path segment.
pub use tierline_core::text::percent_encode as encode;

/// Undoes [`encode`]; text that is not well encoded stays as it is.
#[must_use]
pub fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escaped = match (first, tail) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)).map(|(high, low)| high * 16 + low),
            _ => None,
        };
        bytes.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() {
            tail.get(2..).unwrap_or_default()
        } else {
            tail
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}
