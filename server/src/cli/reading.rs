use std::{fmt::Display, str::FromStr};

use tierline_app::i18n::Lang;

use super::Problems;

/// Reads what was said one value after the other, and collects what is wrong.
#[derive(Default)]
pub(crate) struct Reading(Vec<String>);

impl Reading {
    /// The value that was read, if it is complete and there were no problems.
    pub(crate) fn done<T>(self, read: Option<T>) -> Result<T, Problems> {
        match read {
            Some(read) if self.0.is_empty() => Ok(read),
            _ => Err(Problems::new(self.0)),
        }
    }

    pub(crate) fn required<T: FromStr<Err: Display>>(
        &mut self,
        flag: &str,
        said: &Option<String>,
        example: &str,
    ) -> Option<T> {
        if said.is_none() {
            self.missing(flag, example);
        }
        self.optional(flag, said)
    }

    pub(crate) fn optional<T: FromStr<Err: Display>>(
        &mut self,
        flag: &str,
        said: &Option<String>,
    ) -> Option<T> {
        let text = said.as_deref()?;
        text.parse()
            .map_err(|error| self.0.push(format!("{flag}: {error}, but got `{text}`")))
            .ok()
    }

    /// Each of several values.
    pub(crate) fn each<T, E: Display>(
        &mut self,
        flag: &str,
        said: &[String],
        read: impl Fn(&str) -> Result<T, E>,
    ) -> Vec<T> {
        let mut all = Vec::new();
        for text in said {
            match read(text) {
                Ok(value) => all.push(value),
                Err(error) => self.0.push(format!("{flag}: {error}, but got `{text}`")),
            }
        }
        all
    }

    /// At least one of the names that there are, with hyphens or underscores.
    pub(crate) fn names<T: Copy>(
        &mut self,
        (flag, example): (&str, &str),
        said: &[String],
        there_are: &[T],
        code: impl Fn(T) -> &'static str,
    ) -> Vec<T> {
        if said.is_empty() {
            self.missing(flag, example);
        }
        let mut found = Vec::new();
        for text in said {
            let wanted = text.trim().replace('-', "_");
            match there_are.iter().find(|it| code(**it) == wanted) {
                Some(it) => found.push(*it),
                None => {
                    let names: Vec<String> = there_are
                        .iter()
                        .map(|it| code(*it).replace('_', "-"))
                        .collect();
                    let names = names.join(", ");
                    self.0
                        .push(format!("{flag}: expected one of {names}, but got `{text}`"));
                }
            }
        }
        found
    }

    pub(crate) fn language(&mut self, tag: &str) -> Lang {
        Lang::from_tag(tag).unwrap_or_else(|| {
            self.0.push(format!(
                "--language: expected one of en, zh-Hant, zh-Hans, but got `{tag}`"
            ));
            Lang::default()
        })
    }

    pub(crate) fn missing(&mut self, flag: &str, example: &str) {
        self.0
            .push(format!("{flag} is missing; for example: {flag} {example}"));
    }
}
