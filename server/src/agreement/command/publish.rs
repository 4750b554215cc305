use serde::Serialize;
use tierline_core::{
    Timestamp,
    access::Action,
    agreement::{self, Agreement, AgreementKind, Event, NewAgreement, PublishFacts},
    ids::AgreementId,
    market::Language,
    organization::Organization,
    text::AgreementVersion,
};

use crate::{
    agreement::store::{self, Words},
    organization::store as organizations,
    pipeline::{Command, CommandResult, Context, Unit, object::Beginning},
};

/// Publishes a version of an agreement.
#[derive(Debug, Serialize)]
pub(crate) struct PublishAgreement {
    pub kind: AgreementKind,
    pub version: AgreementVersion,
    /// The words in each language, in the form that is kept: see [`clean`].
    pub texts: Vec<(Language, String)>,
    /// From when on it applies; at once, if none is said.
    pub effective: Option<Timestamp>,
    pub must_be_signed_by: Option<Timestamp>,
}

/// A text in the form that is kept: lines end in one way, and nothing empty is before it or after it.
pub(crate) fn clean(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines = lines.trim_start_matches('\u{feff}');
    lines.trim_matches('\n').trim_end().to_owned()
}

#[derive(Debug)]
pub(crate) struct Facts {
    operator: Organization,
    version_taken: bool,
    id: AgreementId,
}

impl PublishAgreement {
    fn words(&self) -> Vec<Words> {
        let texts = self.texts.iter();
        let words = texts.map(|(language, words)| Words {
            language: *language,
            words: words.clone(),
        });
        words.collect()
    }
}

impl Command for PublishAgreement {
    const NAME: &'static str = "publish_agreement";
    type Facts = Facts;
    type Decision = Event;
    type Outcome = AgreementId;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageAgreements]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        store::lock_for_publishing(unit.db).await?;
        let known = organizations::lock(unit.db, [own], None, unit.context.now).await?;
        Ok(Facts {
            operator: known.get(own)?.clone(),
            version_taken: store::is_taken(unit.db, self.kind, &self.version).await?,
            id: unit.new_id(),
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Event> {
        let known = PublishFacts {
            operator: &facts.operator,
            version_taken: facts.version_taken,
        };
        let new = NewAgreement {
            kind: self.kind,
            version: self.version.clone(),
            texts: self.words().iter().map(Words::text).collect(),
            effective: self.effective.unwrap_or(context.now),
            must_be_signed_by: self.must_be_signed_by,
        };
        Ok(agreement::publish(
            known,
            &new,
            &context.actor()?,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        facts: Facts,
        event: Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<AgreementId> {
        let beginning = Beginning::of(facts.id, event, self.words());
        unit.create::<Agreement>(beginning).await?;
        store::mailing::begin(unit.db, facts.id).await?;
        Ok(facts.id)
    }
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn lines_of_every_system_are_kept_as_one_form() {
        assert_eq!(clean("\u{feff}# A\r\n\r\nb\rc \n\n"), "# A\n\nb\nc");
    }
}
