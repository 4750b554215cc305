//! The names of countries in three languages, from the Unicode CLDR.

use super::{
    Country, Language,
    table::{LENGTH, LINES},
};

static ENGLISH: [&str; LENGTH] = column(0);
static TRADITIONAL_CHINESE: [&str; LENGTH] = column(1);
static SIMPLIFIED_CHINESE: [&str; LENGTH] = column(2);

#[expect(
    clippy::indexing_slicing,
    reason = "evaluated by the compiler: an index outside does not compile"
)]
const fn column(language: usize) -> [&'static str; LENGTH] {
    let mut names = [""; LENGTH];
    let mut index = 0;
    while index < LENGTH {
        names[index] = LINES[index].names[language];
        index += 1;
    }
    names
}

impl Country {
    /// The name of the country or territory. Needs the feature `market-names`.
    ///
    /// ```
    /// use tierline_core::market::{Country, Language};
    /// let germany = Country::parse("DE")?;
    /// assert_eq!(germany.name(Language::English), "Germany");
    /// assert_eq!(germany.name(Language::TraditionalChinese), "德國");
    /// assert_eq!(germany.name(Language::SimplifiedChinese), "德国");
    /// # Ok::<(), tierline_core::market::UnknownCountry>(())
    /// ```
    #[must_use]
    pub fn name(self, language: Language) -> &'static str {
        let names = match language {
            Language::English => &ENGLISH,
            Language::TraditionalChinese => &TRADITIONAL_CHINESE,
            Language::SimplifiedChinese => &SIMPLIFIED_CHINESE,
        };
        names.get(self.index()).copied().unwrap_or_default()
    }
}
