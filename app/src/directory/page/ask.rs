//! A message that asks to partner, for the reseller that sent it and the provider that got it.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::{Refusal, directory::AskState};

use crate::{
    context::{use_lang, use_reply},
    data,
    directory::{
        api::{AnswerAsk, DeclineAsk, WithdrawAsk, partner_ask},
        model::AskPage,
        words::{ask as words, asks as list},
    },
    form::{Form, Posting, Submit, changes::changes},
    i18n::{Lang, Moment, market},
    partnership::words as partnership,
    refusal::RefusedBy,
    route,
    shell::load::loaded,
    ui::{Address, ButtonLink, PageHeader, Pair, Pairs, Section, StateBadge, StateLook, TextArea},
};

/// The `form=` of the form that declines.
const DECLINE: &str = "decline";

/// The actions behind the page's forms.
#[derive(Clone, Copy)]
struct Actions {
    answer: Posting<AnswerAsk>,
    decline: Posting<DeclineAsk>,
    withdraw: Posting<WithdrawAsk>,
}

/// The page at `/partner-requests/{id}`.
#[component]
pub fn AskDetailPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let actions = Actions {
        answer: Posting::new(),
        decline: Posting::new(),
        withdraw: Posting::new(),
    };
    let done = (
        changes(actions.answer),
        changes(actions.decline),
        changes(actions.withdraw),
    );
    let data = data::load(
        move || {
            let id = params.with(|params| params.get("id").unwrap_or_default());
            (id, done.0.get(), done.1.get(), done.2.get())
        },
        |(id, ..)| partner_ask(id),
    );
    loaded(data, move |page| view(lang, page, actions).into_any())
}

fn view(lang: Lang, page: AskPage, actions: Actions) -> impl IntoView {
    let (title, trail) = if page.is_provider {
        (
            words::title_received(lang, &page.reseller.name),
            vec![
                (route::INDIRECT_RESELLERS, partnership::resellers(lang)),
                (route::PARTNER_ASKS, list::title(lang)),
            ],
        )
    } else {
        (
            words::title_sent(lang, &page.provider.name),
            vec![(route::INDIRECT_PROVIDERS, partnership::providers(lang))],
        )
    };
    let trail = trail
        .into_iter()
        .map(|(href, label)| (href.to_owned(), label.to_owned()));
    let trail: Vec<_> = trail.collect();
    let look = StateLook::from(&page.ask.state);
    let reason = match &page.ask.state {
        AskState::Declined { reason, .. } => Some(reason.to_string()),
        _ => None,
    };
    let reason = reason.map(|reason| {
        view! { <Pair label=words::reason(lang)><span class="as-typed">{reason}</span></Pair> }
    });
    let from = format!("{}, {}", page.asked_by, page.reseller.name);
    let to = page.provider.name.to_string();
    let to = match page.listing {
        Some(listing) => {
            view! { <a href=route::provider_profile(listing) rel="external">{to}</a> }.into_any()
        }
        None => to.into_any(),
    };
    let country = market::country(lang, page.reseller_country);
    let answer_to = page.answer_to.as_ref().map(|address| {
        let address = address.to_string();
        view! { <Pair label=words::reply_to(lang)><Address at=address/></Pair> }
    });
    let (message, at) = (page.ask.message.to_string(), page.ask.at);
    let next = if page.is_provider {
        of_provider(lang, &page, actions)
    } else {
        of_reseller(lang, &page, actions)
    };
    view! {
        <PageHeader trail=trail title=title badge=move || view! { <StateBadge state=look/> }/>
        <Pairs>
            <Pair label=words::from(lang)>{from}</Pair>
            <Pair label=words::country(lang)>{country}</Pair>
            <Pair label=words::to(lang)>{to}</Pair>
            {answer_to}
            <Pair label=words::sent_on(lang)><Moment at=at/></Pair>
            {reason}
        </Pairs>
        <Section title=words::message(lang)>
            <p class="card as-typed">{message}</p>
        </Section>
        {next}
    }
}

/// One click makes a request of it.
fn of_provider(lang: Lang, page: &AskPage, actions: Actions) -> AnyView {
    if let AskState::Answered { invitation, .. } = page.ask.state {
        return view! {
            <div class="actions">
                <ButtonLink href=route::invitation(invitation)>{words::see_request(lang)}</ButtonLink>
            </div>
        }
        .into_any();
    }
    if page.ask.state != AskState::Waiting {
        return ().into_any();
    }
    let (answered, declined) = (page.ask.id.to_string(), page.ask.id.to_string());
    let answer = match page.may_answer.clone() {
        Ok(()) => view! {
            <Form action=actions.answer form="answer">
                <input type="hidden" name="ask" value=answered/>
                <div class="actions">
                    <Submit>{words::turn_into_request(lang)}</Submit>
                </div>
            </Form>
        }
        .into_any(),
        Err(refusal) => refused(
            words::turn_into_request(lang),
            refusal,
            "why-answer",
            "primary",
        ),
    };
    let back = use_reply().is_some_and(|reply| reply.form == DECLINE);
    let decline = match page.may_decline.clone() {
        Ok(()) => view! {
            <details class="decline" open=back>
                <summary class="button button-quiet">{words::decline(lang)}</summary>
                <div class="disclosure-body">
                    <p>{words::decline_lead(lang)}</p>
                    <Form action=actions.decline form=DECLINE>
                        <input type="hidden" name="ask" value=declined/>
                        <TextArea name="reason" label=words::reason(lang) rows=3 maxlength=500u32/>
                        <div class="actions">
                            <Submit look="danger">{words::decline(lang)}</Submit>
                        </div>
                    </Form>
                </div>
            </details>
        }
        .into_any(),
        Err(refusal) => refused(words::decline(lang), refusal, "why-decline", "quiet"),
    };
    view! {
        <p>{words::turn_lead(lang)}</p>
        <div class="actions">{answer} {decline}</div>
    }
    .into_any()
}

fn of_reseller(lang: Lang, page: &AskPage, actions: Actions) -> AnyView {
    match page.ask.state {
        AskState::Answered { .. } => {
            view! { <p>{words::answered_lead(lang, &page.provider.name)}</p> }.into_any()
        }
        AskState::Waiting => match page.may_withdraw.clone() {
            Ok(()) => {
                let id = page.ask.id.to_string();
                view! {
                    <Form action=actions.withdraw form="withdraw">
                        <input type="hidden" name="ask" value=id/>
                        <div class="actions">
                            <Submit look="quiet">{words::withdraw(lang)}</Submit>
                        </div>
                    </Form>
                }
                .into_any()
            }
            Err(refusal) => refused(words::withdraw(lang), refusal, "why-withdraw", "quiet"),
        },
        AskState::Declined { .. } | AskState::Withdrawn { .. } => ().into_any(),
    }
}

fn refused(label: &'static str, refusal: Refusal, id: &'static str, look: &'static str) -> AnyView {
    view! { <RefusedBy label=label refusal=refusal look=look id=id/> }.into_any()
}
