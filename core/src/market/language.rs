use serde::{Deserialize, Serialize};

use crate::read::Read;

/// A language of the program's messages and of the names of its countries.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Traditional Chinese.
    #[serde(rename = "zh-Hant")]
    TraditionalChinese,
    /// Simplified Chinese.
    #[serde(rename = "zh-Hans")]
    SimplifiedChinese,
}

impl Language {
    /// Every language.
    pub const ALL: [Language; 3] = [
        Language::English,
        Language::TraditionalChinese,
        Language::SimplifiedChinese,
    ];
}
