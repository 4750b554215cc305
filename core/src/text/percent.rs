//! Text within an address.

/// Percent-encodes a part of an address, as in RFC 3986: all but its unreserved characters.
///
/// ```
/// use tierline_core::text::percent_encode;
/// assert_eq!(percent_encode("a b/您"), "a%20b%2F%E6%82%A8");
/// ```
#[must_use]
pub fn percent_encode(text: &str) -> String {
    use core::fmt::Write;
    text.bytes()
        .fold(String::with_capacity(text.len()), |mut out, byte| {
            if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
                out.push(char::from(byte));
            } else {
                // Writing to a string cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
            out
        })
}
