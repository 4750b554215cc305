//! **Request an order**: for a customer, or with one of its subscriptions.

use leptos::{prelude::*, server_fn::ServerFn as _};

use super::{choose::choose, forms, losing};
use crate::{
    catalog::{PlanFilter, TypedQuantities},
    context::use_lang,
    data,
    form::{FieldLabels, Form, Posting, Submit, typed},
    i18n::Lang,
    license::page::Ticks,
    order_request::{
        api::{AskForOrder, CANCEL, LICENSES, RENEW, UPGRADE, order_request_form},
        model::{AboutSubscription, AskForOrderPage as Data},
        words,
    },
    refusal::explain,
    route,
    shell::load::{loaded, use_parameter},
    subscription::model::LosingChoice,
    ui::{ButtonLink, Choice, Notice, PageHeader, RadioGroup, Select, Tone},
};

/// The form about a subscription. The boxes of those who are proposed to lose a license belong to it by this.
const FORM: &str = "ask";

/// The page at `/order-requests/new`.
#[component]
pub fn AskForOrderPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let action = Posting::<AskForOrder>::new();
    let quantities = TypedQuantities::new();
    provide_context(quantities);
    let (customer, subscription) = (use_parameter("customer"), use_parameter("subscription"));
    let (search, cursor) = (use_parameter("search"), use_parameter("cursor"));
    let (lines, bases) = (use_parameter("lines"), use_parameter("bases"));
    let (filter, provider) = (PlanFilter::of_address(), use_parameter("provider"));
    let typed = typed("provider");
    let ticks = Ticks::of(FORM, "losing[]", (AskForOrder::PATH, action));
    let data = data::load(
        move || {
            (
                (customer.get(), subscription.get()),
                typed.clone().unwrap_or_else(|| provider.get()),
                (search.get(), cursor.get(), filter.get()),
                (lines.get(), bases.get()),
            )
        },
        |((customer, subscription), provider, (search, cursor, filter), (lines, bases))| {
            let PlanFilter {
                term,
                billing,
                kind,
            } = filter;
            order_request_form(
                customer,
                subscription,
                provider,
                search,
                cursor,
                lines,
                bases,
                term,
                billing,
                kind,
            )
        },
    );
    loaded(data, move |page| {
        let address = Address {
            provider: provider.get_untracked(),
            search: search.get_untracked(),
            filter: filter.get_untracked(),
        };
        quantities.fill();
        view(lang, page, address, (action, ticks)).into_any()
    })
}

/// The address of the page, besides what it is about and the lines.
pub(super) struct Address {
    pub(super) provider: String,
    pub(super) search: String,
    pub(super) filter: PlanFilter,
}

fn view(
    lang: Lang,
    page: Data,
    address: Address,
    (action, ticks): (Posting<AskForOrder>, Ticks),
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
    let form = match page.subscription {
        Some(it) => {
            let losing = (page.losing, ticks);
            about_subscription(lang, id.to_string(), (it, losing), back, action)
        }
        None => choose(lang, page, address, back, action),
    };
    view! {
        {header}
        {form}
    }
    .into_any()
}

fn about_subscription(
    lang: Lang,
    customer: String,
    (it, (losing, ticks)): (AboutSubscription, (Option<LosingChoice>, Ticks)),
    back: String,
    action: Posting<AskForOrder>,
) -> AnyView {
    let hidden = forms::hidden(vec![
        ("customer", customer),
        ("subscription", it.id.to_string()),
        ("from", it.quantity.to_string()),
    ]);
    view! {
        <Form action=action form=FORM id=FORM>
            {hidden}
            {of_subscription(lang, it)}
            {losing::proposal(lang, losing, ticks)}
            {forms::note(lang)}
            <div class="actions">
                <Submit>{words::ask(lang)}</Submit>
                <ButtonLink href=back look="plain">{crate::ui::words::cancel(lang)}</ButtonLink>
            </div>
        </Form>
    }
    .into_any()
}

/// What may be asked for with a subscription. Called within the form, from which each field has what was typed.
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
    let plan = forms::plan(lang, None);
    view! {
        <RadioGroup name="what" legend=words::what_to_do(lang) options=what value=LICENSES/>
        {quantity}
        {upgrade}
        {plan}
        {when}
    }
    .into_any()
}
