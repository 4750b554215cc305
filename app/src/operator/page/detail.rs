//! An organization's page, for the operator.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::{
    Refusal,
    organization::{Capability, SuspendedBy},
};

use super::{
    account_review, capability, completion::completion, first_admin, offboarding, people, profile,
    related::related,
};
use crate::{
    account::words as account,
    context::use_lang,
    data,
    form::{FieldLabels, Form, Posting, Submit, changes::changes},
    i18n::{Lang, Moment, date, market, number},
    operator::{
        api::{LiftSuspension, SuspendOrganization, help::CompleteOrganization, organization},
        model::OrganizationDetail,
        state, words,
    },
    refusal::RefusedBy,
    route,
    shell::load::{loaded, use_parameter},
    timeline::PagedTimeline,
    ui::{
        Address, Count, Dialog, Fact, FactStrip, PageHeader, Pair, Pairs, Section, StateBadge,
        TextArea,
    },
};

/// The actions behind the page's forms.
#[derive(Clone, Copy)]
pub(super) struct Actions {
    suspend: Posting<SuspendOrganization>,
    lift: Posting<LiftSuspension>,
    first_admin: first_admin::Actions,
    complete: Posting<CompleteOrganization>,
    profile: profile::Actions,
    add: capability::Actions,
    offboarding: offboarding::Actions,
    review: account_review::Actions,
}

impl Actions {
    pub(super) fn new() -> Actions {
        Actions {
            suspend: Posting::new(),
            lift: Posting::new(),
            first_admin: first_admin::Actions {
                again: Posting::new(),
                correct: Posting::new(),
            },
            complete: Posting::new(),
            profile: profile::Actions {
                correct: Posting::new(),
                country: Posting::new(),
            },
            add: capability::Actions::new(),
            offboarding: offboarding::Actions {
                mark: Posting::new(),
                take_back: Posting::new(),
            },
            review: account_review::Actions {
                begin: Posting::new(),
                end: Posting::new(),
            },
        }
    }
}

/// The page at `/organizations/{id}`.
#[component]
pub fn OrganizationDetailPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let params = use_params_map();
    let actions = Actions::new();
    let find = use_parameter(people::FIND);
    let done = (
        changes(actions.suspend),
        changes(actions.lift),
        changes(actions.complete),
    );
    let marked = (
        changes(actions.offboarding.mark),
        changes(actions.offboarding.take_back),
    );
    let corrected = (
        changes(actions.first_admin.correct),
        changes(actions.profile.correct),
        changes(actions.profile.country),
    );
    let reviewed = (changes(actions.review.begin), changes(actions.review.end));
    let added = actions.add.all().map(changes);
    let data = data::load(
        move || {
            let id = params.with(|params| params.get("id").unwrap_or_default());
            let changed = done.0.get() + done.1.get() + done.2.get();
            let changed = changed + marked.0.get() + marked.1.get();
            let changed = changed + corrected.0.get() + corrected.1.get() + corrected.2.get();
            let changed = changed + reviewed.0.get() + reviewed.1.get();
            let changed = changed + added.iter().map(|it| it.get()).sum::<usize>();
            (id, find.get(), changed)
        },
        |(id, find, _)| organization(id, find),
    );
    loaded(data, move |page| view(lang, page, actions).into_any())
}

