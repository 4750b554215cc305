//! A provider's own listing: what is shown, what is proposed and where it stands.

use leptos::prelude::*;
use tierline_core::{
    Refusal,
    access::{self, Action},
    directory::{Command, ListingFacts, Outcome, Promise, Proposal, decide, is_shown},
};

use super::profile::{Changes, Mark, ProfileFacts, Versions};
use crate::{
    context::{use_lang, use_now},
    data,
    directory::{
        api::{ChangeListing, own_listing},
        model::ListingPage,
        words,
    },
    form::{Form, Posting, Submit},
    i18n::{Lang, Moment, date},
    partnership::words as partnership,
    refusal::RefusedBy,
    route,
    shell::load::loaded,
    timeline::PagedTimeline,
    ui::{
        ButtonLink, Dialog, EmptyState, Notice, PageHeader, Pair, Pairs, Section, StateBadge, Tone,
    },
};

/// The page at `/resellers/listing`.
#[component]
pub fn OwnListingPage() -> impl IntoView {
    let lang = use_lang();
    let action = Posting::<ChangeListing>::new();
    let data = data::load(move || action.version().get(), |_| own_listing());
    loaded(data, move |page| view(lang, page, action).into_any())
}

fn view(lang: Lang, page: ListingPage, action: Posting<ChangeListing>) -> impl IntoView {
    let propose = propose(lang, &page);
    let withdraw = page
        .listing
        .as_ref()
        .filter(|listing| listing.waiting().is_some())
        .map(|listing| {
            let facts = ListingFacts {
                provider: &page.organization,
                listing,
            };
            let may = decide(facts, &Command::Withdraw, &page.actor, use_now());
            withdraw(lang, may.map(drop), action)
        });
    let lead = words::own_listing_lead(lang, page.answered_within.0, page.answered_within.1);
    let promise = page.promise;
    let listing = page.listing;
    let drafted = listing.as_ref().is_some_and(|it| it.draft.is_some());
    let published = listing.as_ref().and_then(|it| it.published.clone());
    let proposal = listing.as_ref().and_then(|it| it.proposal.clone());
    // What became of the proposal that is shown is not told again.
    let proposal = proposal
        .filter(|it| !matches!(it.outcome, Some(Outcome::Approved { .. })))
        .zip(promise)
        .map(|(proposal, promise)| {
            let before = published.as_ref().map(|version| version.profile.clone());
            let after = proposal.profile.clone();
            view! {
                <Section title=words::proposed_change(lang)>
                    <Standing proposal=proposal promise=promise/>
                    <Changes before=before after=after/>
                    {withdraw}
                </Section>
            }
        });
    let draft = drafted.then(|| {
        view! {
            <Notice tone=Tone::Info>
                <p>{words::a_draft_waits(lang)} " " <a href=route::LISTING_PREVIEW>{words::preview(lang)}</a></p>
            </Notice>
        }
    });
    let id = listing.as_ref().map(|it| it.id);
    let is_unlisted = listing.as_ref().is_some_and(|it| it.unlisted.is_some());
    let is_hidden = !is_shown(&page.organization.capabilities);
    let shown = match published {
        Some(_) if is_hidden => {
            view! { <Section title=words::shown_now(lang)><p class="muted">{words::hidden_now(lang)}</p></Section> }
                .into_any()
        }
        Some(version) => {
            let since = words::shown_since(lang, date(lang, version.at));
            let name = version.profile.name.to_string();
            let link = id.map(|id| {
                view! { <a href=route::provider_profile(id) rel="external">{words::see_in_directory(lang)}</a> }
            });
            view! {
                <Section title=words::shown_now(lang) lead=since>
                    <div class="provider">
                        <Mark name=name.clone() logo=version.profile.logo/>
                        <p class="provider-body"><strong>{name}</strong> " " {link}</p>
                    </div>
                    <ProfileFacts profile=version.profile/>
                </Section>
            }
            .into_any()
        }
        None if proposal.is_some() => {
            view! { <Section title=words::shown_now(lang)><p class="muted">{words::not_listed_yet(lang)}</p></Section> }
                .into_any()
        }
        None if is_unlisted => {
            view! { <Section title=words::shown_now(lang)><p class="muted">{words::unlisted(lang)}</p></Section> }
                .into_any()
        }
        None => view! { <EmptyState title=words::not_listed(lang) why=words::not_listed_why(lang)/> }
            .into_any(),
    };
    // The newest is the one that is shown, if the directory shows any.
    let newest = usize::from(!is_hidden);
    let earlier: Vec<_> = page.versions.into_iter().skip(newest).collect();
    let earlier = (!earlier.is_empty()).then(|| {
        view! { <Section title=words::versions(lang)><Versions versions=earlier/></Section> }
    });
    let history = page.timeline.map(|history| {
        view! { <Section title=words::history(lang)><PagedTimeline history=history/></Section> }
    });
    view! {
        <PageHeader trail=trail(lang) title=words::own_listing(lang) lead=lead>
            {propose}
        </PageHeader>
        {draft}
        {proposal}
        {shown}
        {earlier}
        {history}
    }
}

