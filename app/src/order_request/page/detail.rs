//! A request for an order: what is asked for, what it costs, who acts next, and what was written about it.

use leptos::{prelude::*, server_fn::ServerFn as _};
use leptos_router::hooks::use_params_map;
use tierline_core::{
    Refusal,
    ids::SubscriptionId,
    order_request::{Side, State, Status, Wanted},
};

use super::{estimate::estimate, facts::facts, forms, losing, thread::thread};
use crate::{
    context::{use_lang, use_reply},
    data,
    form::{FieldLabels, Form, Posting, Submit, changes::changes},
    i18n::Lang,
    license::page::Ticks,
    order_request::{
        api::{
            AgreeOrderRequest, ApproveOrderRequest, ChangeOrderRequest, DeclineOrderRequest,
            WithdrawOrderRequest, WriteOrderRequest, order_request,
        },
        model::OrderRequestPage as Data,
        words,
    },
    refusal::{RefusedBy, explain},
    route,
    shell::load::{loaded, use_parameter},
    timeline::PagedTimeline,
    ui::{ButtonLink, Checkbox, Notice, PageHeader, Section, StateBadge, TextArea, Tone},
};

/// The `form=` of each form that opens below its button.
const CHANGE: &str = "change";
const DECLINE: &str = "decline";
const DISAGREE: &str = "disagree";

/// The form that approves. The boxes of those who lose a license belong to it by this.
const APPROVE: &str = "approve";

/// The actions behind the page's forms.
#[derive(Clone, Copy)]
struct Actions {
    /// Who is chosen to lose a license.
    ticks: Ticks,
    approve: Posting<ApproveOrderRequest>,
    change: Posting<ChangeOrderRequest>,
    decline: Posting<DeclineOrderRequest>,
    withdraw: Posting<WithdrawOrderRequest>,
    agree: Posting<AgreeOrderRequest>,
    write: Posting<WriteOrderRequest>,
}

/// The page at `/order-requests/{id}`.
#[component]
pub fn OrderRequestPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let params = use_params_map();
    let (before, search) = (use_parameter("before"), use_parameter("search"));
    let approve = Posting::<ApproveOrderRequest>::new();
    let actions = Actions {
        ticks: Ticks::of(APPROVE, "losing[]", (ApproveOrderRequest::PATH, approve)),
        approve,
        change: Posting::new(),
        decline: Posting::new(),
        withdraw: Posting::new(),
        agree: Posting::new(),
        write: Posting::new(),
    };
    let answered = (
        changes(actions.approve),
        changes(actions.change),
        changes(actions.decline),
    );
    let followed = (
        changes(actions.withdraw),
        changes(actions.agree),
        changes(actions.write),
    );
    let data = data::load(
        move || {
            let id = params.with(|params| params.get("id").unwrap_or_default());
            let answered = (answered.0.get(), answered.1.get(), answered.2.get());
            let followed = (followed.0.get(), followed.1.get(), followed.2.get());
            ((id, before.get(), search.get()), answered, followed)
        },
        |((id, before, search), ..)| order_request(id, before, search),
    );
    loaded(data, move |page| view(lang, page, actions).into_any())
}

fn view(lang: Lang, page: Data, actions: Actions) -> impl IntoView {
    let trail = vec![(
        route::ORDER_REQUESTS.to_owned(),
        words::title(lang).to_owned(),
    )];
    let title = words::request_for(lang, &page.customer.name);
    let lead = words::what(lang, page.request.asked.what());
    let status = page.status;
    let facts = facts(lang, &page);
    let price = estimate(lang, &page);
    let next = match page.side {
        Side::Provider => of_provider(lang, &page, actions),
        Side::Reseller => of_reseller(lang, &page, actions),
        Side::Customer => of_customer(lang, &page, actions),
    };
    let messages = thread(lang, &page, actions.write);
    view! {
        <PageHeader trail=trail title=title lead=lead badge=move || view! { <StateBadge state=status/> }/>
        {facts}
        {price}
        {next}
        {messages}
        <Section title=words::history(lang)><PagedTimeline history=page.timeline/></Section>
    }
}

fn refused(label: &'static str, refusal: Refusal, id: &'static str, look: &'static str) -> AnyView {
    view! { <RefusedBy label=label refusal=refusal look=look id=id/> }.into_any()
}

