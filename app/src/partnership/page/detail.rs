//! A partnership's page.

use core::time::Duration;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::{Timestamp, partnership::State};

use super::{
    abilities::Abilities,
    end::EndPartnershipSection,
    look,
    row::may_begin,
    tenant_admin::{TenantAdminActions, TenantAdminSection},
};
use crate::partnership::list::Seen;
use crate::{
    context::{use_lang, use_now},
    data,
    i18n::{Lang, Moment, market, number},
    partnership::{
        api::partnership,
        model::{self as partner, Settling},
        words,
    },
    refusal::RefusedBy,
    route,
    ui::{
        ButtonLink, Count, Deadline, Fact, FactStrip, Notice, PageHeader, Section, StateBadge, Tone,
    },
};
use crate::{
    shell::{load::loaded, words as shell},
    timeline::PagedTimeline,
};

/// The time after which a page with scripts asks how far its customers have come.
const AGAIN: Duration = Duration::from_secs(2);

/// The page at `/partnerships/{id}`, for either side.
#[component]
pub fn PartnershipPage() -> impl IntoView {
    let (lang, now) = (use_lang(), use_now());
    let params = use_params_map();
    let actions = TenantAdminActions::new();
    let tenant_admin = actions.changes();
    let asked = RwSignal::new(0_u32);
    let data = data::load(
        move || {
            (
                params.with(|params| params.get("id").unwrap_or_default()),
                tenant_admin.get(),
                asked.get(),
            )
        },
        |(id, ..)| partnership(id),
    );
    loaded(data, move |page| {
        if page.settling.as_ref().is_some_and(|it| !it.is_done) {
            // Runs in a browser only. The page may have been left meanwhile, and the signal with it.
            Effect::new(move || {
                set_timeout(
                    move || {
                        asked.try_update(|asked| *asked += 1);
                    },
                    AGAIN,
                );
            });
        }
        view(lang, now, page, actions).into_any()
    })
}

fn view(
    lang: Lang,
    now: Timestamp,
    page: partner::PartnershipPage,
    actions: TenantAdminActions,
) -> impl IntoView {
    let seen = if page.partnership.provider == page.organization.id {
        Seen::ByProvider
    } else {
        Seen::ByReseller
    };
    let name = page.other.name.to_string();
    let (above, list) = match seen {
        Seen::ByProvider => (words::resellers(lang), route::INDIRECT_RESELLERS),
        Seen::ByReseller => (words::providers(lang), route::INDIRECT_PROVIDERS),
    };
    let state = look(&page.partnership, now);
    let other = page.other.id.to_string();
    let mpn = page
        .other
        .mpn
        .as_ref()
        .map_or_else(|| words::mpn_none(lang).to_owned(), ToString::to_string);
    let customers = route::with_query(route::CUSTOMERS, "filter", &other);
    // What was charged is the provider's to ask for.
    let statement = (seen == Seen::ByProvider).then(|| {
        view! { " · " <a href=route::statement_with(&other)>{shell::statement(lang)}</a> }
    });
    let request = (seen == Seen::ByProvider).then(|| {
        view! { " · " <a href=route::invitation(page.partnership.invitation)>{words::request(lang)}</a> }
    });
    let primary = primary(lang, now, seen, &page);
    let notice = notice(lang, now, &page);
    let settling = page.settling.clone();
    let settling = settling.map(|settling| told_in_steps(lang, &page, settling));
    let (timeline, accepted_by) = (page.timeline.clone(), page.accepted_by.clone());
    let (since, shared, country) = (
        page.partnership.since,
        page.shared_customers,
        page.other.country,
    );
    view! {
        <PageHeader
            trail=vec![(list.to_owned(), above.to_owned())]
            title=name
            badge=move || view! { <StateBadge state=state/> }
        >
            {primary}
        </PageHeader>
        {notice}
        {settling}
        <FactStrip>
            <Fact label=words::since(lang)><Moment at=since day=true/></Fact>
            <Fact label=words::accepted_by(lang)>{accepted_by} {request}</Fact>
            <Fact label=words::shared_customers(lang)>
                <Count n=shared/> " · " <a href=customers>{words::view_customers(lang)}</a> {statement}
            </Fact>
            <Fact label=words::country(lang)>{market::country(lang, country)}</Fact>
            <Fact label=words::mpn(lang)>{mpn}</Fact>
        </FactStrip>
        <Abilities seen=seen page=page.clone() now=now/>
        <TenantAdminSection seen=seen page=page.clone() now=now actions=actions/>
        <Section title=words::history(lang)>
            <PagedTimeline history=timeline/>
        </Section>
        <EndPartnershipSection seen=seen page=page now=now/>
    }
}

