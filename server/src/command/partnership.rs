//! What either side does with a partnership.

mod change;

use tierline_app::portal::Answer;
use tierline_core::{
    event,
    ids::{PartnershipId, RequestId},
    partnership::{Event, Partnership},
    text::Reason,
};

use super::{audience, run};
use crate::{
    pipeline::{Step, Stop, Unit},
    portal::RequestPortal,
    store::{self, Stored},
};

/// Ends a partnership: at once by the provider, after the notice period by the reseller.
pub(crate) async fn end(
    portal: &RequestPortal,
    id: PartnershipId,
    reason: Option<Reason>,
    request: RequestId,
) -> Answer<()> {
    run(
        portal,
        request,
        &change::Change {
            id,
            what: change::What::End { reason },
        },
    )
    .await
}

/// Takes the provider's administrator access to the reseller's tenant away.
pub(crate) async fn revoke_tenant_admin(
    portal: &RequestPortal,
    id: PartnershipId,
    request: RequestId,
) -> Answer<()> {
    run(
        portal,
        request,
        &change::Change {
            id,
            what: change::What::RevokeTenantAdmin,
        },
    )
    .await
}

/// The partnership after these events, saved, with the events in the log of both.
pub(super) async fn happened(
    unit: &mut Unit<'_>,
    before: Stored<Partnership>,
    events: Vec<Event>,
) -> Step<Partnership> {
    let Stored { value, version } = before;
    let id = value.id;
    let after = events
        .iter()
        .try_fold(value, |partnership, event| {
            Partnership::evolve(id, Some(partnership), event)
        })
        .ok_or(Stop::Inconsistent("a partnership vanished"))?;
    store::partnership::save(unit.db, &after, version).await?;
    let ended = events
        .iter()
        .any(|event| matches!(event, Event::Ended { .. }));
    if ended {
        let shared =
            store::relationship::shared_customers(unit.db, after.provider, after.reseller).await?;
        store::relationship::refresh_other_partners(unit.db, &shared).await?;
    }
    let events = events
        .into_iter()
        .map(|event| event::Event::Partnership { id, event });
    unit.record(events, audience::of_partnership(&after))
        .await?;
    Ok(after)
}
