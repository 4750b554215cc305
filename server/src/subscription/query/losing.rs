//! Who would lose a license by a change.

use tierline_app::{portal::PortalResult, subscription::model::LosingChoice};
use tierline_core::{
    actor::Actor,
    license::{self, Losing, TooMany, Why},
    subscription::{Command, Happened, decide},
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
pub(crate) struct Lost {
    /// As the form keeps them.
    pub told: String,
    /// How many they are.
    pub count: u32,
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
    let decided = decide(known.facts(command), command, actor, read.now());
    let Ok(happened) = decided else {
        return Ok(Lost::default());
    };
    let chooses = too_many.now > 0 && license::may_withdraw(known.access(), actor).is_ok();
    lost(read, known, &happened, chooses.then_some(search)).await
}

/// Those who would lose a license at once by what happens, by the rule that takes it from them; and with words of a
/// search, those among whom the reader chooses.
pub(crate) async fn lost(
    read: &mut Read,
    known: &Known,
    happened: &[Happened],
    search: Option<String>,
) -> PortalResult<Lost> {
    let concerned = license::concerned(&known.family, happened);
    let held = held_of(read.db(), &concerned, Hold::Free).await;
    let held = held.map_err(failed)?;
    let held: Vec<_> = held.iter().map(Holding::known).collect();
    let (family, offers) = (&known.family, &known.offers);
    let followed = license::follow(family, offers, happened, &held, &Losing::Latest);
    let followed = followed.map_err(CommandError::from)?;
    let told = license::lost(&followed);
    let latest: Vec<String> = followed
        .iter()
        .filter_map(|(_, event)| match event {
            license::Event::Withdrawn {
                why: Why::FewerLicenses,
                name,
                ..
            } => Some(name.to_string()),
            _ => None,
        })
        .collect();
    let count = u32::try_from(latest.len()).unwrap_or(u32::MAX);
    let Some(search) = search else {
        return Ok(Lost {
            told,
            count,
            choice: None,
        });
    };
    let latest = latest.into_iter().take(NAMED).collect();
    let stored = known.stored()?;
    let choice = choice(read.db(), known.customer.id, stored.value.id, search).await?;
    Ok(Lost {
        told,
        count,
        choice: Some(LosingChoice { latest, ..choice }),
    })
}
