/// Characters that nobody takes for one another, on paper or on the phone.
const ALPHABET: &[u8] = b"abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXYZ234679";
/// More than 128 bits.
const LENGTH: usize = 23;

/// A new temporary password.
pub(crate) fn temporary_password() -> String {
    (0..LENGTH)
        .filter_map(|_| ALPHABET.get(rand::random_range(0..ALPHABET.len())))
        .map(|character| char::from(*character))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn temporary_passwords_are_long_random_and_easy_to_read() {
        let (one, other) = (temporary_password(), temporary_password());
        assert_eq!(one.len(), LENGTH);
        assert_ne!(one, other);
        assert!(
            !one.contains(['0', 'O', 'o', '1', 'l', 'I', '5', 'S', '8', 'B']),
            "{one}"
        );
    }
}
