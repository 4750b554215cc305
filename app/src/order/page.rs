//! **New subscription** for an existing customer: products by term and plan, licenses, partner of record, and then the
//! review.

pub mod review;

pub(crate) mod history;
pub(crate) mod placed;

pub(crate) use self::review::{reviewed_charges, reviewed_costs, reviewed_fields, reviewed_lines};

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::{
    Refusal,
    access::{Action, CustomerFacts, authorize_on_customer},
    organization::{Capability, Party},
    subscription,
};

use crate::{
    catalog::{self, Catalog, ChosenLines, PlanFilter, Total, TypedQuantities},
    context::use_lang,
    customer::{model::NewSubscriptionPage, words as customer},
    data,
    form::{Form, Posting, Submit, typed},
    i18n::Lang,
    order::{
        api::{PlaceOrder, new_subscription},
        words,
    },
    partnership::{
        FIND, PartnerSelect,
        model::{Among, PartnerChoices},
    },
    route,
    shell::load::{loaded, use_parameter},
    ui::{ButtonLink, Notice, PageHeader, Task, TaskSummary, Tone},
};

/// The page.
#[component]
pub fn NewSubscriptionPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let action = Posting::<PlaceOrder>::new();
    let quantities = TypedQuantities::new();
    provide_context(quantities);
    let (search, cursor) = (use_parameter("search"), use_parameter("cursor"));
    let (lines, bases) = (use_parameter("lines"), use_parameter("bases"));
    let (filter, reseller) = (PlanFilter::of_address(), use_parameter("reseller"));
    let find = use_parameter(FIND);
    let typed = typed("partner_of_record");
    let data = data::load(
        move || {
            let chosen = typed.clone().unwrap_or_else(|| reseller.get());
            let resellers = (find.get(), chosen);
            (
                params.with(|params| params.get("id").unwrap_or_default()),
                (search.get(), cursor.get(), filter.get()),
                (lines.get(), bases.get()),
                resellers,
            )
        },
        |(customer, (search, cursor, filter), (lines, bases), (find, chosen))| {
            let PlanFilter {
                term,
                billing,
                kind,
            } = filter;
            new_subscription(
                customer, search, cursor, lines, bases, term, billing, kind, find, chosen,
            )
        },
    );
    loaded(data, move |page| {
        let address = Address {
            search: search.get_untracked(),
            reseller: reseller.get_untracked(),
            filter: filter.get_untracked(),
        };
        quantities.fill();
        view(lang, page, action, address).into_any()
    })
}

/// The address of the page, besides the customer.
struct Address {
    search: String,
    reseller: String,
    filter: PlanFilter,
}

