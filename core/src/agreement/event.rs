//! Events of agreements.

use serde::{Deserialize, Serialize};

use super::{Agreement, AgreementKind, Text};
use crate::{
    Evolve, Timestamp,
    ids::{AgreementId, OrganizationId, UserId},
    read::Read,
    text::AgreementVersion,
};

/// Events of a version of an agreement. Signatures are events of the organizations that sign
/// ([`crate::organization::Event::AgreementSigned`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// It was published.
    Published {
        /// The operator.
        operator: OrganizationId,
        /// The agreement.
        kind: AgreementKind,
        /// The version.
        version: AgreementVersion,
        /// Its text, in each of its languages.
        texts: Vec<Text>,
        /// From when on it applies.
        effective: Timestamp,
        /// From when on it must be signed.
        must_be_signed_by: Option<Timestamp>,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// The day by which it must be signed was moved.
    DeadlineMoved {
        /// From when on it must be signed.
        must_be_signed_by: Option<Timestamp>,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
}

impl Event {
    /// The organizations that it names, each as often as it does so.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        match self {
            Event::Published { operator, .. } => vec![*operator],
            Event::DeadlineMoved { .. } => Vec::new(),
        }
    }
}

/// A text never changes after it was published: the next one is another version.
///
/// ```
/// use tierline_core::{Evolve, agreement::{Agreement, Event}, testing::*};
/// let moved = Event::DeadlineMoved { must_be_signed_by: Some(day(90)), at: day(1), by: id(7) };
/// assert_eq!(Agreement::evolve(id(60), None, &moved), None);
/// let before = agreement(1, "2026-01", day(0), Some(day(60)));
/// let after = Agreement::evolve(before.id, Some(before), &moved).unwrap();
/// assert_eq!(after.must_be_signed_by, Some(day(90)));
/// ```
impl Evolve for Agreement {
    type Id = AgreementId;
    type Event = Event;

    fn begin(id: AgreementId, event: &Event) -> Option<Agreement> {
        let Event::Published {
            operator,
            kind,
            version,
            texts,
            effective,
            must_be_signed_by,
            at,
            by,
        } = event
        else {
            return None;
        };
        Some(Agreement {
            id,
            operator: *operator,
            kind: *kind,
            version: version.clone(),
            texts: texts.clone(),
            effective: *effective,
            must_be_signed_by: *must_be_signed_by,
            at: *at,
            by: *by,
        })
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Published { .. } => {}
            Event::DeadlineMoved {
                must_be_signed_by, ..
            } => self.must_be_signed_by = *must_be_signed_by,
        }
    }
}
