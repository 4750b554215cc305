//! Changes of the program settings, for tests.

use tierline_core::program::{Command, Setting, Values};

/// The group as it usually is, but for these.
pub(crate) fn set(values: &[(Setting, u32)]) -> Command {
    let group = values[0].0.group();
    let texts: Vec<(Setting, String)> = group
        .settings()
        .map(|setting| {
            let said = values.iter().find(|(it, _)| *it == setting);
            let value = said.map_or_else(|| setting.usual(), |(_, value)| *value);
            (setting, value.to_string())
        })
        .collect();
    let typed = |setting| {
        let text = texts.iter().find(|(it, _)| *it == setting);
        text.map_or("", |(_, text)| text.as_str())
    };
    Command::Set(Values::parse(group, typed).unwrap())
}
