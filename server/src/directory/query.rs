//! The directory, for everybody, for providers and for the operator.

mod asks;
mod find;
mod list;
mod logo;
mod queues;
mod review;
mod sitemap;

use tierline_app::{
    directory::model::{AskPage, AskWay, ListingPage, ProfilePage},
    error::PortalError,
    portal::PortalResult,
};
use tierline_core::{
    Refusal,
    access::{self, Action},
    directory::{self, AnswerFacts, Ask, AskCommand, AskState, NewAsk, Promise, is_shown},
    ids::{AskId, InvitationId, ListingId, OrganizationId},
    market::Language,
    organization::Capability,
    text::{EmailAddress, MessageText, Reason},
};
use uuid::Uuid;

pub(crate) use find::find;
pub(crate) use list::LISTS;
pub(crate) use logo::logo;
pub(crate) use queues::queues;
pub(crate) use review::{rejection, review, versions};
pub(crate) use sitemap::{part, parts};

use crate::{
    account::store as accounts,
    activity::query::{self as timeline, Reader},
    directory::{
        command::drafted,
        facts::{Answering, Asking},
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
    let sees = access::authorize_own(&own, &actor, Action::ViewPartners).is_ok();
    let latest = asking.latest().filter(|_| sees).cloned();
    let latest = latest.map(|ask| as_seen(ask, false));
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
    let mut listing = listing.map_err(failed)?.map(|stored| stored.value);
    // Who of the operator works on it is the operator's own affair.
    if let Some(proposal) = listing.as_mut().and_then(|it| it.proposal.as_mut()) {
        proposal.reviewer = None;
    }
    let (versions, timeline) = match &listing {
        Some(listing) => {
            let versions = store::versions(read.db(), listing.id, None).await;
            let reader = Reader::of(&organization, &actor, read.now());
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

/// A message, for the reseller that sent it and the provider that got it.
pub(crate) async fn ask(read: &mut Read, id: AskId) -> PortalResult<AskPage> {
    let actor = read.actor()?;
    let own = load::organization(read, actor.organization).await?;
    access::authorize_own(&own, &actor, Action::ViewPartners)?;
    let ask = store::ask(read.db(), own.id, id, Hold::Free).await;
    let ask = ask.map_err(failed)?.ok_or(PortalError::NotFound)?.value;
    let now = read.now();
    let is_provider = own.id == ask.provider;
    let (answer_to, may_answer) = answering(read, &ask, is_provider).await?;
    let may = |command: &AskCommand| {
        let facts = AnswerFacts {
            organization: &own,
            ask: &ask,
        };
        directory::decide_ask(facts, command, &actor, now).map(drop)
    };
    let reason = "-".parse::<Reason>().map_err(failed)?;
    let may_decline = may(&AskCommand::Decline { reason });
    let may_withdraw = may(&AskCommand::Withdraw);
    let may_answer = match may_answer {
        Some(may_answer) => may_answer,
        None => may(&AskCommand::Answer {
            invitation: InvitationId::from_uuid(Uuid::nil()),
        }),
    };
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
        answer_to,
        is_provider,
        may_answer,
        may_decline,
        may_withdraw,
    })
}

/// As long as a message waits: where a request that is made of it goes, and, for its provider, whether it may be made.
async fn answering(
    read: &mut Read,
    ask: &Ask,
    is_provider: bool,
) -> PortalResult<(Option<EmailAddress>, Option<Result<(), Refusal>>)> {
    if ask.state != AskState::Waiting {
        return Ok((None, None));
    }
    let to = Answering::addressed(read.db(), ask).await.map_err(failed)?;
    if !is_provider {
        return Ok((to, None));
    }
    let (actor, now) = (read.actor()?, read.now());
    let answering = Answering::load(read.db(), &actor, ask.id, (now, Hold::Free)).await?;
    let nothing = InvitationId::from_uuid(Uuid::nil());
    let (facts, message) = (answering.facts(), &answering.message);
    let may = directory::answer(facts, message, nothing, &actor, now).map(drop);
    Ok((to, Some(may)))
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