fn primary(lang: Lang, now: Timestamp, seen: Seen, page: &partner::PartnershipPage) -> AnyView {
    let other = page.other.id.to_string();
    let (label, href) = match seen {
        Seen::ByProvider => (
            words::add_new_customer(lang),
            route::with_query(route::NEW_CUSTOMER, "reseller", &other),
        ),
        Seen::ByReseller => (
            words::invite_new_customers(lang),
            route::with_query(route::INVITE_FOR_BOTH, "provider", &other),
        ),
    };
    match may_begin(
        seen,
        &page.partnership,
        &page.organization,
        &page.actor,
        now,
    ) {
        Ok(()) => view! { <ButtonLink href=href look="primary">{label}</ButtonLink> }.into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=label refusal=refusal look="primary" id="why-primary"/> }
                .into_any()
        }
    }
}

/// How far it has come what follows for the customers that both serve.
fn told_in_steps(lang: Lang, page: &partner::PartnershipPage, settling: Settling) -> AnyView {
    let Settling {
        tells,
        chosen,
        done,
        is_done,
    } = settling;
    if is_done {
        let all = tells.then(|| words::all_told(lang, number(done)));
        return all
            .map(|all| view! { <Notice tone=Tone::Success><p>{all}</p></Notice> })
            .into_any();
    }
    let so_far = words::done_so_far(lang, number(done), number(chosen));
    let here = route::partnership(page.partnership.id);
    let what = if tells {
        words::being_told(lang)
    } else {
        words::being_settled(lang)
    };
    view! {
        <Notice tone=Tone::Info title=what>
            <progress
                aria-label=words::settling_progress(lang)
                max=chosen.to_string()
                value=done.to_string()
            ></progress>
            <p>{so_far} " " {words::rights_wait_for_nothing(lang)}</p>
            <div class="actions">
                <ButtonLink href=here external=true>{words::refresh(lang)}</ButtonLink>
            </div>
        </Notice>
    }
    .into_any()
}

/// The notice of an end: the partner that ends or ended it, the reason, and the time.
fn notice(lang: Lang, now: Timestamp, page: &partner::PartnershipPage) -> Option<AnyView> {
    let (by, at, reason) = match &page.partnership.state {
        State::Active => return None,
        State::Ending {
            by, ends, reason, ..
        } => (*by, *ends, reason),
        State::Ended { by, at, reason } => (*by, *at, reason),
    };
    let name = if by == page.other.id {
        &page.other.name
    } else {
        &page.organization.name
    };
    let (ending, ended) = (
        words::ending_notice(lang, name),
        words::ended_notice(lang, name),
    );
    let reason = reason
        .as_ref()
        .map(|reason| words::end_reason(lang, reason));
    let reason = reason.map(|reason| view! { <p>{reason}</p> });
    Some(if page.partnership.is_active(now) {
        view! {
            <Notice tone=Tone::Warning>
                <p>{words::ends(lang)} " " <Deadline at=at bare=true/></p>
                <p>{ending}</p>
                {reason}
            </Notice>
        }
        .into_any()
    } else {
        view! {
            <Notice tone=Tone::Neutral>
                <p>{words::ended(lang)} " " <Moment at=at/></p>
                <p>{ended}</p>
                {reason}
            </Notice>
        }
        .into_any()
    })
}
