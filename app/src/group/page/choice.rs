//! Groups as boxes to tick, and as names.

use leptos::prelude::*;

use crate::{group::model::GroupChoice, i18n::Lang, list::words::several, ui::Checkbox};

/// A box for each group.
pub(super) fn boxes(groups: Vec<GroupChoice>) -> AnyView {
    let boxes = groups.into_iter().map(|group| {
        view! {
            <Checkbox
                name="groups[]"
                label=group.name
                value=group.id.to_string()
                checked=group.is_held
            />
        }
    });
    boxes.collect_view().into_any()
}

/// The names of the chosen groups on one line.
pub(super) fn held(lang: Lang, groups: &[GroupChoice]) -> String {
    let held = groups.iter().filter(|group| group.is_held);
    several(lang, held.map(|group| group.name.as_str()))
}
