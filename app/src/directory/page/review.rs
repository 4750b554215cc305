//! A proposal, for the operator: what changes, and the decision.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{
    listing::Standing,
    profile::{Changes, Mark, ProfileFacts, Versions},
};
use crate::{
    context::{use_lang, use_reply},
    data,
    directory::{
        api::{ReviewListing, listing_review},
        model::ReviewPage,
        words,
    },
    form::{Form, Posting, Submit},
    i18n::{Lang, market},
    refusal::RefusedBy,
    route,
    shell::load::loaded,
    ui::{Fact, FactStrip, PageHeader, Section, StateBadge, TextArea},
};

/// The `form=` of the form that rejects.
const REJECT: &str = "reject";

/// The page at `/listing-changes/{id}`.
#[component]
pub fn ReviewDetailPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let action = Posting::<ReviewListing>::new();
    let data = data::load(
        move || {
            let id = params.with(|params| params.get("id").unwrap_or_default());
            (id, action.version().get())
        },
        |(id, _)| listing_review(id),
    );
    loaded(data, move |page| view(lang, page, action).into_any())
}

fn view(lang: Lang, page: ReviewPage, action: Posting<ReviewListing>) -> impl IntoView {
    let trail = vec![(
        route::LISTING_CHANGES.to_owned(),
        words::listing_changes(lang).to_owned(),
    )];
    let decision = page
        .proposal
        .outcome
        .is_none()
        .then(|| decision(lang, &page, action));
    let state = page.proposal.state();
    let before = page.published.map(|version| version.profile);
    let after = page.proposal.profile.clone();
    let shown = page.proposal.profile.clone();
    let (title, proposed) = (page.provider.name.to_string(), shown.name.to_string());
    let country = market::country(lang, page.provider.country);
    let domain = page.provider.domain.to_string();
    let region = market::region(lang, page.provider.country.region());
    let versions = (!page.versions.is_empty()).then(|| {
        view! { <Section title=words::versions(lang)><Versions versions=page.versions/></Section> }
    });
    view! {
        <PageHeader trail=trail title=title badge=move || view! { <StateBadge state=state/> }/>
        <FactStrip>
            <Fact label=words::company_name(lang)>{proposed}</Fact>
            <Fact label=words::country(lang)>{country}</Fact>
            <Fact label=words::region(lang)>{region}</Fact>
            <Fact label=words::domain(lang)>{domain}</Fact>
        </FactStrip>
        <Section title=words::proposed_change(lang)>
            <Standing proposal=page.proposal promise=page.promise/>
            <Changes before=before after=after/>
        </Section>
        <Section title=words::as_shown(lang)>
            <Mark name=shown.name.to_string()/>
            <ProfileFacts profile=shown/>
        </Section>
        {decision}
        {versions}
    }
}

fn decision(lang: Lang, page: &ReviewPage, action: Posting<ReviewListing>) -> AnyView {
    let (id, number) = (page.id.to_string(), page.proposal.number.to_string());
    let (other_id, other_number) = (id.clone(), number.clone());
    let approve = match page.may_approve.clone() {
        Ok(()) => view! {
            <Form action=action form="approve">
                <input type="hidden" name="listing" value=id/>
                <input type="hidden" name="number" value=number/>
                <div class="actions">
                    <Submit name="then" value="approve">{words::approve(lang)}</Submit>
                </div>
            </Form>
        }
        .into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=words::approve(lang) refusal=refusal look="primary" id="why-approve"/> }
                .into_any()
        }
    };
    // Open again if the form comes back with an error.
    let back = use_reply().is_some_and(|reply| reply.form == REJECT);
    let reject = match page.may_reject.clone() {
        Ok(()) => view! {
            <details class="decline" open=back>
                <summary class="button button-quiet">{words::reject(lang)}</summary>
                <div class="disclosure-body">
                    <p>{words::reject_lead(lang)}</p>
                    <Form action=action form=REJECT>
                        <input type="hidden" name="listing" value=other_id/>
                        <input type="hidden" name="number" value=other_number/>
                        <TextArea name="reason" label=words::reason(lang) rows=3 maxlength=500u32/>
                        <div class="actions">
                            <Submit look="danger" name="then" value="reject">{words::reject(lang)}</Submit>
                        </div>
                    </Form>
                </div>
            </details>
        }
        .into_any(),
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
