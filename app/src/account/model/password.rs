//! The rules for a password: long enough, not too long, and not one of those that attackers try first.
//!
//! There are no composition rules: they make passwords worse.

use crate::error::FieldProblem;

/// The reason why a password was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordError {
    /// Fewer than 12 characters.
    TooShort,
    /// More than 128 characters.
    TooLong,
    /// One of the passwords that attackers try first, or made of too few different characters.
    Common,
    /// Made of the user's or the organization's own name or address.
    Own,
}

impl From<PasswordError> for FieldProblem {
    fn from(error: PasswordError) -> FieldProblem {
        match error {
            PasswordError::TooShort => FieldProblem::PasswordTooShort,
            PasswordError::TooLong => FieldProblem::PasswordTooLong,
            PasswordError::Common => FieldProblem::PasswordCommon,
            PasswordError::Own => FieldProblem::PasswordOwn,
        }
    }
}

/// The password in the form that is checked and hashed (NFKC): the same whichever keyboard it was typed on
/// (NIST SP 800-63B, 3.1.1.2), and as common in full-width letters as in others.
#[cfg(feature = "ssr")]
#[must_use]
pub fn normalized(password: &str) -> String {
    icu_normalizer::ComposingNormalizer::new_nfkc()
        .normalize(password)
        .into_owned()
}

/// Checks whether this password is good enough to be set.
///
/// # Errors
/// The first rule that it breaks.
#[cfg(feature = "ssr")]
pub fn check(password: &str) -> Result<(), PasswordError> {
    let password = normalized(password);
    match password.chars().count() {
        0..12 => return Err(PasswordError::TooShort),
        129.. => return Err(PasswordError::TooLong),
        _ => {}
    }
    let plain = password.to_lowercase();
    let mut distinct: Vec<char> = plain.chars().collect();
    distinct.sort_unstable();
    distinct.dedup();
    let word = plain.trim_end_matches(|c: char| !c.is_alphabetic());
    let common = COMMON
        .iter()
        .any(|common| plain == *common || word == *common)
        || [password.as_str(), &plain, word]
            .into_iter()
            .any(passwords::analyzer::is_common_password);
    if common || distinct.len() < 5 || is_sequence(&plain) {
        Err(PasswordError::Common)
    } else {
        Ok(())
    }
}

/// Checks that this password is not only what everyone knows of its user: the addresses and names given here, parts of
/// an address, and digits and signs between and behind them.
///
/// # Errors
/// [`PasswordError::Own`].
#[cfg(feature = "ssr")]
pub fn check_own<'a>(
    password: &str,
    own: impl IntoIterator<Item = &'a str>,
) -> Result<(), PasswordError> {
    let mut words: Vec<String> = own
        .into_iter()
        .flat_map(|own| {
            let (local, domain) = own.split_once('@').unwrap_or((own, ""));
            let name = domain.split('.').next().unwrap_or_default();
            [own, local, domain, name].map(letters_and_digits)
        })
        .filter(|word| word.chars().count() > 1)
        .collect();
    // A longer one may have a shorter one in it.
    words.sort_unstable_by_key(|word| core::cmp::Reverse(word.len()));
    let mut rest = letters_and_digits(password);
    for word in &words {
        rest = rest.replace(word, "");
    }
    if rest.chars().all(char::is_numeric) && rest != letters_and_digits(password) {
        Err(PasswordError::Own)
    } else {
        Ok(())
    }
}

#[cfg(feature = "ssr")]
fn letters_and_digits(text: &str) -> String {
    let mut plain = normalized(text).to_lowercase();
    plain.retain(char::is_alphanumeric);
    plain
}

/// "abcdefghijkl", "123456789012": each character follows the one before.
#[cfg(feature = "ssr")]
fn is_sequence(text: &str) -> bool {
    let steps = text.chars().zip(text.chars().skip(1));
    let follows = |(a, b): (char, char)| u32::from(b) == u32::from(a) + 1 || (a == '9' && b == '0');
    steps.clone().count() > 0 && steps.into_iter().all(follows)
}

