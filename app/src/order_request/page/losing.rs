//! Who loses a license when there are to be fewer: the reseller proposes, and whoever approves says it.

use leptos::prelude::*;

use crate::{
    catalog::words as catalog,
    i18n::{Lang, number},
    license::page::Ticks,
    order_request::{api::PROPOSED, model::OrderRequestPage, words},
    route,
    subscription::{
        model::LosingChoice,
        page::{holder, who_or},
        words as subscription,
    },
    ui::{Choice, Disclosure, Field, NavigationForm, Notice, Section, Tone},
};

/// In the form that asks: the boxes of those who hold a license. Nothing for readers who know no users.
pub(super) fn proposal(lang: Lang, choice: Option<LosingChoice>, ticks: Ticks) -> Option<AnyView> {
    let LosingChoice { holders, more, .. } = choice?;
    let more = more.then(|| view! { <p class="muted">{words::more_users(lang)}</p> });
    let boxes = holders
        .into_iter()
        .map(|it| holder(lang, it, ticks))
        .collect_view();
    let open = ticks.are_some();
    Some(
        view! {
            <Disclosure summary=words::propose_losing(lang) open=open>
                <p>{words::propose_losing_lead(lang)}</p>
                {more}
                {boxes}
            </Disclosure>
        }
        .into_any(),
    )
}

/// Before the form that approves: how many lose one, with a search where those who hold one are many.
pub(super) fn how_many(lang: Lang, page: &OrderRequestPage) -> Option<AnyView> {
    if page.too_many == 0 {
        return None;
    }
    let says = words::too_many(lang, number(page.too_many));
    let choice = page.losing.as_ref();
    let choice = choice.filter(|choice| choice.more || !choice.search.is_empty());
    let search = choice.map(|choice| {
        let (path, value) = (route::order_request(page.request.id), choice.search.clone());
        view! {
            <NavigationForm path=path form="holders" noscroll=true>
                <Field name="search" label=subscription::search_holders(lang) value=value/>
                <div class="actions">
                    <button type="submit" class="button button-quiet">{catalog::search_do(lang)}</button>
                </div>
            </NavigationForm>
        }
    });
    Some(
        view! {
            <Section title=subscription::who_loses(lang) id="losing">
                <Notice tone=Tone::Warning><p>{says}</p></Notice>
                {search}
            </Section>
        }
        .into_any(),
    )
}

/// Inside the form that approves: whom the reseller proposes, those who are chosen, or those who got theirs last.
/// Nothing while nobody has to lose one.
pub(super) fn who(lang: Lang, page: &OrderRequestPage, ticks: Ticks) -> Option<AnyView> {
    let count = u32::try_from(page.request.losing.len()).unwrap_or(u32::MAX);
    let first = (count > 0).then(|| {
        let answer = Choice::new(
            PROPOSED,
            words::proposed_lose(lang, &page.reseller.name, number(count)),
        );
        if page.proposed.is_empty() {
            answer
        } else {
            answer.hint(page.proposed.join(", "))
        }
    });
    who_or(lang, page.too_many, first, (page.losing.clone(), ticks))
}

/// Whom the reseller proposes, in words: by name for readers who know the customer's users.
pub(super) fn proposed(lang: Lang, page: &OrderRequestPage) -> Option<String> {
    let count = u32::try_from(page.request.losing.len()).unwrap_or(u32::MAX);
    match (count, page.proposed.as_slice()) {
        (0, _) => None,
        (count, []) => Some(words::so_many_users(lang, number(count))),
        (_, names) => Some(names.join(", ")),
    }
}
