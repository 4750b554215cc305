use serde::Serialize;
use tierline_core::{
    access::{self, Action},
    digest::Sha256,
    ids::OrganizationId,
    organization::Organization,
};

use crate::{
    directory::{logo::Logo, store},
    organization::store as organizations,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
};

/// Keeps a logo that was drawn for the own organization, so that a draft can name it. Nothing shows it before that.
#[derive(Debug, Serialize)]
pub(crate) struct AddLogo {
    /// The logo; none as long as it is only asked whether one may be added.
    #[serde(serialize_with = "digest")]
    pub logo: Option<Logo>,
}

fn digest<S: serde::Serializer>(logo: &Option<Logo>, to: S) -> Result<S::Ok, S::Error> {
    logo.as_ref().map(|logo| logo.digest).serialize(to)
}

impl Command for AddLogo {
    const NAME: &'static str = "add_logo";
    /// The provider, and the logos that its listing has.
    type Facts = (Organization, Vec<Sha256>);
    type Decision = OrganizationId;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ProposeListing]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let (own, now) = (unit.context.actor()?.organization, unit.now());
        let provider = organizations::record_for_change(unit.db, own, now).await?;
        let provider = provider.ok_or(CommandError::NotFound)?.at(now);
        let listing = store::of_provider(unit.db, own, Hold::Locked).await?;
        let needed = listing.as_ref().map(|it| it.value.logos());
        Ok((provider, needed.unwrap_or_default()))
    }

    fn decide(
        &self,
        (provider, _): &Self::Facts,
        context: &Context,
    ) -> CommandResult<OrganizationId> {
        access::authorize_own(provider, &context.actor()?, Action::ProposeListing)?;
        Ok(provider.id)
    }

    async fn apply(
        &self,
        (_, needed): Self::Facts,
        provider: OrganizationId,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let Some(logo) = &self.logo else {
            return Err(CommandError::Inconsistent("a logo without a picture"));
        };
        Ok(store::logo::add(unit.db, provider, logo, &needed).await?)
    }
}