pub(super) fn view(lang: Lang, page: OrganizationDetail, actions: Actions) -> impl IntoView {
    let trail = vec![(
        route::ORGANIZATIONS.to_owned(),
        words::title(lang).to_owned(),
    )];
    let own = page.organization.clone();
    let shown = state::of(&own.capabilities);
    let last = page
        .last_activity
        .map(|at| view! { <Fact label=words::last_activity(lang)><Moment at=at day=true/></Fact> });
    let capabilities = Capability::ALL.into_iter().filter_map(|capability| {
        let state = own.capabilities.state(capability)?;
        let label = account::capability(lang, capability);
        let by = state::suspended_by(lang, &own.suspended_by(capability))
            .map(|by| view! { " " <span class="muted">{by}</span> });
        Some(view! { <Pair label=label><StateBadge state=state/> {by}</Pair> })
    });
    let capabilities = capabilities.collect::<Vec<_>>();
    let partner = own.capabilities.is_partner().then(|| {
        let mpn = own.mpn.as_ref().map(ToString::to_string);
        let inactive = own.mpn_inactive.map(|at| {
            let since = words::mpn_inactive(lang, date(lang, at));
            view! { " " <span class="muted">{since}</span> }
        });
        let signed = own.agreement.as_ref();
        let signed = signed.map(|it| words::signed(lang, &it.version, date(lang, it.at)));
        view! {
            <Pair label=words::mpn(lang)>
                {mpn.unwrap_or_else(|| words::no_mpn(lang).to_owned())} {inactive}
            </Pair>
            <Pair label=words::agreement(lang)>
                {signed.unwrap_or_else(|| words::unsigned(lang).to_owned())}
            </Pair>
        }
    });
    let contact = page
        .contact
        .clone()
        .map(|contact| view! { <Pair label=words::contact(lang)><Address at=contact/></Pair> });
    let suspension = own
        .capabilities
        .is_partner()
        .then(|| suspension(lang, &page, actions));
    let people = people::people(lang, &page);
    let completion = completion(lang, &page, actions.complete);
    let related = related(lang, &page.related);
    let adding = capability::adding(lang, &page, actions.add);
    let offboarding = offboarding::offboarding(lang, &page, actions.offboarding);
    let review = account_review::section(lang, &page, actions.review);
    let reviewed = account_review::badge(lang, &page);
    let awaited = first_admin::awaited(lang, &page, actions.first_admin);
    let profile = profile::profile(lang, &page, actions.profile);
    view! {
        <PageHeader
            trail=trail
            title=own.name.to_string()
            badge=move || (shown.map(|state| view! { <StateBadge state=state/> }), reviewed)
        />
        {awaited}
        <FactStrip>
            <Fact label=words::domain(lang)><Address at=own.domain.to_string()/></Fact>
            <Fact label=words::country(lang)>{market::country(lang, own.country)}</Fact>
            <Fact label=words::users(lang)><Count n=page.users/></Fact>
            <Fact label=words::customers(lang)><Count n=page.customers/></Fact>
            {last}
        </FactStrip>
        <Section title=words::standing(lang)>
            <Pairs>
                {capabilities}
                {partner}
                <Pair label=words::region(lang)>{market::region(lang, own.country.region())}</Pair>
                {contact}
                <Pair label=words::since(lang)><Moment at=page.since day=true/></Pair>
            </Pairs>
        </Section>
        {profile}
        {people}
        {related}
        <Section title=words::history(lang)>
            <PagedTimeline history=page.timeline/>
        </Section>
        {completion}
        {adding}
        {suspension}
        {review}
        {offboarding}
    }
}

/// **Suspend**, with its effect shown first, or **Lift suspension**.
fn suspension(lang: Lang, page: &OrganizationDetail, actions: Actions) -> AnyView {
    let (id, name) = (page.organization.id.to_string(), &page.organization.name);
    let is_suspended = page.may_lift.is_ok();
    let by = page.organization.suspended_by(Capability::IndirectReseller);
    let by_enrollment = by
        .contains(&SuspendedBy::Enrollment)
        .then(|| view! { <p>{words::enrollment_suspends(lang)}</p> });
    let action = if is_suspended {
        lifting(lang, id, name.as_str(), actions.lift)
    } else {
        suspending(lang, id, page, actions.suspend)
    };
    view! {
        <Section title=words::suspension(lang) lead=words::suspend_lead(lang)>
            {by_enrollment}
            <div class="actions">{action}</div>
        </Section>
    }
    .into_any()
}

fn suspending(
    lang: Lang,
    id: String,
    page: &OrganizationDetail,
    action: Posting<SuspendOrganization>,
) -> AnyView {
    let may: Result<(), Refusal> = page.may_suspend.clone();
    if let Err(refusal) = may {
        return view! { <RefusedBy label=words::suspend(lang) refusal=refusal look="danger" id="why-suspend"/> }
            .into_any();
    }
    let title = words::suspend_named(lang, &page.organization.name);
    let business = words::goes_on_business(lang, number(page.customers));
    let partnerships = words::goes_on_partnerships(lang, number(page.partnerships));
    view! {
        <Dialog id="suspend" opener=words::suspend(lang) look="danger" title=title form="suspend">
            <p>{words::what_stops(lang)}</p>
            <ul>
                <li>{words::stops_orders(lang)}</li>
                <li>{words::stops_customers(lang)}</li>
                <li>{words::stops_partners(lang)}</li>
            </ul>
            <p>{words::what_goes_on(lang)}</p>
            <ul>
                <li>{business}</li>
                <li>{partnerships}</li>
                <li>{words::goes_on_access(lang)}</li>
            </ul>
            <p>{words::who_is_told(lang)}</p>
            <Form action=action form="suspend">
                <input type="hidden" name="organization" value=id/>
                <TextArea name="reason" label=words::reason(lang) rows=3 maxlength=500u32/>
                <Submit look="danger">{words::suspend(lang)}</Submit>
            </Form>
        </Dialog>
    }
    .into_any()
}

fn lifting(lang: Lang, id: String, name: &str, action: Posting<LiftSuspension>) -> AnyView {
    let title = words::lift_named(lang, name);
    view! {
        <Dialog id="lift" opener=words::lift(lang) look="quiet" title=title form="lift">
            <p>{words::lift_what(lang)}</p>
            <p>{words::who_is_told(lang)}</p>
            <Form action=action form="lift">
                <input type="hidden" name="organization" value=id/>
                <TextArea name="reason" label=words::reason(lang) rows=3 maxlength=500u32/>
                <Submit>{words::lift(lang)}</Submit>
            </Form>
        </Dialog>
    }
    .into_any()
}
