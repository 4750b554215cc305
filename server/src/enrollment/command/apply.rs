use serde::Serialize;
use tierline_app::form::mark::{Changed, Mark};
use tierline_core::{
    access::Action,
    enrollment::{
        ApplicantFacts, Command as Applying, Decided, MOST_DOCUMENTS, MailDomain, decide,
    },
};

use super::happen;
use crate::{
    enrollment::{facts::Applicant, query::fields},
    mark,
    pipeline::{Command, CommandResult, Context, Unit},
    store::Hold,
};

/// A command of the applicant: an entry, **Enroll now**, an appeal.
#[derive(Debug, Serialize)]
pub(crate) struct Enroll {
    pub command: Applying,
    pub filled_with: Option<Mark>,
}

impl Command for Enroll {
    const NAME: &'static str = "enroll";
    type Facts = Applicant;
    type Decision = Decided;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::Enroll]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Applicant> {
        let own = unit.context.actor()?.organization;
        Applicant::load(unit.db, own, Hold::Locked).await
    }

    fn decide(&self, applicant: &Applicant, context: &Context) -> CommandResult<Decided> {
        let contact_mail = match &self.command {
            Applying::EnterContact(contact) => MailDomain::of(&contact.email),
            _ => MailDomain::Own,
        };
        let facts = ApplicantFacts {
            enrollment: applicant.enrollment()?,
            organization: &applicant.organization.value,
            contact_mail,
            // None of these commands adds any.
            most_documents: MOST_DOCUMENTS,
        };
        let decided = decide(facts, &self.command, &context.actor()?, context.now)?;
        // Whoever may not do it is told so first.
        mark::unless_changed(self.changed(applicant)?, decided)
    }

    async fn apply(
        &self,
        mut applicant: Applicant,
        decided: Decided,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        happen(unit, &mut applicant, decided).await
    }
}

impl Enroll {
    /// The stored entries of the step, if somebody else has changed them since the form was filled.
    fn changed(&self, applicant: &Applicant) -> CommandResult<Option<Changed>> {
        let (draft, mark) = (&applicant.enrollment()?.draft, self.filled_with.as_ref());
        Ok(match &self.command {
            Applying::EnterProfile(new) => {
                let new = Some(new.clone());
                mark::changed(&draft.profile, &new, mark, |it| {
                    fields::profile(it.as_ref())
                })?
            }
            Applying::EnterContact(new) => {
                let new = Some(new.clone());
                mark::changed(&draft.contact, &new, mark, |it| {
                    fields::contact(it.as_ref())
                })?
            }
            Applying::EnterSupport(new) => {
                let new = Some(new.clone());
                mark::changed(&draft.support, &new, mark, |it| {
                    fields::support(it.as_ref())
                })?
            }
            _ => None,
        })
    }
}
