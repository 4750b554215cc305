//! The directory, for everybody, for providers and for the operator.

mod find;
mod list;
mod sitemap;

use tierline_app::{
    directory::model::{AskPage, AskWay, ListingPage, ProfilePage, ReviewPage},
    error::PortalError,
    portal::PortalResult,
};
use tierline_core::{
    access::{self, Action},
    directory::{
        self, AnswerFacts, Ask, AskCommand, AskState, Decision, NewAsk, Promise, Proposal, is_shown,
    },
    ids::{AskId, InvitationId, ListingId, OrganizationId},
    market::Language,
    organization::Capability,
    text::{MessageText, Reason},
};
use uuid::Uuid;

pub(crate) use find::find;
pub(crate) use list::LISTS;
pub(crate) use sitemap::{part, parts};

use crate::{
    account::store as accounts,
    activity::query::{self as timeline, Reader},
    directory::{
        command::drafted,
        facts::{Asking, Reviewing},
        store,
    },
    mark,
    organization::{query as load, query::failed},
    pipeline::Read,
    settings::Setting,
    store::Hold,
};

/// A provider's page in the directory. Whatever the directory does not show is not there.
pub(crate) async fn profile(read: &mut Read, id: ListingId) -> PortalResult<ProfilePage> {
    let listing = store::listing(read.db(), id, Hold::Free).await;
    let listing = listing.map_err(failed)?.ok_or(PortalError::NotFound)?.value;
    let provider = load::organization(read, listing.provider).await?;
    let version = listing
        .published
        .filter(|_| is_shown(&provider.capabilities));
    let version = version.ok_or(PortalError::NotFound)?;
    Ok(ProfilePage {
        id,
        profile: version.profile,
        since: version.at,
        ask: way(read, provider.id).await?,
    })
}

/// What the reader can do to become a partner of this provider.
async fn way(read: &mut Read, provider: OrganizationId) -> PortalResult<AskWay> {
    let Some(actor) = read.reader.filter(|_| read.first.is_ok()) else {
        return Ok(AskWay::Stranger);
    };
    let own = load::organization(read, actor.organization).await?;
    if own
        .capabilities
        .state(Capability::IndirectReseller)
        .is_none()
    {
        return Ok(AskWay::NoReseller);
    }
    let (now, db) = (read.now(), read.db());
    let asking = Asking::load(db, own.id, provider, (now, Hold::Free)).await?;
    let new = example().map_err(failed)?;
    let may = directory::ask(asking.facts(), &new, &actor, now).map(drop);
    let latest = if access::authorize_own(&own, &actor, Action::ViewPartners).is_ok() {
        let latest = store::latest_ask(db, own.id, provider).await;
        latest.map_err(failed)?.map(|ask| as_seen(ask, false))
    } else {
        None
    };
    Ok(AskWay::Ask { may, latest })
}

/// Any message: what core says in advance rests on none of it.
fn example() -> Result<NewAsk, tierline_core::text::TextError> {
    Ok(NewAsk {
        reply_to: "somebody@reseller.example".parse()?,
        language: Language::English,
        message: MessageText::parse("-")?,
    })
}

/// The listing of the own organization, for everyone in it: all but the proposal is public anyway.
pub(crate) async fn own_listing(read: &mut Read) -> PortalResult<ListingPage> {
    let actor = read.actor()?;
    let organization = load::organization(read, actor.organization).await?;
    access::authorize_own(&organization, &actor, Action::ViewOwn)?;
    if organization
        .capabilities
        .state(Capability::IndirectProvider)
        .is_none()
    {
        return Err(PortalError::NotFound);
    }
    let listing = store::of_provider(read.db(), organization.id, Hold::Free).await;
    let listing = listing.map_err(failed)?.map(|stored| stored.value);
    let (versions, timeline) = match &listing {
        Some(listing) => {
            let versions = store::versions(read.db(), listing.id).await;
            let reader = Reader::of(&organization, &actor);
            let ids = [listing.id.into_uuid()];
            let timeline = timeline::of_objects(read.db(), &reader, &ids).await?;
            (versions.map_err(failed)?, Some(timeline))
        }
        None => Default::default(),
    };
    let settings = read.settings().await?;
    let proposal = listing.as_ref().and_then(|it| it.proposal.as_ref());
    Ok(ListingPage {
        promise: proposal.map(|it| Promise::of(it.submitted, &settings)),
        answered_within: (
            settings.get(Setting::AnswerFrom),
            settings.get(Setting::AnswerTo),
        ),
        draft_mark: mark::of(&drafted(listing.as_ref())).map_err(failed)?,
        organization,
        actor,
        listing,
        versions,
        timeline,
    })
}

