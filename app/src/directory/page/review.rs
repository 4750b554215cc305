//! A proposal, for the operator: what changes, and the decision.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{
    changes::reviewer,
    listing::Standing,
    profile::{Changes, Mark, ProfileFacts, Versions},
};
use crate::{
    context::use_lang,
    data,
    directory::{
        api::{AssignListing, ReviewListing, listing_review},
        model::ReviewPage,
        words,
    },
    form::{Form, Posting, Submit, changes::changes},
    i18n::{Lang, market},
    refusal::RefusedBy,
    route,
    shell::load::loaded,
    ui::{Address, ButtonLink, Fact, FactStrip, PageHeader, Section, StateBadge},
};

/// The page at `/listing-changes/{id}`.
#[component]
pub fn ReviewDetailPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let actions = Actions {
        review: Posting::new(),
        assign: Posting::new(),
    };
    let done = (changes(actions.review), changes(actions.assign));
    let data = data::load(
        move || {
            let id = params.with(|params| params.get("id").unwrap_or_default());
            (id, done.0.get(), done.1.get())
        },
        |(id, ..)| listing_review(id),
    );
    loaded(data, move |page| view(lang, page, actions).into_any())
}

/// The actions behind the page's forms.
#[derive(Clone, Copy)]
struct Actions {
    review: Posting<ReviewListing>,
    assign: Posting<AssignListing>,
}

fn view(lang: Lang, page: ReviewPage, actions: Actions) -> impl IntoView {
    let trail = vec![(
        route::LISTING_CHANGES.to_owned(),
        words::listing_changes(lang).to_owned(),
    )];
    let decision = page
        .proposal
        .outcome
        .is_none()
        .then(|| decision(lang, &page, actions.review));
    let assigned = assignment(lang, &page, actions.assign);
    let state = page.proposal.state();
    let before = page.published.map(|version| version.profile);
    let after = page.proposal.profile.clone();
    let shown = page.proposal.profile.clone();
    let (title, proposed) = (page.provider.name.to_string(), shown.name.to_string());
    let country = market::country(lang, page.provider.country);
    let domain = page.provider.domain.to_string();
    let region = market::region(lang, page.provider.country.region());
    let versions = (!page.versions.is_empty()).then(|| {
        view! { <Section title=words::versions(lang)><Versions versions=page.versions of=page.id/></Section> }
    });
    view! {
        <PageHeader trail=trail title=title badge=move || view! { <StateBadge state=state/> }/>
        <FactStrip>
            <Fact label=words::company_name(lang)>{proposed}</Fact>
            <Fact label=words::country(lang)>{country}</Fact>
            <Fact label=words::region(lang)>{region}</Fact>
            <Fact label=words::domain(lang)><Address at=domain/></Fact>
            <Fact label=words::reviewer(lang)>{assigned}</Fact>
        </FactStrip>
        <Section title=words::proposed_change(lang)>
            <Standing proposal=page.proposal promise=page.promise/>
            <Changes before=before after=after/>
        </Section>
        <Section title=words::as_shown(lang)>
            <div class="provider">
                <Mark name=shown.name.to_string() logo=shown.logo large=true/>
                <p class="provider-body"><strong>{shown.name.to_string()}</strong></p>
            </div>
            <ProfileFacts profile=shown/>
        </Section>
        {decision}
        {versions}
    }
}

fn decision(lang: Lang, page: &ReviewPage, action: Posting<ReviewListing>) -> AnyView {
    let (id, number) = (page.id.to_string(), page.proposal.number.to_string());
    let approve = match page.may_approve.clone() {
        Ok(()) => view! {
            <Form action=action form="approve">
                <input type="hidden" name="listing" value=id/>
                <input type="hidden" name="number" value=number/>
                <div class="actions">
                    <Submit>{words::approve(lang)}</Submit>
                </div>
            </Form>
        }
        .into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=words::approve(lang) refusal=refusal look="primary" id="why-approve"/> }
                .into_any()
        }
    };
    let reject = match page.may_reject.clone() {
        Ok(()) => {
            let href = route::listing_rejection(page.id, page.proposal.number);
            view! { <ButtonLink href=href>{words::reject(lang)}</ButtonLink> }.into_any()
        }
        Err(refusal) => {
            view! { <RefusedBy label=words::reject(lang) refusal=refusal id="why-reject"/> }
                .into_any()
        }
    };
    view! {
        <Section title=words::decide(lang)>
            <div class="actions">{approve} {reject}</div>
        </Section>
    }
    .into_any()
}

/// Who works on it, with **Take** or **Give back** as long as it waits.
fn assignment(lang: Lang, page: &ReviewPage, action: Posting<AssignListing>) -> AnyView {
    let shown = reviewer(lang, page.reviewer.clone(), page.is_mine);
    if page.proposal.outcome.is_some() {
        return shown;
    }
    let (then, label, may) = if page.is_mine {
        ("give-back", words::give_back(lang), &page.may_give_back)
    } else if page.reviewer.is_some() {
        ("take", words::take_over(lang), &page.may_take)
    } else {
        ("take", words::take(lang), &page.may_take)
    };
    let button = match may.clone() {
        Ok(()) => {
            let (id, number) = (page.id.to_string(), page.proposal.number.to_string());
            view! {
                <Form action=action form="assignment">
                    <input type="hidden" name="listing" value=id/>
                    <input type="hidden" name="number" value=number/>
                    <Submit look="quiet" name="then" value=then>{label}</Submit>
                </Form>
            }
            .into_any()
        }
        Err(refusal) => {
            view! { <RefusedBy label=label refusal=refusal id="why-assignment"/> }.into_any()
        }
    };
    view! { <div class="cluster"><span>{shown}</span> {button}</div> }.into_any()
}
