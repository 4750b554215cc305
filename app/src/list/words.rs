//! Several words as one, and the words around every list.

use crate::i18n::{Lang, messages};

/// "a", "a and b", "a, b, and c".
#[must_use]
pub fn list(lang: Lang, words: impl IntoIterator<Item: AsRef<str>>) -> String {
    join(lang, words, Some(and(lang)))
}

/// "a", "a or b", "a, b, or c".
#[must_use]
pub fn any_of(lang: Lang, words: impl IntoIterator<Item: AsRef<str>>) -> String {
    join(lang, words, Some(or(lang)))
}

/// "a, b, c", for a file.
#[must_use]
pub fn several(lang: Lang, words: impl IntoIterator<Item: AsRef<str>>) -> String {
    join(lang, words, None)
}

fn join(
    lang: Lang,
    words: impl IntoIterator<Item: AsRef<str>>,
    last: Option<&'static str>,
) -> String {
    let words: Vec<_> = words.into_iter().collect();
    let count = words.len();
    words
        .iter()
        .enumerate()
        .fold(String::new(), |mut text, (n, word)| {
            let word = word.as_ref();
            match last.filter(|_| n + 1 == count) {
                _ if n == 0 => {}
                Some(last) if lang == Lang::En => {
                    text.push_str(if count > 2 { between(lang) } else { " " });
                    text.push_str(last);
                    text.push(' ');
                }
                Some(last) => {
                    spaced(&mut text, last);
                    spaced(&mut text, word);
                    return text;
                }
                None => text.push_str(between(lang)),
            }
            text.push_str(word);
            text
        })
}

/// Goes on with this, with a space where Chinese and other writing meet.
fn spaced(text: &mut String, next: &str) {
    let (before, after) = (text.chars().next_back(), next.chars().next());
    if let (Some(before), Some(after)) = (before, after)
        && before.is_ascii_alphanumeric() != after.is_ascii_alphanumeric()
    {
        text.push(' ');
    }
    text.push_str(next);
}

messages! {
    and => ["and", "和", "和"];
    or => ["or", "或", "或"];
    between => [", ", "、", "、"];
    set_to(filter, value) => ["{filter}: {value}", "{filter}：{value}", "{filter}：{value}"];
    columns => ["Columns", "欄位", "列"];
    columns_shown => ["Columns shown", "顯示的欄位", "显示的列"];
    columns_hint => [
        "Saved in this browser. The CSV file always includes every column.",
        "保存在此瀏覽器。CSV 檔案一律包含所有欄位。",
        "保存在此浏览器。CSV 文件始终包含所有列。",
    ];
    columns_default => ["Default columns", "預設欄位", "默认列"];
    csv => ["Download as CSV", "下載為 CSV", "下载为 CSV"];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_is_joined_by_a_word() {
        assert_eq!(list(Lang::En, ["a"; 0]), "");
        assert_eq!(list(Lang::En, ["a", "b"]), "a and b");
        assert_eq!(list(Lang::En, ["a", "b", "c"]), "a, b, and c");
        assert_eq!(several(Lang::En, ["a", "b", "c"]), "a, b, c");
        assert_eq!(any_of(Lang::ZhHant, ["a", "b", "c"]), "a、b 或 c");
        assert_eq!(list(Lang::ZhHans, ["管理", "支持"]), "管理和支持");
    }
}
