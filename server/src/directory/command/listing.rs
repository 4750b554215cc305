use serde::Serialize;
use tierline_app::form::mark::{Changed, Mark, StoredField};
use tierline_core::{
    access::{self, Action},
    directory::{self, Command as OnListing, Event, Listing, ListingFacts, Profile},
    ids::ListingId,
    organization::Organization,
};

use crate::{
    directory::store,
    mark, organization,
    pipeline::{Command, CommandError, CommandResult, Context, Unit, object::Beginning},
    store::{Hold, Stored},
};

/// What a provider does to its own listing, in the form that a repeated request is recognized by.
#[derive(Clone, Debug, Serialize)]
pub(crate) enum ListingChange {
    Save(Profile),
    Discard,
    Submit,
    Withdraw,
}

impl From<OnListing> for ListingChange {
    fn from(command: OnListing) -> ListingChange {
        match command {
            OnListing::Save { profile } => ListingChange::Save(profile),
            OnListing::Discard => ListingChange::Discard,
            OnListing::Submit => ListingChange::Submit,
            OnListing::Withdraw => ListingChange::Withdraw,
        }
    }
}

impl ListingChange {
    fn command(&self) -> OnListing {
        match self {
            ListingChange::Save(profile) => OnListing::Save {
                profile: profile.clone(),
            },
            ListingChange::Discard => OnListing::Discard,
            ListingChange::Submit => OnListing::Submit,
            ListingChange::Withdraw => OnListing::Withdraw,
        }
    }
}

/// Changes the listing of the own organization.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeListing {
    pub change: ListingChange,
    pub filled_with: Option<Mark>,
}

impl Command for ChangeListing {
    const NAME: &'static str = "change_listing";
    type Facts = (Organization, Option<Stored<Listing>>);
    type Decision = Vec<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ProposeListing]
    }

    /// The provider is locked, so that of two first drafts one begins the listing and the other changes it.
    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let own = unit.context.actor()?.organization;
        let now = unit.now();
        let provider = organization::store::record_for_change(unit.db, own, now).await?;
        let provider = provider.ok_or(CommandError::NotFound)?.at(now);
        let listing = store::of_provider(unit.db, own, Hold::Locked).await?;
        // Our form names only what was uploaded for this provider.
        if let ListingChange::Save(profile) = &self.change
            && let Some(logo) = profile.logo
            && !store::logo::is_of(unit.db, own, logo).await?
        {
            return Err(CommandError::NotFound);
        }
        Ok((provider, listing))
    }

    fn decide(
        &self,
        (provider, listing): &Self::Facts,
        context: &Context,
    ) -> CommandResult<Vec<Event>> {
        let (actor, now) = (context.actor()?, context.now);
        let events = match (listing, &self.change) {
            (Some(listing), change) => {
                let facts = ListingFacts {
                    provider,
                    listing: &listing.value,
                };
                directory::decide(facts, &change.command(), &actor, now)?
            }
            (None, ListingChange::Save(profile)) => {
                vec![directory::begin(provider, profile, &actor, now)?]
            }
            (None, ListingChange::Submit | ListingChange::Discard) => {
                access::authorize_role(provider, &actor, Action::ProposeListing)?;
                return Err(tierline_core::Refusal::from(directory::Refusal::NoDraft).into());
            }
            (None, ListingChange::Withdraw) => {
                access::authorize_role(provider, &actor, Action::ProposeListing)?;
                return Err(tierline_core::Refusal::from(directory::Refusal::NoProposal).into());
            }
        };
        let changed = self.changed(listing.as_ref().map(|it| &it.value))?;
        mark::unless_changed(changed, events)
    }

    async fn apply(
        &self,
        (_, listing): Self::Facts,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        match listing {
            Some(mut listing) => unit.apply_events(&mut listing, &events).await,
            None => {
                let id: ListingId = unit.new_id();
                let beginning = Beginning {
                    id,
                    events,
                    beside: (),
                };
                unit.create::<Listing>(beginning).await.map(drop)
            }
        }
    }
}

impl ChangeListing {
    /// The stored draft, if somebody else has saved another one since the form was filled, or since it was read.
    fn changed(&self, listing: Option<&Listing>) -> CommandResult<Option<Changed>> {
        let new = match &self.change {
            ListingChange::Save(profile) => Some(profile.clone()),
            // No draft is left of it.
            ListingChange::Submit | ListingChange::Discard => None,
            ListingChange::Withdraw => return Ok(None),
        };
        let drafted = drafted(listing);
        let name = |profile: &Option<Profile>| {
            let name = profile.as_ref().map(|it| it.name.to_string());
            vec![StoredField::new(
                "profile",
                name.unwrap_or_default().as_str(),
            )]
        };
        Ok(mark::changed(
            &drafted,
            &new,
            self.filled_with.as_ref(),
            name,
        )?)
    }
}

/// What the form is filled with, as far as others may change it.
pub(crate) fn drafted(listing: Option<&Listing>) -> Option<Profile> {
    let draft = listing.and_then(|listing| listing.draft.as_ref());
    draft.map(|draft| draft.profile.clone())
}
