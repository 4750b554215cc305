//! The file of a mail: its template in each language, below a line with the language's tag.
//!
//! ```text
//! [en]
//! {% block subject %}Hello{% endblock %}
//!
//! [zh-Hant]
//! …
//! ```

use minijinja::{Error, ErrorKind};
use tierline_app::i18n::Lang;

/// The template in every language.
///
/// # Errors
/// A section that is missing, unknown or doubled, and text before the first.
pub(super) fn in_each_language(kind: &str, file: &str) -> Result<Vec<(Lang, String)>, Error> {
    let wrong = |what: String| Error::new(ErrorKind::SyntaxError, format!("mail `{kind}`: {what}"));
    let mut sections: Vec<(Lang, String)> = Vec::new();
    for line in file.lines() {
        let tag = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'));
        if let Some(tag) = tag {
            let language = Lang::from_tag(tag)
                .ok_or_else(|| wrong(format!("no language has the tag `{tag}`")))?;
            if sections.iter().any(|(known, _)| *known == language) {
                return Err(wrong(format!("`[{tag}]` stands there twice")));
            }
            sections.push((language, String::new()));
        } else if let Some((_, text)) = sections.last_mut() {
            text.push_str(line);
            text.push('\n');
        } else if !line.is_empty() {
            return Err(wrong(format!("`{line}` is in no language")));
        }
    }
    match Lang::ALL
        .iter()
        .find(|language| sections.iter().all(|(known, _)| known != *language))
    {
        Some(missing) => Err(wrong(format!("`[{}]` is missing", missing.tag()))),
        None => Ok(sections),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(file: &str) -> Result<Vec<(Lang, String)>, String> {
        in_each_language("hello", file)
            .map_err(|error| error.detail().unwrap_or_default().to_owned())
    }

    #[test]
    fn each_language_has_the_lines_below_its_tag() {
        let sections = split("[en]\nHello\n\n[1]: no tag\n\n[zh-Hant]\n您好\n[zh-Hans]\n你好\n");
        let text = |language, text: &str| (language, text.to_owned());
        assert_eq!(
            sections,
            Ok(vec![
                text(Lang::En, "Hello\n\n[1]: no tag\n\n"),
                text(Lang::ZhHant, "您好\n"),
                text(Lang::ZhHans, "你好\n"),
            ])
        );
    }

    #[test]
    fn a_missing_unknown_or_doubled_language_is_an_error() {
        for (file, wrong) in [
            ("[en]\na\n[zh-Hant]\nb\n", "`[zh-Hans]` is missing"),
            (
                "[en]\na\n[zh-Hant]\nb\n[zh-Hans]\nc\n[de]\nd\n",
                "no language has the tag `de`",
            ),
            (
                "[en]\na\n[zh-Hant]\nb\n[zh-Hans]\nc\n[en]\nd\n",
                "`[en]` stands there twice",
            ),
            (
                "a\n[en]\na\n[zh-Hant]\nb\n[zh-Hans]\nc\n",
                "`a` is in no language",
            ),
            ("", "`[en]` is missing"),
        ] {
            assert_eq!(split(file), Err(format!("mail `hello`: {wrong}")), "{file}");
        }
    }
}
