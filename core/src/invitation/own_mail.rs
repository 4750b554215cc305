//! The address that opens an invitation in the sender's own mail program.

use super::{LINK_PLACEHOLDER, Message};
use crate::text::percent_encode;

/// The most characters of a `mailto:` address. Beyond about 2,000, Windows opens nothing, and says nothing.
pub const MAILTO_LENGTH: usize = 2000;

/// A `mailto:` address (RFC 6068) that every mail program takes, and how much of the message is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnMail {
    /// The address: never longer than [`MAILTO_LENGTH`].
    pub address: String,
    /// How much of the message it has.
    pub holds: Holds,
}

/// How much of the message a `mailto:` address has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// The subject and the whole text.
    Everything,
    /// The subject, and the link in place of the text.
    SubjectAndLink,
    /// Only the link.
    Link,
}

/// The address for this message with this link. A letter of Chinese takes nine characters in it, so a longer text is
/// left out, and the sender has to paste it.
///
/// ```
/// use tierline_core::{invitation::{Holds, MAILTO_LENGTH, own_mail}, testing::*};
/// let mut message = message();
/// assert_eq!(own_mail(&message, "https://portal.example/invitation/x").holds, Holds::Everything);
/// message.text = format!("{}{{link}}", "您好。".repeat(100)).parse()?;
/// let short = own_mail(&message, "https://portal.example/invitation/x");
/// assert_eq!(short.holds, Holds::SubjectAndLink);
/// assert!(short.address.ends_with("&body=https%3A%2F%2Fportal.example%2Finvitation%2Fx"));
/// assert!(short.address.len() <= MAILTO_LENGTH);
/// # Ok::<(), tierline_core::text::TextError>(())
/// ```
#[must_use]
pub fn own_mail(message: &Message, link: &str) -> OwnMail {
    let recipient = percent_encode(message.recipient.as_str()).replace("%40", "@");
    let subject = percent_encode(message.subject.as_str());
    let text = message.text.as_str().replace(LINK_PLACEHOLDER, link);
    let text = percent_encode(&text.replace('\n', "\r\n"));
    let link = percent_encode(link);
    let whole = format!("mailto:{recipient}?subject={subject}&body={text}");
    let short = format!("mailto:{recipient}?subject={subject}&body={link}");
    let (address, holds) = if whole.len() <= MAILTO_LENGTH {
        (whole, Holds::Everything)
    } else if short.len() <= MAILTO_LENGTH {
        (short, Holds::SubjectAndLink)
    } else {
        (format!("mailto:{recipient}?body={link}"), Holds::Link)
    };
    OwnMail { address, holds }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing;

    const LINK: &str = "https://portal.example/invitation/x";

    #[test]
    fn it_carries_the_whole_message() {
        let mut message = testing::message();
        message.recipient = "o'brien+csp@contoso.example".parse().unwrap();
        message.subject = "Hello & welcome?".parse().unwrap();
        message.text = "Open\n{link}".parse().unwrap();
        let mail = own_mail(&message, LINK);
        assert_eq!(
            mail.address,
            "mailto:o%27brien%2Bcsp@contoso.example?subject=Hello%20%26%20welcome%3F\
             &body=Open%0D%0Ahttps%3A%2F%2Fportal.example%2Finvitation%2Fx",
        );
        assert_eq!(mail.holds, Holds::Everything);
    }

    #[test]
    fn the_bound_is_exact() {
        let mut message = testing::message();
        message.text = "{link}".parse().unwrap();
        let room = MAILTO_LENGTH - own_mail(&message, LINK).address.len();
        message.text = format!("{{link}}{}", "x".repeat(room)).parse().unwrap();
        assert_eq!(own_mail(&message, LINK).holds, Holds::Everything);
        message.text = format!("{}x", message.text).parse().unwrap();
        assert_eq!(own_mail(&message, LINK).holds, Holds::SubjectAndLink);
    }

    proptest! {
        #[test]
        fn it_is_never_longer_than_windows_takes(subject in "\\PC{1,60}[我-龜]{0,140}", text in "\\PC{0,300}[我-龜]{0,600}", host in "([a-z]{1,20}\\.){1,9}example") {
            let mut message = testing::message();
            let recipient = format!("{}@{}example", "+".repeat(64), "abcdefg.".repeat(22));
            message.recipient = recipient.parse().unwrap();
            let (Ok(subject), Ok(text)) = (subject.parse(), format!("{text}{{link}}").parse()) else { return Ok(()) };
            (message.subject, message.text) = (subject, text);
            let link = format!("https://{host}/invitation/{}", "0123456789abcdef".repeat(4));
            let mail = own_mail(&message, &link);
            prop_assert!(mail.address.len() <= MAILTO_LENGTH, "{}", mail.address.len());
            prop_assert!(mail.address.contains(&percent_encode(&link)));
        }
    }
}
