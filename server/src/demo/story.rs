//! The story of the demo world, in chronological order.

mod acts;
mod beginnings;
mod cases;
mod companies;
mod directory;
mod enrollments;
mod groups;
mod logo;
mod prices;
mod requests;
mod rights;
mod since;
mod standing;
mod subscriptions;

use tierline_core::{Timestamp, ids::OrganizationId};

use super::{DemoError, organizations, stage::Stage};
use crate::state::AppState;

const CONTOSO: &str = "Contoso Distribution";
const FABRIKAM: &str = "Fabrikam Distribution";
const WIDE_WORLD: &str = "Wide World Distribution";
const SOUTHRIDGE: &str = "Southridge Distribution";
const FOURTH_COFFEE: &str = "Fourth Coffee Cloud";
const COHO: &str = "可豪雲端服務";
const CITY_POWER: &str = "City Power Cloud";
const BEST_FOR_YOU: &str = "Best For You Cloud";
const CONSOLIDATED: &str = "Consolidated Messenger";
const RELECLOUD: &str = "Relecloud";
const LUCERNE: &str = "Lucerne Digital";
const BELLOWS: &str = "Bellows Cloud";
const MINGHU: &str = "明湖数码";

/// Tells the whole story.
pub(super) async fn tell(state: &AppState, now: Timestamp) -> Result<(), DemoError> {
    let stage = Stage::new(state, now)?;
    prices::imported(&stage).await?;
    subscriptions::first(&stage).await?;
    beginnings::partnerships(&stage).await?;
    directory::listed(&stage).await?;
    beginnings::first_customers(&stage).await?;
    beginnings::more_customers(&stage).await?;
    rights::given(&stage).await?;
    groups::kept(&stage).await?;
    subscriptions::later(&stage).await?;
    since::second_thoughts(&stage).await?;
    subscriptions::changes(&stage).await?;
    requests::answered(&stage).await?;
    since::lately(&stage).await?;
    rights::dated(&stage).await?;
    requests::waiting(&stage).await?;
    enrollments::lately(&stage).await?;
    cases::lately(&stage).await?;
    standing::lately(&stage).await?;
    subscriptions::lately(&stage).await?;
    mails(&stage).await
}

fn id(name: &str) -> Result<OrganizationId, DemoError> {
    Ok(organizations::named(name)?.id())
}

/// Mails of the past have long been delivered, except one to an address that does not exist.
async fn mails(stage: &Stage) -> Result<(), DemoError> {
    sqlx::query!("update mail set status = 'sent', sent_at = created_at, attempts = 1 where status = 'queued'")
        .execute(stage.pool())
        .await?;
    sqlx::query!(
        "update mail set status = 'dead', sent_at = null, attempts = 11,
            last_error = '550 5.1.1 no such mailbox' where to_address = 'it@tailwindtraders.example'"
    )
    .execute(stage.pool())
    .await?;
    Ok(())
}