/// A form that opens below its button, and is open when it comes back with a problem.
fn disclosed(label: &'static str, form: &'static str, inside: AnyView) -> AnyView {
    let back = use_reply().is_some_and(|reply| reply.form == form);
    view! {
        <details class="decline" open=back>
            <summary class="button button-quiet">{label}</summary>
            <div class="disclosure-body">{inside}</div>
        </details>
    }
    .into_any()
}

fn of_provider(lang: Lang, page: &Data, actions: Actions) -> AnyView {
    if page.status.waits_for().is_none() {
        return after(lang, page);
    }
    if let Err(refusal) = page.may_answer.clone() {
        let approve = refused(words::approve(lang), refusal, "why-approve", "primary");
        return view! { <div class="actions">{approve}</div> }.into_any();
    }
    let id = page.request.id.to_string();
    let revision = page.request.revision.to_string();
    let approve = match page.problem.clone() {
        Some(refusal) => {
            let why = explain(lang, &refusal);
            view! {
                <Notice tone=Tone::Warning title=words::cannot(lang)><p>{why}</p></Notice>
            }
            .into_any()
        }
        None => {
            let has_other_prices = page.has_other_prices;
            let fields = forms::hidden(vec![
                ("order_request", id.clone()),
                ("revision", revision.clone()),
                ("cost", page.cost.clone()),
                ("lost", page.lost.clone()),
            ]);
            let (of, ticks) = (page.clone(), actions.ticks);
            let how_many = losing::how_many(lang, page);
            view! {
                {how_many}
                <Form action=actions.approve form=APPROVE id=APPROVE>
                    {fields}
                    {losing::who(lang, &of, ticks)}
                    {has_other_prices.then(|| confirmed(lang))}
                    <div class="actions">
                        <Submit>{words::approve(lang)}</Submit>
                    </div>
                </Form>
            }
            .into_any()
        }
    };
    let change = change(lang, page, actions.change);
    let decline = view! {
        <Form action=actions.decline form=DECLINE>
            <input type="hidden" name="order_request" value=id/>
            <TextArea
                name="reason"
                label=words::reason(lang)
                hint=words::reason_hint(lang)
                rows=3
                maxlength=500u32
            />
            <div class="actions">
                <Submit look="danger">{words::decline(lang)}</Submit>
            </div>
        </Form>
    }
    .into_any();
    let decline = disclosed(words::decline(lang), DECLINE, decline);
    view! {
        {approve}
        <div class="actions">{change} {decline}</div>
    }
    .into_any()
}

fn confirmed(lang: Lang) -> impl IntoView {
    view! { <Checkbox name="confirmed" label=words::approve_confirm(lang) value="yes"/> }
}

/// Other numbers, another term or another moment. There is nothing to change about an end.
fn change(lang: Lang, page: &Data, action: Posting<ChangeOrderRequest>) -> Option<AnyView> {
    let wanted = page.request.wanted().clone();
    let mut hidden = vec![
        ("order_request", page.request.id.to_string()),
        ("revision", page.request.revision.to_string()),
        ("what", forms::code(&wanted).to_owned()),
    ];
    if let Some(subscription) = wanted.subscription() {
        hidden.push(("subscription", subscription.to_string()));
    }
    match &wanted {
        Wanted::Quantity { from, .. } => hidden.push(("from", from.to_string())),
        Wanted::Upgrade { to, .. } => hidden.push(("product", to.to_string())),
        Wanted::New { .. } | Wanted::Renew { .. } => {}
        Wanted::Cancel { .. } => return None,
    }
    let hidden = forms::hidden(hidden);
    let of = page.clone();
    let inside = view! {
        <p>{words::change_lead(lang)}</p>
        <Form action=action form=CHANGE>
            {hidden}
            {changed(lang, wanted, &of)}
            <TextArea
                name="reason"
                label=words::reason(lang)
                hint=words::reason_hint(lang)
                rows=3
                maxlength=500u32
                optional=true
            />
            <div class="actions">
                <Submit look="quiet">{words::save_change(lang)}</Submit>
            </div>
        </Form>
    }
    .into_any();
    Some(disclosed(words::change(lang), CHANGE, inside))
}

/// What may be changed. Called within the form, from which each field has what was typed.
fn changed(lang: Lang, wanted: Wanted, page: &Data) -> AnyView {
    let today = page.subscription.as_ref().map(|it| it.quantity);
    match wanted {
        Wanted::New { lines } => forms::lines(lang, &lines, page),
        Wanted::Quantity { from, to, when, .. } => {
            let quantity = forms::quantity(lang, today.unwrap_or(from), to.to_string());
            let when = forms::when(lang, when);
            view! { {quantity} {when} }.into_any()
        }
        Wanted::Upgrade { when, .. } => forms::when(lang, when),
        Wanted::Renew { plan, .. } => forms::plan(lang, plan),
        Wanted::Cancel { .. } => ().into_any(),
    }
}

