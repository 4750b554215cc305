//! Who would lose a license by a change.

use tierline_app::{portal::PortalResult, subscription::model::LosingChoice};
use tierline_core::{
    actor::Actor,
    license::{self, Losing, TooMany, Why},
    subscription::{Command, decide},
};

use crate::{
    license::{
        query::choice,
        store::{Holding, held_of},
    },
    organization::query::failed,
    pipeline::{CommandError, Read},
    store::Hold,
    subscription::known::Known,
};

/// The most names of those who got their licenses last.
const NAMED: usize = 20;

/// Those who would.
#[derive(Debug, Default)]
pub(super) struct Lost {
    /// As the form keeps them.
    pub told: String,
    /// Among whom the reader chooses; none if nobody loses one, or if the reader has no hand in who uses what.
    pub choice: Option<LosingChoice>,
}

/// Those who would lose a license at once by this command, by the rule that takes it from them; `search` finds others
/// among whom the reader chooses.
pub(super) async fn losing(
    read: &mut Read,
    (known, actor): (&Known, &Actor),
    command: Command,
    too_many: TooMany,
    search: String,
) -> PortalResult<Lost> {
    let now = read.now();
    let decided = decide(known.facts(command), command, actor, now);
    let Ok(happened) = decided else {
        return Ok(Lost::default());
    };
    let concerned = license::concerned(&known.family, &happened);
    let held = held_of(read.db(), &concerned, Hold::Free).await;
    let held = held.map_err(failed)?;
    let held: Vec<_> = held.iter().map(Holding::known).collect();
    let (family, offers) = (&known.family, &known.offers);
    let followed = license::follow(family, offers, &happened, &held, &Losing::Latest);
    let followed = followed.map_err(CommandError::from)?;
    let told = license::lost(&followed);
    if too_many.now == 0 || license::may_withdraw(known.access(), actor).is_err() {
        return Ok(Lost { told, choice: None });
    }
    let latest = followed.iter().filter_map(|(_, event)| match event {
        license::Event::Withdrawn {
            why: Why::FewerLicenses,
            name,
            ..
        } => Some(name.to_string()),
        _ => None,
    });
    let latest = latest.take(NAMED).collect();
    let stored = known.stored()?;
    let choice = choice(read.db(), known.customer.id, stored.value.id, search).await?;
    Ok(Lost {
        told,
        choice: Some(LosingChoice { latest, ..choice }),
    })
}
