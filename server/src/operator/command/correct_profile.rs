use serde::Serialize;
use tierline_app::form::mark::{Mark, StoredField};
use tierline_core::{
    access::Action,
    enrollment::Path,
    ids::OrganizationId,
    organization::{Event, Organization, Profile, ProfileFacts, correct_profile},
    text::Reason,
};

use super::suspend::partner;
use crate::{
    enrollment::store as enrollments,
    mark,
    operator::follow,
    organization::store::{self, Recorded},
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
};

/// Corrects the legal profile of a partner that keeps none itself.
#[derive(Debug, Serialize)]
pub(crate) struct CorrectProfile {
    pub organization: OrganizationId,
    pub new: Profile,
    pub reason: Reason,
    pub filled_with: Mark,
}

/// What is on record of an organization's legal profile.
#[derive(Debug)]
pub(in crate::operator) struct OnRecord {
    pub profile: Profile,
    pub enters_it: bool,
}

/// Of this organization, for the change and for its page.
pub(in crate::operator) async fn on_record(
    db: &mut sqlx::PgConnection,
    organization: &Organization,
    hold: Hold,
) -> Result<OnRecord, sqlx::Error> {
    let enrollment = enrollments::of_organization(db, organization.id, hold).await?;
    Ok(OnRecord {
        profile: Profile {
            name: organization.name.clone(),
            address: store::legal_address(db, organization.id).await?,
        },
        enters_it: enrollment.is_some_and(|it| matches!(it.value.path, Path::New)),
    })
}

/// The facts for the correction.
#[derive(Debug)]
pub(crate) struct Facts {
    operator: Organization,
    recorded: Recorded,
    stored: OnRecord,
}

fn fields(profile: &Profile) -> Vec<StoredField> {
    let lines: Vec<&str> = profile.address.iter().map(|line| line.as_str()).collect();
    vec![
        StoredField::new("name", profile.name.as_str()),
        StoredField::new("address", lines.join("\n")),
    ]
}

impl Command for CorrectProfile {
    const NAME: &'static str = "correct_profile";
    type Facts = Facts;
    type Decision = Option<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageOrganizations]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let (operator, recorded) = partner(unit, self.organization).await?;
        let stored = on_record(unit.db, &recorded.stored.value, Hold::Locked).await?;
        Ok(Facts {
            operator,
            recorded,
            stored,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Option<Event>> {
        let stored = &facts.stored.profile;
        let known = ProfileFacts {
            operator: &facts.operator,
            organization: &facts.recorded.stored.value,
            stored,
            enters_it: facts.stored.enters_it,
        };
        let actor = context.actor()?;
        let event = correct_profile(known, &self.new, &self.reason, &actor, context.now)?;
        match mark::changed(stored, &self.new, Some(&self.filled_with), fields)? {
            Some(changed) => Err(CommandError::Changed(Box::new(changed))),
            None => Ok(event),
        }
    }

    async fn apply(
        &self,
        mut facts: Facts,
        event: Option<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let Some(event) = event else { return Ok(()) };
        unit.apply_events(&mut facts.recorded.stored, &[event])
            .await?;
        store::set_address(unit.db, self.organization, &self.new.address).await?;
        let organization = &facts.recorded.stored.value;
        let profiles = (&facts.stored.profile, &self.new);
        let letter =
            follow::profile_corrected(organization, profiles, &self.reason, unit.public_url());
        unit.send([letter]);
        Ok(())
    }
}
