//! Proposals of providers, for the operator's reviewers.

use tierline_app::{
    directory::model::{RejectionPage, ReviewPage, VersionsPage},
    error::PortalError,
    portal::PortalResult,
};
use tierline_core::{
    Evolve as _, Refusal,
    access::{self, Action},
    directory::{self, Assignment, Decision, Promise, Proposal},
    ids::ListingId,
    text::Reason,
};

use crate::{
    account::store as accounts,
    directory::{facts::Reviewing, follow, store},
    organization::{query as load, query::failed},
    pipeline::Read,
    review::query::previews,
    store::Hold,
};

/// The latest proposal of a listing.
pub(crate) async fn review(read: &mut Read, id: ListingId) -> PortalResult<ReviewPage> {
    let (reviewing, proposal) = proposed(read, id).await?;
    let (actor, now) = (read.actor()?, read.now());
    let listing = &reviewing.listing.value;
    let may = |decision: &Decision| {
        directory::review(reviewing.facts(), proposal.number, decision, &actor, now).map(drop)
    };
    let may_assign = |assignment| -> Result<(), Refusal> {
        directory::assign(reviewing.facts(), proposal.number, assignment, &actor, now).map(drop)
    };
    let reason = "-".parse::<Reason>().map_err(failed)?;
    let reviewer = match proposal.reviewer {
        Some(user) => Some(accounts::name_of(read.db(), user).await.map_err(failed)?),
        None => None,
    };
    let versions = store::versions(read.db(), id, None).await.map_err(failed)?;
    let promise = Promise::of(proposal.submitted, &read.settings().await?);
    Ok(ReviewPage {
        promise,
        id,
        reviewer,
        is_mine: proposal.reviewer == Some(actor.user),
        may_take: may_assign(Assignment::Take),
        may_give_back: may_assign(Assignment::GiveBack),
        may_approve: may(&Decision::Approve),
        may_reject: may(&Decision::Reject { reason }),
        published: listing.published.clone(),
        proposal,
        provider: reviewing.provider.clone(),
        versions,
    })
}

/// A rejection before it is made: the same facts, the same rule, and the same letter, which is not sent.
pub(crate) async fn rejection(
    read: &mut Read,
    id: ListingId,
    number: u32,
    reason: Option<Reason>,
) -> PortalResult<RejectionPage> {
    let (reviewing, _) = proposed(read, id).await?;
    let (actor, now) = (read.actor()?, read.now());
    let would = |reason: Reason| {
        let decision = Decision::Reject { reason };
        directory::review(reviewing.facts(), number, &decision, &actor, now)
    };
    let may = would("-".parse::<Reason>().map_err(failed)?).map(drop);
    let event = match &reason {
        Some(reason) => would(reason.clone()).ok(),
        None => None,
    };
    let letter = event.and_then(|event| {
        let mut after = reviewing.listing.value.clone();
        after.apply(&event);
        follow::decided(&event, &after, &read.state.config.public_url)
    });
    let mails = previews(read, letter.into_iter().collect()).await?;
    Ok(RejectionPage {
        id,
        provider: reviewing.provider.party(),
        number,
        may,
        reason: reason
            .filter(|_| !mails.is_empty())
            .map(|it| it.to_string()),
        mails,
    })
}

/// Earlier versions of a listing: of the own one for everyone in its organization, of any for reviewers.
pub(crate) async fn versions(
    read: &mut Read,
    id: Option<ListingId>,
    before: u32,
) -> PortalResult<VersionsPage> {
    let listing = match id {
        Some(id) => proposed(read, id).await?.0.listing.value,
        None => {
            let actor = read.actor()?;
            let own = load::organization(read, actor.organization).await?;
            access::authorize_own(&own, &actor, Action::ViewOwn)?;
            let listing = store::of_provider(read.db(), own.id, Hold::Free).await;
            listing.map_err(failed)?.ok_or(PortalError::NotFound)?.value
        }
    };
    let provider = load::organization(read, listing.provider).await?;
    let versions = store::versions(read.db(), listing.id, Some(before)).await;
    Ok(VersionsPage {
        provider: provider.party(),
        versions: versions.map_err(failed)?,
    })
}

/// A listing with its latest proposal. A draft is the provider's alone.
async fn proposed(read: &mut Read, id: ListingId) -> PortalResult<(Reviewing, Proposal)> {
    let actor = read.actor()?;
    let own = load::organization(read, actor.organization).await?;
    access::authorize_on_program(&own, &actor, Action::ReviewListings)?;
    let now = read.now();
    let reviewing = Reviewing::load(read.db(), own.id, id, (now, Hold::Free)).await?;
    let proposal = reviewing.listing.value.proposal.clone();
    let proposal = proposal.ok_or(PortalError::NotFound)?;
    Ok((reviewing, proposal))
}
