//! **Request an order**: for a customer, or with one of its subscriptions.

use leptos::prelude::*;

use super::forms;
use crate::{
    context::use_lang,
    data,
    form::{FieldLabels, Form, Posting, Submit},
    i18n::Lang,
    order_request::{
        api::{AskForOrder, CANCEL, LICENSES, NEW, RENEW, UPGRADE, order_request_form},
        model::{AboutSubscription, AskForOrderPage as Data},
        words,
    },
    refusal::explain,
    route,
    shell::load::{loaded, use_parameter},
    ui::{
        ButtonLink, Choice, Field, NavigationForm, Notice, PageHeader, RadioGroup, Section, Select,
        TextArea, Tone,
    },
};

/// The page at `/order-requests/new`.
#[component]
pub fn AskForOrderPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let action = Posting::<AskForOrder>::new();
    let (customer, subscription) = (use_parameter("customer"), use_parameter("subscription"));
    let search = use_parameter("search");
    let data = data::load(
        move || (customer.get(), subscription.get(), search.get()),
        |(customer, subscription, search)| order_request_form(customer, subscription, search),
    );
    loaded(data, move |page| {
        view(lang, page, search.get_untracked(), action).into_any()
    })
}

fn view(
    lang: Lang,
    page: Data,
    search: String,
    action: Posting<AskForOrder>,
) -> impl IntoView + use<> {
    let id = page.customer.id;
    let mut trail = vec![(route::customer(id), page.customer.name.to_string())];
    if let Some(it) = &page.subscription {
        trail.push((route::subscription(it.id), it.product.clone()));
    }
    let lead = words::ask_lead(lang, &page.customer.name);
    let back = match &page.subscription {
        Some(it) => route::subscription(it.id),
        None => route::customer(id),
    };
    let header = view! { <PageHeader trail=trail title=words::ask_title(lang) lead=lead/> };
    if let Err(refusal) = page.may_ask.clone() {
        let why = explain(lang, &refusal);
        return view! {
            {header}
            <Notice tone=Tone::Warning title=words::refused(lang)><p>{why}</p></Notice>
            <div class="actions"><ButtonLink href=back>{crate::ui::words::cancel(lang)}</ButtonLink></div>
        }
        .into_any();
    }
    let finding = page
        .subscription
        .is_none()
        .then(|| finding(lang, &page, search));
    let hidden = match &page.subscription {
        Some(it) => vec![
            ("customer", id.to_string()),
            ("subscription", it.id.to_string()),
            ("from", it.quantity.to_string()),
        ],
        None => vec![("customer", id.to_string()), ("what", NEW.to_owned())],
    };
    let hidden = forms::hidden(hidden);
    view! {
        {header}
        {finding}
        <Form action=action form="ask">
            {hidden}
            {fields(lang, page)}
            <TextArea
                name="note"
                label=words::note(lang)
                hint=words::note_hint(lang)
                rows=4
                maxlength=8000u32
                optional=true
            />
            <div class="actions">
                <Submit>{words::ask(lang)}</Submit>
                <ButtonLink href=back look="plain">{crate::ui::words::cancel(lang)}</ButtonLink>
            </div>
        </Form>
    }
    .into_any()
}

/// The search for products, which is none of the form's fields.
fn finding(lang: Lang, page: &Data, search: String) -> AnyView {
    let customer = page.customer.id.to_string();
    view! {
        <NavigationForm path=route::ASK_FOR_ORDER form="products">
            <input type="hidden" name="customer" value=customer/>
            <Field name="search" label=words::find_products(lang) kind="search" value=search width="medium"/>
            <div class="actions">
                <button type="submit" class="button button-quiet">{words::find(lang)}</button>
            </div>
        </NavigationForm>
    }
    .into_any()
}

/// What may be asked for. Called within the form, from which each field has what was typed.
fn fields(lang: Lang, page: Data) -> AnyView {
    match page.subscription {
        Some(it) => of_subscription(lang, it),
        None => of_new(lang, &page),
    }
}

fn of_new(lang: Lang, page: &Data) -> AnyView {
    let providers: Vec<Choice> = page
        .providers
        .iter()
        .map(|provider| {
            let name = &provider.party.name;
            let words = if provider.may_order {
                name.to_string()
            } else {
                words::may_not_order(lang, name)
            };
            Choice::new(provider.party.id.to_string(), words)
        })
        .collect();
    let may_order = page.providers.iter().find(|provider| provider.may_order);
    let chosen = may_order.or(page.providers.first());
    let chosen = chosen.map(|provider| provider.party.id.to_string());
    let products = page
        .products
        .iter()
        .map(|product| (product.clone(), String::new()));
    let products = if page.products.is_empty() {
        view! { <p class="muted">{words::no_products(lang)}</p> }.into_any()
    } else {
        forms::lines(lang, products.collect())
    };
    let more = page
        .has_more
        .then(|| view! { <p class="muted">{words::more_products(lang)}</p> });
    let plan = forms::plan(
        lang,
        Some(tierline_core::subscription::Plan::DEFAULT),
        false,
    );
    view! {
        <Select
            name="provider"
            label=words::asked_provider(lang)
            options=providers
            value=chosen.unwrap_or_default()
            width="medium"
        />
        <Section title=words::products(lang) lead=words::products_lead(lang)>
            {products}
            {more}
        </Section>
        {plan}
    }
    .into_any()
}

fn of_subscription(lang: Lang, it: AboutSubscription) -> AnyView {
    let mut what = vec![Choice::new(LICENSES, words::do_licenses(lang))];
    if !it.targets.is_empty() {
        what.push(Choice::new(UPGRADE, words::do_upgrade(lang)));
    }
    what.push(Choice::new(RENEW, words::do_renew(lang)));
    what.push(Choice::new(CANCEL, words::do_cancel(lang)));
    let targets: Vec<Choice> = it
        .targets
        .iter()
        .map(|target| Choice::new(target.sku.to_string(), target.name.clone()))
        .collect();
    let upgrade = (!targets.is_empty()).then(|| {
        view! {
            <Select name="product" label=words::upgrade_to(lang) options=targets prompt=words::choose(lang) width="medium"/>
        }
    });
    let quantity = forms::quantity(lang, it.quantity, it.quantity.to_string());
    let when = forms::when(lang, Default::default());
    let plan = forms::plan(lang, None, true);
    view! {
        <RadioGroup name="what" legend=words::what_to_do(lang) options=what value=LICENSES/>
        {quantity}
        {upgrade}
        {plan}
        {when}
    }
    .into_any()
}
