//! Marks of a form's original values, so that no user unknowingly saves over another's change.

use serde::Serialize;
use sha2::{Digest as _, Sha256};
use tierline_app::form::mark::{Changed, Mark, StoredField};

use crate::pipeline::{CommandError, CommandResult};

/// The mark of these values: the same for equal values, in every process.
pub(crate) fn of(values: &impl Serialize) -> Result<Mark, serde_json::Error> {
    let hash = Sha256::digest(serde_json::to_vec(values)?);
    // Half of the hash is enough to tell any two forms apart.
    let half = hash.iter().take(16).map(|byte| format!("{byte:02x}"));
    Ok(Mark::new(half.collect::<String>()))
}

/// The stored values, if they have changed since the form was filled: saving would overwrite them unseen. Saving values
/// that are stored already is always fine, as when a form is posted twice.
pub(crate) fn changed<T: Serialize + PartialEq>(
    stored: &T,
    new: &T,
    filled_with: Option<&Mark>,
    fields: impl Fn(&T) -> Vec<StoredField>,
) -> Result<Option<Changed>, serde_json::Error> {
    let mark = of(stored)?;
    if stored == new || filled_with.is_none_or(|filled_with| *filled_with == mark) {
        return Ok(None);
    }
    let typed = fields(new);
    let differing = fields(stored)
        .into_iter()
        .filter(|field| !typed.contains(field))
        .collect();
    Ok(Some(Changed {
        mark,
        fields: differing,
    }))
}

/// What was decided, unless somebody else has changed what is stored. To be asked after the decision, so that whoever
/// may not do it is told so first.
pub(crate) fn unless_changed<T>(changed: Option<Changed>, decided: T) -> CommandResult<T> {
    match changed {
        Some(changed) => Err(CommandError::Changed(Box::new(changed))),
        None => Ok(decided),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(value: &(String, String)) -> Vec<StoredField> {
        vec![
            StoredField::new("subject", value.0.as_str()),
            StoredField::new("text", value.1.as_str()),
        ]
    }

    fn pair(subject: &str, text: &str) -> (String, String) {
        (subject.to_owned(), text.to_owned())
    }

    #[test]
    fn only_another_change_since_stops_and_says_which_fields_differ() {
        let (filled, theirs, mine) = (pair("a", "b"), pair("a", "c"), pair("x", "b"));
        let mark = of(&filled).unwrap();
        let unchanged = |stored, filled_with| {
            let changed = changed(stored, &mine, filled_with, fields).unwrap();
            changed.is_none()
        };
        assert!(unchanged(&filled, Some(&mark)));
        assert!(unchanged(&mine, Some(&mark)));
        assert!(unchanged(&theirs, None));
        let told = changed(&theirs, &mine, Some(&mark), fields)
            .unwrap()
            .unwrap();
        assert_eq!(told.fields, fields(&theirs));
        assert!(unchanged(&theirs, Some(&told.mark)));
    }
}
