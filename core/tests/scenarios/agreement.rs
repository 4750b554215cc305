//! Agreements: published, and signed.

use tierline_core::{
    Refusal,
    agreement::{self, Command, NewAgreement, PublishFacts, SignFacts, Signing, Text},
    digest::Sha256,
    event::Event,
    ids::AgreementId,
    market::Language,
};

use crate::{data::What, entered::due, world::World};

/// The text of every version, and one of none.
const TEXT: Sha256 = Sha256::from_bytes([1; 32]);
const OTHER_TEXT: Sha256 = Sha256::from_bytes([2; 32]);

pub(crate) fn decide(
    world: &mut World,
    user: Option<&str>,
    what: &What,
) -> Result<Vec<Event>, Refusal> {
    let now = world.now;
    let (organization, actor) = world.actor(user);
    match what {
        What::Publish(new) => {
            let facts = PublishFacts {
                operator: organization,
                version_taken: world.published(new.agreement, &new.version).is_some(),
            };
            let texts = new.languages.iter().map(|language| Text {
                language: *language,
                digest: TEXT,
            });
            let new = NewAgreement {
                kind: new.agreement,
                version: new.version.clone(),
                texts: texts.collect(),
                effective: new.effective(now),
                must_be_signed_by: new.due(now),
            };
            let event = agreement::publish(facts, &new, &actor, now)?;
            let id: AgreementId = world.id();
            Ok(vec![Event::Agreement { id, event }])
        }
        What::MoveDeadline {
            agreement: kind,
            version,
            due_in,
        } => {
            let published = world.published(*kind, version).unwrap();
            let id = published.id;
            let command = Command::MoveDeadline {
                must_be_signed_by: due(*due_in, now),
            };
            let events = agreement::decide(published, organization, command, &actor, now)?;
            let events = events.into_iter();
            Ok(events.map(|event| Event::Agreement { id, event }).collect())
        }
        What::Sign {
            agreement: kind,
            version,
            other_text,
        } => {
            let agreements: Vec<_> = world.agreements().cloned().collect();
            let enrollment = world.enrollment(organization.id);
            let facts = SignFacts {
                organization,
                enrollment,
                reseller_agreement: world.signature(organization.id),
                agreements: &agreements,
            };
            let signing = Signing {
                kind: *kind,
                version: version.clone(),
                language: Language::English,
                text: if *other_text { OTHER_TEXT } else { TEXT },
                address: [192, 0, 2, 1].into(),
            };
            let signed = agreement::sign(facts, &signing, &actor, now)?;
            let id = organization.id;
            let own = signed.organization.into_iter();
            let own = own.map(|event| Event::Organization { id, event });
            let completed = signed.enrollment.into_iter().zip(enrollment);
            let completed = completed.map(|(event, it)| Event::Enrollment { id: it.id, event });
            Ok(own.chain(completed).collect())
        }
        other => unreachable!("{other:?} is not about agreements"),
    }
}