/// The latest proposal of a listing, for the operator.
pub(crate) async fn review(read: &mut Read, id: ListingId) -> PortalResult<ReviewPage> {
    let actor = read.actor()?;
    let own = load::organization(read, actor.organization).await?;
    access::authorize_on_program(&own, &actor, Action::ReviewListings)?;
    let now = read.now();
    let reviewing = Reviewing::load(read.db(), own.id, id, (now, Hold::Free)).await?;
    let listing = &reviewing.listing.value;
    // A draft is the provider's alone.
    let proposal: Proposal = listing.proposal.clone().ok_or(PortalError::NotFound)?;
    let may = |decision: &Decision| {
        directory::review(reviewing.facts(), proposal.number, decision, &actor, now).map(drop)
    };
    let reason = "-".parse::<Reason>().map_err(failed)?;
    let versions = store::versions(read.db(), id).await.map_err(failed)?;
    let promise = Promise::of(proposal.submitted, &read.settings().await?);
    Ok(ReviewPage {
        promise,
        id,
        may_approve: may(&Decision::Approve),
        may_reject: may(&Decision::Reject { reason }),
        published: listing.published.clone(),
        proposal,
        provider: reviewing.provider.clone(),
        versions,
    })
}

/// A message, for the reseller that sent it and the provider that got it.
pub(crate) async fn ask(read: &mut Read, id: AskId) -> PortalResult<AskPage> {
    let actor = read.actor()?;
    let own = load::organization(read, actor.organization).await?;
    access::authorize_own(&own, &actor, Action::ViewPartners)?;
    let ask = store::ask(read.db(), own.id, id, Hold::Free).await;
    let ask = ask.map_err(failed)?.ok_or(PortalError::NotFound)?.value;
    let now = read.now();
    let may = |command: &AskCommand| {
        let facts = AnswerFacts {
            organization: &own,
            ask: &ask,
        };
        directory::decide_ask(facts, command, &actor, now).map(drop)
    };
    let reason = "-".parse::<Reason>().map_err(failed)?;
    let (may_answer, may_decline, may_withdraw) = (
        may(&AskCommand::Answer {
            invitation: InvitationId::from_uuid(Uuid::nil()),
        }),
        may(&AskCommand::Decline { reason }),
        may(&AskCommand::Withdraw),
    );
    let is_provider = own.id == ask.provider;
    let reseller = load::organization(read, ask.reseller).await?;
    let provider = load::organization(read, ask.provider).await?;
    let listing = store::of_provider(read.db(), ask.provider, Hold::Free).await;
    let listing = listing.map_err(failed)?.map(|stored| stored.value);
    let listing = listing.filter(|it| it.published.is_some() && is_shown(&provider.capabilities));
    let asked_by = accounts::name_of(read.db(), ask.by).await.map_err(failed)?;
    Ok(AskPage {
        ask: as_seen(ask, is_provider),
        reseller: reseller.party(),
        reseller_country: reseller.country,
        provider: provider.party(),
        listing: listing.map(|listing| listing.id),
        asked_by,
        is_provider,
        may_answer,
        may_decline,
        may_withdraw,
    })
}

/// A request that is not sent is its provider's alone: the reseller learns that there is one, and not which.
fn as_seen(ask: Ask, is_provider: bool) -> Ask {
    match ask.state {
        AskState::Answered { at, .. } if !is_provider => Ask {
            state: AskState::Answered {
                invitation: InvitationId::from_uuid(Uuid::nil()),
                at,
            },
            ..ask
        },
        _ => ask,
    }
}