pub(super) fn trail(lang: Lang) -> Vec<(String, String)> {
    vec![(
        route::INDIRECT_RESELLERS.to_owned(),
        partnership::resellers(lang).to_owned(),
    )]
}

/// The page's primary action, or the reason why it is refused.
fn propose(lang: Lang, page: &ListingPage) -> AnyView {
    let drafted = page.listing.as_ref().is_some_and(|it| it.draft.is_some());
    let label = if drafted {
        words::edit_draft(lang)
    } else {
        words::propose_change(lang)
    };
    match access::authorize_own(&page.organization, &page.actor, Action::ProposeListing) {
        Ok(_) => {
            view! { <ButtonLink href=route::PROPOSE_LISTING look="primary">{label}</ButtonLink> }
                .into_any()
        }
        Err(refusal) => {
            view! { <RefusedBy label=label refusal=refusal look="primary" id="why-primary"/> }
                .into_any()
        }
    }
}

fn withdraw(lang: Lang, may: Result<(), Refusal>, action: Posting<ChangeListing>) -> AnyView {
    match may {
        Ok(()) => view! {
            <Dialog
                id="dialog-withdraw"
                opener=words::withdraw(lang)
                look="quiet"
                title=words::withdraw_title(lang)
                keep=words::keep(lang)
                form="withdraw"
            >
                <p>{words::withdraw_what(lang)}</p>
                <Form action=action form="withdraw">
                    <Submit look="danger" name="then" value="withdraw">{words::withdraw(lang)}</Submit>
                </Form>
            </Dialog>
        }
        .into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=words::withdraw(lang) refusal=refusal id="why-withdraw"/> }
                .into_any()
        }
    }
}

/// Where a proposal stands, against the promise.
#[component]
pub(super) fn Standing(
    /// The proposal.
    proposal: Proposal,
    /// What was promised for it.
    promise: Promise,
) -> impl IntoView {
    let lang = use_lang();
    let state = proposal.state();
    let waits = proposal.outcome.is_none();
    let pace = waits.then(|| view! { " " <StateBadge state=promise.pace(use_now())/> });
    let promised = waits.then(|| {
        let between =
            words::promised_between(lang, date(lang, promise.due), date(lang, promise.late));
        view! { <Pair label=words::promised(lang)>{between}</Pair> }
    });
    let decided = proposal.closed().map(|at| {
        view! { <Pair label=words::decided_on(lang)><Moment at=at day=true/></Pair> }
    });
    let reason = match proposal.outcome {
        Some(Outcome::Rejected { reason, .. }) => Some(view! {
            <Pair label=words::reason(lang)><span class="as-typed">{reason.to_string()}</span></Pair>
        }),
        _ => None,
    };
    view! {
        <Pairs>
            <Pair label=words::state(lang)><StateBadge state=state/> {pace}</Pair>
            <Pair label=words::submitted_on(lang)><Moment at=proposal.submitted day=true/></Pair>
            {promised}
            {decided}
            {reason}
        </Pairs>
    }
}