/// The passwords of well-known lists that are long enough to pass the length rule, and the product's own name.
#[cfg(feature = "ssr")]
const COMMON: &[&str] = &[
    "password",
    "passwordpassword",
    "passw0rdpassw0rd",
    "password1234",
    "password12345",
    "password123456",
    "password123!",
    "qwertyuiop",
    "qwertyuiopasdf",
    "qwertyuiop[]",
    "qwertyuiop123",
    "qwertyqwerty",
    "qwerty123456",
    "1qaz2wsx3edc",
    "1q2w3e4r5t6y",
    "1q2w3e4r5t6y7u8i",
    "q1w2e3r4t5y6",
    "asdfghjkl123",
    "asdfghjklzxc",
    "zxcvbnmasdfg",
    "zaq12wsxcde3",
    "iloveyou1234",
    "iloveyouiloveyou",
    "letmeinletmein",
    "letmein12345",
    "welcomewelcome",
    "welcome12345",
    "welcome2tierline",
    "administrator",
    "adminadminadmin",
    "admin1234567",
    "administrator1",
    "changemechangeme",
    "changeme1234",
    "changeit1234",
    "trustno1trustno1",
    "monkeymonkey",
    "dragondragon",
    "footballfootball",
    "baseballbaseball",
    "sunshinesunshine",
    "princessprincess",
    "superman1234",
    "batman123456",
    "whateverwhatever",
    "abcd12345678",
    "abc123abc123",
    "abcabcabcabc",
    "a1b2c3d4e5f6",
    "123qweasdzxc",
    "qazwsxedcrfv",
    "123412341234",
    "121212121212",
    "123123123123",
    "112233445566",
    "111222333444",
    "123456123456",
    "987654321098",
    "correcthorsebatterystaple",
    "tierlinetierline",
    "tierline1234",
    "tierlineportal",
    "partnercenter",
    "partnercenter1",
    "companyname1",
    "summer2026summer",
    "winter2026winter",
];

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn length_counts_characters() {
        assert_eq!(check("short"), Err(PasswordError::TooShort));
        assert_eq!(check(&"é!ab5".repeat(26)), Err(PasswordError::TooLong));
        assert_eq!(check("密碼要夠長才可以用喔謝謝您"), Ok(()));
        // Seven letters with seven accents beside them are seven letters.
        assert_eq!(check(&"e\u{301}".repeat(7)), Err(PasswordError::TooShort));
    }

    #[test]
    fn what_everyone_tries_first_is_refused() {
        for common in [
            "PasswordPassword",
            "administrator!!1",
            "aaaaaaaaaaaaa",
            "123456789012345",
            "abcdefghijklm",
            "Tierline1234",
            "1234567890qwerty",
            "Watermelon2026!",
            "ｐａｓｓｗｏｒｄ１２３４",
            "Ｔｉｅｒｌｉｎｅ１２３４",
            "１２３４５６７８９０１２",
            "𝐰𝐚𝐭𝐞𝐫𝐦𝐞𝐥𝐨𝐧𝟐𝟎𝟐𝟔",
        ] {
            assert_eq!(check(common), Err(PasswordError::Common), "{common}");
        }
    }

    #[test]
    fn what_everyone_knows_of_the_user_is_refused() {
        let own = [
            "ivy.chiang@nodcloud.example",
            "Ivy Chiang",
            "Nod Cloud Services",
        ];
        for password in [
            "ivy.chiang@nodcloud.example",
            "Ivy.Chiang@NodCloud.example!",
            "ivy chiang 2026",
            "NodCloudServices",
            "nodcloud.example1",
            "ｉｖｙｃｈｉａｎｇ２０２６",
            "ivychiang nodcloud",
        ] {
            assert_eq!(
                check_own(password, own),
                Err(PasswordError::Own),
                "{password}"
            );
        }
        for password in [
            "four quiet lanterns",
            "ivy has four lanterns",
            "112233445566",
        ] {
            assert_eq!(check_own(password, own), Ok(()), "{password}");
        }
    }

    #[test]
    fn words_are_enough() {
        assert_eq!(check("four quiet lanterns"), Ok(()));
    }
}
