use serde::Serialize;
use tierline_core::{
    ids::OrganizationId,
    membership::{Location, Profile, follow},
    organization::{Event, Organization},
};

use crate::{
    membership::{follow as letters, store},
    organization::store as organizations,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Stored,
};

/// Records that the location of an organization's MPN ID has become inactive in the registry, or active again. The
/// outcome says whether it had.
#[derive(Debug, Serialize)]
pub(crate) struct FollowRegistry {
    pub organization: OrganizationId,
}

/// The organization, and the location of its MPN ID if the registry has it.
type Place = (Stored<Organization>, Option<(Profile, Location)>);

impl Command for FollowRegistry {
    const NAME: &'static str = "follow_registry";
    type Facts = Place;
    type Decision = Option<Event>;
    type Outcome = bool;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Place> {
        let organization = organizations::lock_for_change(unit.db, self.organization).await?;
        let organization = organization.ok_or(CommandError::NotFound)?;
        let place = match &organization.value.mpn {
            Some(mpn) => store::place(unit.db, mpn).await?,
            None => None,
        };
        Ok((organization, place))
    }

    fn decide(&self, (stored, place): &Place, context: &Context) -> CommandResult<Option<Event>> {
        Ok(follow(&stored.value, place.as_ref(), context.now))
    }

    async fn apply(
        &self,
        (mut stored, _): Place,
        event: Option<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<bool> {
        let Some(event) = event else {
            return Ok(false);
        };
        let letter = letters::location_changed(&stored.value, &event, unit.public_url());
        unit.apply_events(&mut stored, &[event]).await?;
        unit.send(letter);
        Ok(true)
    }
}