fn view(
    lang: Lang,
    page: NewSubscriptionPage,
    action: Posting<PlaceOrder>,
    address: Address,
) -> AnyView {
    let customer = page.customer;
    let id = customer.customer.id.to_string();
    let trail = vec![
        (
            route::CUSTOMERS.to_owned(),
            customer::title(lang).to_owned(),
        ),
        (route::customer(&id), customer.customer.name.to_string()),
    ];
    let facts = CustomerFacts {
        organization: &customer.organization,
        customer: &customer.customer,
        relationship: Some(&customer.relationship),
        providers: &customer.providers,
    };
    let header = view! {
        <PageHeader trail=trail caption=catalog::words::lead(lang, &customer.customer.name) title=catalog::words::title(lang)/>
    };
    if let Err(refusal) = authorize_on_customer(facts, &customer.actor, Action::PlaceOrder) {
        let why = crate::refusal::explain(lang, &refusal);
        return view! {
            {header}
            <Notice tone=Tone::Warning title=words::refused(lang)><p>{why}</p></Notice>
            <div class="actions"><ButtonLink href=route::customer(&id)>{words::back(lang)}</ButtonLink></div>
        }
        .into_any();
    }
    let is_provider = customer
        .organization
        .capabilities
        .is_active(Capability::IndirectProvider);
    let preselected = if address.reseller.is_empty() {
        only_choice(&customer.other_partners, &page.resellers)
    } else {
        address.reseller.clone()
    };
    let of_record = if !is_provider {
        ().into_any()
    } else if page.resellers.is_empty() {
        view! { <Notice tone=Tone::Warning><p>{words::no_resellers(lang)}</p></Notice> }.into_any()
    } else {
        view! {
            <PartnerSelect
                choices=page.resellers
                among=Among::Resellers
                customer=id.clone()
                name="partner_of_record"
                label=words::partner_of_record(lang)
                hint=words::partner_of_record_hint(lang)
                value=preselected
                prompt=words::no_partner_of_record(lang)
            />
        }
        .into_any()
    };
    let chosen_lines = page
        .chosen
        .iter()
        .map(|line| line.key().to_string())
        .collect::<Vec<_>>();
    let total = page.chosen.clone();
    let waits = page.under_review.then(|| {
        let customer = customer.customer.party();
        let refusal = Refusal::from(subscription::Refusal::CustomerUnderReview { customer });
        let why = crate::refusal::explain(lang, &refusal);
        view! { <Notice tone=Tone::Warning><p>{why}</p></Notice> }
    });
    view! {
        {header}
        {waits}
        <Form action=action>
            <input type="hidden" name="customer" value=id.clone()/>
            // Return in a field presses the first button, so it must not be one that orders or removes.
            <button type="submit" class="visually-hidden" name="go" value="search" tabindex="-1">{catalog::words::update(lang)}</button>
            <Task>
                <ChosenLines chosen=page.chosen/>
                <div class="narrow">{of_record}</div>
                // Before the catalog, whose many buttons come after those that go on.
                <TaskSummary label=catalog::words::summary(lang)>
                    <Total chosen=total/>
                    <div class="actions">
                        <Submit name="go" value="review">{words::review(lang)}</Submit>
                        <ButtonLink href=route::customer(&id) look="plain">{words::cancel(lang)}</ButtonLink>
                    </div>
                </TaskSummary>
                <Catalog products=page.products search=address.search chosen=chosen_lines filter=address.filter/>
            </Task>
        </Form>
    }
    .into_any()
}

/// The id of the reseller that also serves the customer and can be partner of record, if there is exactly one: among
/// several, the portal must not guess which one earns.
fn only_choice(serving: &[Party], choices: &PartnerChoices) -> String {
    // Among more than are listed there are others, too.
    if choices.is_part() {
        return String::new();
    }
    let mut possible = choices
        .partners
        .iter()
        .filter(|choice| serving.iter().any(|party| party.id == choice.id()));
    match (possible.next(), possible.next()) {
        (Some(one), None) => one.id().to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use tierline_core::ids::{OrganizationId, PartnershipId};
    use uuid::Uuid;

    use super::*;
    use crate::partnership::model::PartnerChoice;

    fn choice(number: u128) -> PartnerChoice {
        PartnerChoice {
            party: Party {
                id: OrganizationId::from_uuid(Uuid::from_u128(number)),
                name: "Fabrikam".parse().unwrap(),
            },
            partnership: PartnershipId::from_uuid(Uuid::from_u128(100 + number)),
            country: "TW".parse().unwrap(),
        }
    }

    #[test]
    fn a_partner_of_record_is_chosen_beforehand_only_where_there_is_no_choice() {
        let of = |numbers: &[u128]| PartnerChoices {
            partners: numbers.iter().copied().map(choice).collect(),
            ..PartnerChoices::default()
        };
        let both = [choice(1), choice(2)].map(|choice| choice.party);
        let id = choice(1).id().to_string();
        assert_eq!(only_choice(&both[..1], &of(&[1, 2])), id);
        assert_eq!(only_choice(&both, &of(&[1, 2])), "");
        // The other one is no longer in partnership.
        assert_eq!(only_choice(&both, &of(&[1])), id);
        assert_eq!(only_choice(&[], &of(&[1, 2])), "");
        // Others were not found, or are not listed.
        let found = PartnerChoices {
            words: "fabrikam".to_owned(),
            ..of(&[1])
        };
        assert_eq!(only_choice(&both, &found), "");
        let first = PartnerChoices {
            has_more: true,
            ..of(&[1])
        };
        assert_eq!(only_choice(&both, &first), "");
    }
}
