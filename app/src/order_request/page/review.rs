//! **Review request**: every line that is asked for with its term, plan and price of today, what would be charged now
//! and next, a note, and **Send request**. Only that asks for anything.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::forms;
use crate::{
    catalog::{model::LineKey, words as catalog},
    context::use_lang,
    data,
    form::{ErrorNotice, FieldLabels, Form, Posting, Submit},
    i18n::Lang,
    order::page::{reviewed_charges, reviewed_costs, reviewed_fields, reviewed_lines},
    order_request::{
        api::{AskForOrder, NEW, order_request_review},
        model::OrderRequestReview,
        words,
    },
    route,
    shell::load::{loaded, use_parameter},
    ui::{ButtonLink, Fact, Notice, PageHeader, Tone},
};

/// The page at `/order-requests/new/review`.
#[component]
pub fn ReviewOrderRequestPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let action = Posting::<AskForOrder>::new();
    let (customer, provider) = (use_parameter("customer"), use_parameter("provider"));
    let (lines, bases) = (use_parameter("lines"), use_parameter("bases"));
    let data = data::load(
        move || {
            // After a refusal it is shown as it is now.
            (
                (customer.get(), provider.get()),
                (lines.get(), bases.get()),
                action.version().get(),
            )
        },
        |((customer, provider), (lines, bases), _)| {
            order_request_review(customer, provider, lines, bases)
        },
    );
    loaded(data, move |review| {
        let back = Back {
            lines: lines.get_untracked(),
            bases: bases.get_untracked(),
        };
        view(lang, review, &back, action)
    })
}

/// The lines in the address of the page before.
struct Back {
    lines: String,
    bases: String,
}

impl Back {
    /// The review without a line; without the only one, the page before.
    fn without(&self, customer: &str, provider: &str, key: LineKey) -> String {
        let mut lines: BTreeMap<String, String> =
            route::read_lines(&self.lines).into_iter().collect();
        lines.retain(|text, _| LineKey::parse(text) != Some(key));
        let page = if lines.is_empty() {
            route::ASK_FOR_ORDER
        } else {
            route::REVIEW_ORDER_REQUEST
        };
        self.onto(page, customer, provider, &route::lines(&lines))
    }

    fn onto(&self, page: &str, customer: &str, provider: &str, lines: &str) -> String {
        let page = route::with_query(page, "customer", customer);
        let page = route::with_query(&page, "provider", provider);
        let page = route::with_query(&page, "lines", lines);
        route::with_query(&page, "bases", &self.bases)
    }
}

fn view(
    lang: Lang,
    review: OrderRequestReview,
    back: &Back,
    action: Posting<AskForOrder>,
) -> AnyView {
    let OrderRequestReview {
        customer,
        provider,
        asks_customer,
        lines,
        costs,
        now,
        later,
        problem,
    } = review;
    let (id, of) = (customer.id.to_string(), provider.id.to_string());
    let change = back.onto(route::ASK_FOR_ORDER, &id, &of, &back.lines);
    let trail = vec![
        (route::customer(&id), customer.name.to_string()),
        (change.clone(), words::ask_title(lang).to_owned()),
    ];
    let may_ask = problem.is_none();
    let problem = problem.map(|problem| {
        view! { <Notice tone=Tone::Danger title=words::cannot_ask(lang)><ErrorNotice error=problem/></Notice> }
    });
    let first = asks_customer.then(|| {
        let told = words::asks_customer(lang, &customer.name);
        view! { <Notice tone=Tone::Info><p>{told}</p></Notice> }
    });
    let name = provider.name.to_string();
    let asked = view! { <Fact label=words::asked_provider(lang)>{name}</Fact> }.into_any();
    let costs = reviewed_costs(lang, Some(asked), costs);
    let charged = may_ask.then(|| reviewed_charges(lang, &lines, now, later));
    let posted = reviewed_fields(&lines, false);
    let lines = reviewed_lines(lang, lines, |key| back.without(&id, &of, key));
    let hidden = forms::hidden(vec![
        ("customer", id),
        ("provider", of),
        ("what", NEW.to_owned()),
    ]);
    let note = move || may_ask.then(|| forms::note(lang));
    view! {
        <PageHeader
            trail=trail
            caption=catalog::lead(lang, &customer.name)
            title=words::review(lang)
            lead=words::review_lead(lang, &provider.name)
        />
        {problem}
        {first}
        {lines}
        {costs}
        {charged}
        <Form action=action form="review">
            {hidden}
            {posted}
            {note()}
            <div class="actions">
                {may_ask.then(|| view! { <Submit name="go" value="ask">{words::ask(lang)}</Submit> })}
                <ButtonLink href=change>{words::change_lines(lang)}</ButtonLink>
            </div>
        </Form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_its_only_line_a_request_is_chosen_anew() {
        let sku = "d2dea78b-507c-4e56-b400-39447f4738f8";
        let other = "0190a6a5-94a0-7000-8000-000000000060.month-monthly";
        let key = |text| LineKey::parse(text).unwrap();
        let back = Back {
            lines: format!("{sku}:7,{other}:2"),
            bases: String::new(),
        };
        let one = back.without("c", "p", key(other));
        assert!(one.starts_with(route::REVIEW_ORDER_REQUEST), "{one}");
        assert!(
            one.contains("customer=c") && one.contains("provider=p"),
            "{one}"
        );
        let alone = Back {
            lines: format!("{sku}:7"),
            ..back
        };
        let none = alone.without("c", "p", key(sku));
        assert!(!none.contains("/review"), "{none}");
    }
}