fn of_reseller(lang: Lang, page: &Data, actions: Actions) -> AnyView {
    if page.status.waits_for().is_none() {
        return after(lang, page);
    }
    let id = page.request.id.to_string();
    match page.may_withdraw.clone() {
        Ok(()) => view! {
            <Form action=actions.withdraw form="withdraw">
                <input type="hidden" name="order_request" value=id/>
                <div class="actions">
                    <Submit look="quiet">{words::withdraw(lang)}</Submit>
                </div>
            </Form>
        }
        .into_any(),
        Err(refusal) => refused(words::withdraw(lang), refusal, "why-withdraw", "quiet"),
    }
}

fn of_customer(lang: Lang, page: &Data, actions: Actions) -> AnyView {
    match page.status.waits_for() {
        Some(Side::Customer) => {}
        // What was ordered for it, it finds there.
        None if page.status == Status::Approved => return after(lang, page),
        _ => return ().into_any(),
    }
    if let Err(refusal) = page.may_agree.clone() {
        return refused(words::agree(lang), refusal, "why-agree", "primary");
    }
    let lead = words::agree_lead(lang, &page.reseller.name, &page.provider.name);
    let id = page.request.id.to_string();
    let agree = forms::hidden(vec![
        ("order_request", id.clone()),
        ("revision", page.request.revision.to_string()),
    ]);
    let disagree = view! {
        <Form action=actions.agree form=DISAGREE>
            <input type="hidden" name="order_request" value=id/>
            <TextArea
                name="reason"
                label=words::reason(lang)
                hint=words::reason_hint(lang)
                rows=3
                maxlength=500u32
            />
            <div class="actions">
                <Submit look="danger" name="then" value="disagree">{words::disagree(lang)}</Submit>
            </div>
        </Form>
    }
    .into_any();
    let disagree = disclosed(words::disagree(lang), DISAGREE, disagree);
    view! {
        <p>{lead}</p>
        <Form action=actions.agree form="agree">
            {agree}
            <div class="actions">
                <Submit name="then" value="agree">{words::agree(lang)}</Submit>
            </div>
        </Form>
        <div class="actions">{disagree}</div>
    }
    .into_any()
}

/// Where to go when it is over.
fn after(lang: Lang, page: &Data) -> AnyView {
    let subscription = page.subscription.as_ref().map(|it| it.id);
    let found = leads_to(lang, &page.request.state, subscription);
    let found = match page.side {
        Side::Customer => found,
        Side::Reseller | Side::Provider => {
            let customer = (route::customer(page.customer.id), words::see_customer(lang));
            Some(found.unwrap_or(customer))
        }
    };
    let link = found.map(|(href, label)| view! { <ButtonLink href=href>{label}</ButtonLink> });
    view! { <div class="actions">{link}</div> }.into_any()
}

/// The page of what came of it: the order, or the subscription that it was about.
fn leads_to(
    lang: Lang,
    state: &State,
    subscription: Option<SubscriptionId>,
) -> Option<(String, &'static str)> {
    if let State::Approved {
        order: Some(order), ..
    } = state
    {
        return Some((route::order(order), words::see_order(lang)));
    }
    subscription.map(|it| (route::subscription(it), words::subscription(lang)))
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use tierline_core::{
        ids::OrderId,
        testing::{day, id},
    };

    use super::*;

    #[test]
    fn what_was_approved_leads_to_what_came_of_it() {
        let approved = |order| State::Approved {
            order,
            prices: Vec::new(),
            at: day(1),
            by: id(7),
        };
        let way = |state, subscription| leads_to(Lang::En, &state, subscription);
        let (order, subscription) = (id::<OrderId>(3), id::<SubscriptionId>(4));
        let ordered = way(approved(Some(order)), None).unwrap();
        assert_eq!(ordered, (route::order(order), "View order"));
        let (changed, _) = way(approved(None), Some(subscription)).unwrap();
        assert_eq!(changed, route::subscription(subscription));
        let withdrawn = State::Withdrawn {
            at: day(1),
            by: id(7),
        };
        assert_eq!(way(withdrawn, None), None);
    }
}
