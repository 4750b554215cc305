//! One form for letters that a reader considers the same.

use icu_casemap::CaseMapper;
use icu_normalizer::{ComposingNormalizer, DecomposingNormalizer};
use icu_properties::{
    CodePointMapData,
    props::{GeneralCategory, GeneralCategoryGroup, Script},
};

/// The text without case, accents, width and ligatures: `Bäckerei` and `ＢＡＣＫＥＲＥＩ` become `backerei`.
///
/// Letters of scripts whose vowels are marks keep them: only marks that any letter can bear are accents.
pub(super) fn folded(text: &str) -> String {
    let nfkd = DecomposingNormalizer::new_nfkd();
    let decomposed = nfkd.normalize(text);
    let folded = CaseMapper::new().fold_string(&decomposed);
    // Folding may produce characters that can be decomposed, like the ŉ of Afrikaans.
    let bare: String = nfkd
        .normalize(&folded)
        .chars()
        .filter(|character| !is_accent(*character))
        .fold(
            String::with_capacity(folded.len()),
            |mut bare, character| {
                match plain(character) {
                    Some(letters) => bare.push_str(letters),
                    None => bare.push(character),
                }
                bare
            },
        );
    ComposingNormalizer::new_nfc().normalize(&bare).into_owned()
}

/// The plain form of letters with a stroke and of ligatures, which Unicode does not decompose.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => return None,
    })
}

/// Whether it is a mark that any letter can bear, or an invisible character.
fn is_accent(character: char) -> bool {
    match CodePointMapData::<GeneralCategory>::new().get(character) {
        GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark => matches!(
            CodePointMapData::<Script>::new().get(character),
            Script::Inherited | Script::Common
        ),
        GeneralCategory::Format => true,
        _ => false,
    }
}

/// The part that a folded character plays between words or in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Between words: white space, punctuation, signs.
    Separator,
    /// In a script that separates words.
    Spaced,
    /// In a script that does not, like Chinese.
    Unspaced,
}

impl Class {
    pub(super) fn of(character: char) -> Self {
        // These are not wildcards here: they stand for themselves.
        if matches!(character, '%' | '_' | '\\') {
            return Class::Spaced;
        }
        let category = CodePointMapData::<GeneralCategory>::new().get(character);
        let is_part = GeneralCategoryGroup::Letter
            .union(GeneralCategoryGroup::Mark)
            .union(GeneralCategoryGroup::Number)
            .contains(category);
        if !is_part {
            return Class::Separator;
        }
        match CodePointMapData::<Script>::new().get(character) {
            Script::Han
            | Script::Hiragana
            | Script::Katakana
            | Script::Bopomofo
            | Script::Thai
            | Script::Lao
            | Script::Khmer
            | Script::Myanmar => Class::Unspaced,
            // The mark that lengthens a vowel of kana belongs to both of their scripts.
            _ if character == 'ー' => Class::Unspaced,
            _ => Class::Spaced,
        }
    }
}
