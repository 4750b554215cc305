use serde::Serialize;
use tierline_app::{
    error::{FieldError, FieldProblem},
    form::mark::{Changed, Mark, StoredField},
};
use tierline_core::{
    access::Action,
    ids::OrganizationId,
    organization::{self, Completion, Event, Operating, Organization, Problem},
    text::{AgreementVersion, MpnId, Reason},
};

use super::suspend::partner;
use crate::{
    mark,
    operator::follow,
    organization::store::{self, Recorded},
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
};

/// Enters the MPN ID and the signed agreement of a partner.
#[derive(Debug, Serialize)]
pub(crate) struct CompletePartner {
    pub organization: OrganizationId,
    pub mpn: Option<MpnId>,
    pub agreement: Option<AgreementVersion>,
    pub reason: Reason,
    pub filled_with: Option<Mark>,
}

/// What a form is filled with: the MPN ID, and the version of the signed agreement.
pub(crate) type Entry = (Option<String>, Option<String>);

/// What is stored of it.
pub(crate) fn entry(organization: &Organization) -> Entry {
    let agreement = organization.agreement.as_ref();
    (
        organization.mpn.as_ref().map(ToString::to_string),
        agreement.map(|signed| signed.version.clone()),
    )
}

pub(crate) struct Facts {
    operator: Organization,
    partner: Recorded,
    mpn_taken: bool,
}

impl Command for CompletePartner {
    const NAME: &'static str = "complete_partner";
    type Facts = Facts;
    type Decision = Option<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageOrganizations]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let (operator, partner) = partner(unit, self.organization).await?;
        let own = partner.stored.value.mpn.as_ref();
        let mpn_taken = match &self.mpn {
            Some(mpn) if own != Some(mpn) => store::is_mpn_taken(unit.db, mpn).await?,
            _ => false,
        };
        Ok(Facts {
            operator,
            partner,
            mpn_taken,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Option<Event>> {
        let actor = context.actor()?;
        let by = Operating {
            operator: &facts.operator,
            actor: &actor,
        };
        let before = &facts.partner.stored.value;
        let stored = entry(before);
        // What is stored already is not entered again: a signature keeps its day.
        let agreement = self.agreement.clone();
        let new = Completion {
            tenant: before.domain.clone(),
            mpn: self
                .mpn
                .clone()
                .filter(|mpn| before.mpn.as_ref() != Some(mpn)),
            agreement: agreement.filter(|it| stored.1.as_deref() != Some(it.as_str())),
            reason: Some(self.reason.clone()),
        };
        let taken = facts.mpn_taken;
        let (_, event) = organization::complete(Some(by), Some(before), taken, &new, context.now)
            .map_err(stop)?;
        if let Some(changed) = self.changed(stored)? {
            return Err(CommandError::Changed(Box::new(changed)));
        }
        Ok((new.mpn.is_some() || new.agreement.is_some()).then_some(event))
    }

    async fn apply(
        &self,
        mut facts: Facts,
        event: Option<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let Some(event) = event else { return Ok(()) };
        let events = [event];
        unit.apply_events(&mut facts.partner.stored, &events)
            .await?;
        let organization = &facts.partner.stored.value;
        let letter = follow::completed(organization, &events, &self.reason, unit.public_url());
        unit.send(letter);
        Ok(())
    }
}

impl CompletePartner {
    /// What is stored, if somebody else has changed it since the form was filled.
    fn changed(&self, stored: Entry) -> CommandResult<Option<Changed>> {
        let mark = self.filled_with.as_ref();
        let new = (
            self.mpn.as_ref().map(ToString::to_string),
            self.agreement.as_ref().map(ToString::to_string),
        );
        Ok(mark::changed(&stored, &new, mark, |(mpn, agreement)| {
            vec![
                StoredField::new("mpn", mpn.as_deref().unwrap_or_default()),
                StoredField::new("agreement", agreement.as_deref().unwrap_or_default()),
            ]
        })?)
    }
}

/// What is wrong with the entry, at its fields.
fn stop(problems: Vec<Problem>) -> CommandError {
    let mut fields = Vec::new();
    for problem in problems {
        fields.push(match problem {
            Problem::NotAllowed { refusal } => return CommandError::Refused(refusal),
            Problem::MpnTaken { .. } => FieldError::new("mpn", FieldProblem::MpnTaken),
            Problem::MpnOfNoPartner | Problem::AgreementOfNoPartner => {
                return CommandError::NotFound;
            }
            _ => return CommandError::Inconsistent("a partner that cannot be completed"),
        });
    }
    CommandError::Invalid(fields)
}
