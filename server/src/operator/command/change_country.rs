use serde::Serialize;
use tierline_core::{
    access::Action,
    directory::{Event, Listing, unlist},
    enrollment::{CountryFacts, Dealings, Decided, change_country},
    ids::OrganizationId,
    market::Country,
    organization::{Organization, StandingFacts},
    text::Reason,
};

use super::suspend::partner;
use crate::{
    directory::store as directory,
    enrollment::{Applicant, command::happen, store as enrollments},
    membership::store as registry,
    operator::{follow, store},
    pipeline::{Command, CommandResult, Context, Unit},
    store::{Hold, Stored},
};

/// Changes the country of an organization's legal profile.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeCountry {
    pub organization: OrganizationId,
    pub country: Country,
    pub reason: Reason,
}

/// The facts for another country.
#[derive(Debug)]
pub(crate) struct Facts {
    operator: Organization,
    applicant: Applicant,
    listing: Option<Stored<Listing>>,
    location: Option<Country>,
    partners: Vec<Dealings>,
    customers: Vec<Dealings>,
}

impl Command for ChangeCountry {
    const NAME: &'static str = "change_country";
    type Facts = Facts;
    type Decision = (Decided, Option<Event>);
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageOrganizations]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        // Nobody gains a partner or a customer without this organization's row.
        let (operator, recorded) = partner(unit, self.organization).await?;
        let organization = recorded.stored;
        let enrollment =
            enrollments::of_organization(unit.db, self.organization, Hold::Locked).await?;
        let place = match &organization.value.mpn {
            Some(mpn) => registry::place(unit.db, mpn).await?,
            None => None,
        };
        let now = unit.now();
        Ok(Facts {
            operator,
            location: place.map(|(_, location)| location.country),
            partners: store::partners(unit.db, self.organization, now).await?,
            customers: store::customers(unit.db, self.organization).await?,
            listing: directory::of_provider(unit.db, self.organization, Hold::Locked).await?,
            applicant: Applicant {
                organization,
                enrollment,
            },
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Self::Decision> {
        let known = CountryFacts {
            standing: StandingFacts {
                operator: &facts.operator,
                organization: &facts.applicant.organization.value,
            },
            enrollment: facts.applicant.enrollment.as_ref().map(|it| &it.value),
            location: facts.location,
            partners: &facts.partners,
            customers: &facts.customers,
        };
        let (actor, now) = (context.actor()?, context.now);
        let decided = change_country(known, self.country, &self.reason, &actor, now)?;
        let listing = facts.listing.as_ref().map(|it| &it.value);
        let unlisted = listing.and_then(|it| unlist(it, self.country, &self.reason, &actor, now));
        Ok((decided, unlisted))
    }

    async fn apply(
        &self,
        mut facts: Facts,
        (decided, unlisted): Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        if decided == Decided::default() {
            return Ok(());
        }
        let applicant = &mut facts.applicant;
        let before = applicant.organization.value.country;
        let again = !decided.enrollment.is_empty();
        if applicant.enrollment.is_some() {
            happen(unit, applicant, decided).await?;
        } else {
            unit.apply_events(&mut applicant.organization, &decided.organization)
                .await?;
        }
        let is_unlisted = unlisted.is_some();
        if let (Some(listing), Some(event)) = (&mut facts.listing, unlisted) {
            unit.apply_events(listing, &[event]).await?;
        }
        let organization = &applicant.organization.value;
        let letter = follow::country_changed(
            organization,
            (before, again, is_unlisted),
            &self.reason,
            unit.public_url(),
        );
        unit.send([letter]);
        Ok(())
    }
}
