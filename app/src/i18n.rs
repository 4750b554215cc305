//! Languages of the portal: their list, the choice of one, and how texts, dates and numbers are written.
//!
//! The language is fixed for a page load. Changing it is a form post that loads the page again, so no text has to
//! be reactive and each message is a plain function of [`Lang`].

pub mod market;

mod accept;
mod code;
mod date;
pub mod dictionary;
mod message;
mod moment;
mod number;

pub use accept::preferred;
pub(crate) use code::worded_codes;
pub use date::{
    date, date_time, days_ago, iso_day, relative, short_date, short_date_time, time, year_month,
};
pub(crate) use message::messages;
pub use moment::Moment;
pub use number::{money, number, plain_amount};

use serde::Serialize;
use tierline_core::read::Read;

/// A language of the portal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Read)]
pub enum Lang {
    /// English.
    #[default]
    #[serde(rename = "en")]
    En,
    /// Traditional Chinese.
    #[serde(rename = "zh-Hant")]
    ZhHant,
    /// Simplified Chinese.
    #[serde(rename = "zh-Hans")]
    ZhHans,
}

impl Lang {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Lang; 3] = [Lang::En, Lang::ZhHant, Lang::ZhHans];

    /// The BCP 47 tag: for `<html lang>`, the cookie and the database.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::ZhHant => "zh-Hant",
            Lang::ZhHans => "zh-Hans",
        }
    }

    /// The language with exactly this tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
    }

    /// The language's name in the language itself, whatever the page's language is.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::En => english(self),
            Lang::ZhHant => traditional_chinese(self),
            Lang::ZhHans => simplified_chinese(self),
        }
    }
}

messages! {
    english => ["English", "English", "English"];
    traditional_chinese => ["繁體中文", "繁體中文", "繁體中文"];
    simplified_chinese => ["简体中文", "简体中文", "简体中文"];
}
