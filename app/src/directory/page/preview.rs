//! What the directory would show, before it is submitted.

use leptos::prelude::*;
use tierline_core::directory::{Command, ListingFacts, decide};

use super::{
    listing::trail,
    profile::{Changes, Mark, ProfileFacts},
};
use crate::{
    context::{use_lang, use_now},
    data,
    directory::{
        api::{ChangeListing, own_listing},
        model::ListingPage,
        words::{self, form},
    },
    form::{FieldLabels, FilledWith, Form, Posting, Submit},
    i18n::Lang,
    refusal::RefusedBy,
    route,
    shell::load::loaded,
    ui::{ButtonLink, Dialog, EmptyState, PageHeader, Section},
};

/// The page at `/resellers/listing/preview`.
#[component]
pub fn PreviewPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(form::field));
    let action = Posting::<ChangeListing>::new();
    let data = data::load(move || action.version().get(), |_| own_listing());
    loaded(data, move |page| view(lang, page, action).into_any())
}

fn view(lang: Lang, page: ListingPage, action: Posting<ChangeListing>) -> impl IntoView {
    let mut trail = trail(lang);
    trail.push((
        route::OWN_LISTING.to_owned(),
        words::own_listing(lang).to_owned(),
    ));
    let drafted = page
        .listing
        .as_ref()
        .and_then(|listing| Some((listing, listing.draft.clone()?)));
    let Some((listing, draft)) = drafted else {
        return view! {
            <PageHeader trail=trail title=words::preview(lang)/>
            <EmptyState title=words::preview(lang) why=crate::directory::told::no_draft(lang)>
                <ButtonLink href=route::PROPOSE_LISTING>{words::propose_change(lang)}</ButtonLink>
            </EmptyState>
        }
        .into_any();
    };
    let facts = ListingFacts {
        provider: &page.organization,
        listing,
    };
    let (mark, same_mark) = (page.draft_mark.clone(), page.draft_mark.clone());
    let submit = match decide(facts, &Command::Submit, &page.actor, use_now()) {
        Ok(_) => view! {
            <Form action=action form="submit">
                <FilledWith mark=mark/>
                <div class="actions">
                    <Submit name="then" value="submit">{words::submit(lang)}</Submit>
                    <ButtonLink href=route::PROPOSE_LISTING>{words::keep_editing(lang)}</ButtonLink>
                </div>
            </Form>
        }
        .into_any(),
        Err(refusal) => view! {
            <div class="actions">
                <RefusedBy label=words::submit(lang) refusal=refusal look="primary" id="why-submit"/>
                <ButtonLink href=route::PROPOSE_LISTING>{words::keep_editing(lang)}</ButtonLink>
            </div>
        }
        .into_any(),
    };
    let before = listing.published.as_ref().map(|it| it.profile.clone());
    let after = draft.profile.clone();
    let name = draft.profile.name.to_string();
    view! {
        <PageHeader trail=trail title=words::preview(lang) lead=words::preview_lead(lang)/>
        <Section title=name.clone()>
            <Mark name=name logo=draft.profile.logo large=true/>
            <ProfileFacts profile=draft.profile/>
        </Section>
        <Section title=words::what_changes(lang)>
            <Changes before=before after=after/>
        </Section>
        {submit}
        <Section title=words::discard(lang)>
            <Dialog
                id="dialog-discard"
                opener=words::discard(lang)
                title=words::discard_title(lang)
                keep=words::keep(lang)
                form="discard"
            >
                <p>{words::discard_what(lang)}</p>
                <Form action=action form="discard">
                    <FilledWith mark=same_mark/>
                    <Submit look="danger" name="then" value="discard">{words::discard(lang)}</Submit>
                </Form>
            </Dialog>
        </Section>
    }
    .into_any()
}
