//! What the operator has decided about partners' places in the program.

use chrono::{DurationRound as _, TimeDelta};
use tierline_app::portal::all::*;
use tierline_core::{organization::Offboard, text::Reason};

use super::{BEST_FOR_YOU, CITY_POWER, CONSOLIDATED, id};
use crate::demo::{
    DemoError,
    stage::{Stage, step},
};

/// The operator's program admin.
const ADMIN: &str = "Robin Counts";

/// One partner is suspended; of two direct-bill partners one is offboarded, and one will be.
pub(super) async fn lately(stage: &Stage) -> Result<(), DemoError> {
    stage
        .suspend(CITY_POWER, "Three invoices are overdue.")
        .await?;
    stage
        .mark(
            CONSOLIDATED,
            None,
            "It serves too few customers to bill them itself.",
        )
        .await?;
    stage
        .mark(
            BEST_FOR_YOU,
            Some(60),
            "It asked to leave direct bill at the end of its business year.",
        )
        .await
}

impl Stage {
    async fn suspend(&self, partner: &str, why: &str) -> Result<(), DemoError> {
        let acting = self.acting(ADMIN, 0)?;
        acting
            .portal
            .change_suspension(id(partner)?, true, reason(why)?, self.request())
            .await
            .map_err(step(format!("{ADMIN} suspends {partner}")))
    }

    /// Marked for offboarding, from so many days from now on.
    async fn mark(&self, partner: &str, days: Option<i64>, why: &str) -> Result<(), DemoError> {
        let acting = self.acting(ADMIN, 0)?;
        let from = match days {
            Some(days) => Some(
                (self.now + TimeDelta::days(days))
                    .duration_trunc(TimeDelta::days(1))
                    .map_err(DemoError::written)?,
            ),
            None => None,
        };
        let mark = Offboard::Mark { from };
        acting
            .portal
            .change_offboarding(id(partner)?, mark, reason(why)?, self.request())
            .await
            .map_err(step(format!("{ADMIN} marks {partner}")))
    }
}

fn reason(text: &str) -> Result<Reason, DemoError> {
    Reason::parse(text).map_err(DemoError::written)
}
