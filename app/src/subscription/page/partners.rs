//! Who supports the customer of a subscription, and who earns incentives on it: who does, and the choice of others.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    context::{use_lang, use_session},
    data,
    form::{Form, Posting, Submit},
    i18n::{Lang, Moment, number},
    partnership::{FIND, PartnerSelect, model::Among},
    refusal::{RefusedBy, explain, remedy},
    route,
    shell::load::{loaded, use_parameter},
    subscription::{
        api::{DesignateSupport, SetPartnerOfRecord, subscription_partners},
        model::partners::{NamedTenure, PartnersPage as Page, Support},
        words::{detail, partners as words},
    },
    ui::{Checkbox, Choice, Notice, PageHeader, Pair, Pairs, Section, Select, Table, Tone},
};

/// The forms of the page.
#[derive(Clone, Copy)]
struct Actions {
    support: Posting<DesignateSupport>,
    of_record: Posting<SetPartnerOfRecord>,
}

/// The page.
#[component]
pub fn PartnersPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let (find, reseller) = (use_parameter(FIND), use_parameter("reseller"));
    let actions = Actions {
        support: Posting::new(),
        of_record: Posting::new(),
    };
    let data = data::load(
        move || {
            let id = params.with(|params| params.get("id").unwrap_or_default());
            let versions = (
                actions.support.version().get(),
                actions.of_record.version().get(),
            );
            (id, find.get(), reseller.get(), versions)
        },
        |(id, find, reseller, _)| subscription_partners(id, find, reseller),
    );
    loaded(data, move |page| {
        view(lang, page, reseller.get_untracked(), actions).into_any()
    })
}

fn view(lang: Lang, page: Page, asked: String, actions: Actions) -> impl IntoView {
    let trail = vec![
        (
            route::CUSTOMERS.to_owned(),
            detail::customers(lang).to_owned(),
        ),
        (
            route::customer(page.customer.id),
            page.customer.name.to_string(),
        ),
        (route::subscription(page.id), page.product.clone()),
    ];
    let support = contact(lang, &page.support);
    let designate = designate(lang, &page, actions.support);
    let warning = page.warning.as_ref().map(|refusal| {
        let why = explain(lang, refusal);
        let way = remedy(lang, refusal, use_session().as_ref(), None);
        let way = way.map(|(href, label)| view! { <p><a href=href>{label}</a></p> });
        view! { <Notice tone=Tone::Warning title=words::warning(lang)><p>{why}</p> {way}</Notice> }
    });
    let name = page.of_record.as_ref().map(|party| party.name.to_string());
    let name = name.unwrap_or_else(|| words::nobody(lang).to_owned());
    let tenures = tenures(lang, &page.tenures);
    let set = set(lang, page, asked, actions.of_record);
    view! {
        <PageHeader trail=trail title=words::title(lang) lead=words::lead(lang)/>
        <Section title=words::support(lang) lead=words::support_lead(lang) id="support">
            {support}
            {designate}
        </Section>
        <Section title=words::of_record(lang) lead=words::of_record_lead(lang) id="of-record">
            {warning}
            <Pairs><Pair label=words::of_record(lang)>{name}</Pair></Pairs>
            {set}
        </Section>
        <Section title=words::history(lang)>{tenures}</Section>
    }
}

/// Whom to call, and how.
pub(super) fn contact(lang: Lang, support: &Support) -> impl IntoView + use<> {
    let Support {
        party,
        email,
        phone,
        website,
    } = support.clone();
    let none = email.is_none() && phone.is_none() && website.is_none();
    let none = none.then(|| {
        view! { <Pair label=words::email(lang)>{words::no_contact(lang)}</Pair> }
    });
    let email = email.map(|email| {
        let to = format!("mailto:{}", route::encode(&email).replace("%40", "@"));
        view! { <Pair label=words::email(lang)><a href=to>{email}</a></Pair> }
    });
    let phone = phone.map(|phone| {
        let signs = phone.chars();
        let dialed: String = signs
            .filter(|sign| sign.is_ascii_digit() || *sign == '+')
            .collect();
        let to = format!("tel:{dialed}");
        view! { <Pair label=words::phone(lang)><a href=to rel="external">{phone}</a></Pair> }
    });
    let website = website.map(|website| {
        let href = website.clone();
        view! {
            <Pair label=words::website(lang)>
                <a href=href rel="external noopener nofollow">{website}</a>
            </Pair>
        }
    });
    view! {
        <Pairs>
            <Pair label=words::partner(lang)>{party.name.to_string()}</Pair>
            {email}
            {phone}
            {website}
            {none}
        </Pairs>
    }
}

fn designate(lang: Lang, page: &Page, action: Posting<DesignateSupport>) -> AnyView {
    if let Some(refusal) = page.support_refused.clone() {
        let label = words::designated(lang);
        return view! {
            <div class="actions"><RefusedBy label=label refusal=refusal id="why-support"/></div>
        }
        .into_any();
    }
    let only = (page.contacts.len() < 2).then(|| {
        view! { <p class="muted">{words::only_default(lang)}</p> }
    });
    let options: Vec<Choice> = page
        .contacts
        .iter()
        .map(|party| {
            let name = if party.id == page.ordered_by.id {
                words::by_default(lang, &party.name)
            } else {
                party.name.to_string()
            };
            Choice::new(party.id.to_string(), name)
        })
        .collect();
    let (id, now) = (page.id.to_string(), page.support.party.id.to_string());
    let all = (page.others > 0).then(|| {
        let label = match page.others {
            1 => words::one_other(lang).to_owned(),
            others => words::all_others(lang, number(others)),
        };
        view! { <Checkbox name="all" label=label/> }
    });
    view! {
        {only}
        <Form action=action form="support">
            <input type="hidden" name="subscription" value=id/>
            <div class="narrow">
                <Select name="partner" label=words::designated(lang) options=options value=now/>
            </div>
            {all}
            <div class="actions"><Submit look="quiet">{words::submit(lang)}</Submit></div>
        </Form>
    }
    .into_any()
}

fn set(lang: Lang, page: Page, asked: String, action: Posting<SetPartnerOfRecord>) -> AnyView {
    if let Some(refusal) = page.of_record_refused {
        let label = words::fix(lang);
        return view! {
            <div class="actions"><RefusedBy label=label refusal=refusal id="why-of-record"/></div>
        }
        .into_any();
    }
    let now = page.of_record.map(|party| party.id.to_string());
    if page.resellers.is_empty() && now.is_none() {
        return view! { <Notice tone=Tone::Warning><p>{words::no_resellers(lang)}</p></Notice> }
            .into_any();
    }
    let chosen = if asked.is_empty() {
        now.unwrap_or_default()
    } else {
        asked
    };
    let (id, customer) = (page.id.to_string(), page.customer.id.to_string());
    let is_part = page.resellers.is_part();
    // Return in the field of the search presses the first button, so it must not be one that looks for a reseller.
    let first = is_part.then(|| {
        view! {
            <button type="submit" class="visually-hidden" name="go" value="submit" tabindex="-1">
                {words::submit(lang)}
            </button>
        }
    });
    view! {
        <Form action=action form="of-record">
            <input type="hidden" name="subscription" value=id/>
            {first}
            <div class="narrow">
                <PartnerSelect
                    choices=page.resellers
                    among=Among::Resellers
                    customer=customer
                    name="reseller"
                    label=words::of_record(lang)
                    hint=words::of_record_hint(lang)
                    value=chosen
                    prompt=words::nobody(lang)
                />
            </div>
            <div class="actions">
                <Submit look="quiet" name="go" value="submit">{words::submit(lang)}</Submit>
            </div>
        </Form>
    }
    .into_any()
}

/// Who earned from when until when.
fn tenures(lang: Lang, all: &[NamedTenure]) -> impl IntoView + use<> {
    let rows = all.iter().map(|tenure| {
        let name = tenure.reseller.as_ref().map(|party| party.name.to_string());
        let name = name.unwrap_or_else(|| words::nobody(lang).to_owned());
        let (from, until) = (tenure.from, tenure.until);
        let until = match until {
            Some(at) => view! { <Moment at=at day=true short=true/> }.into_any(),
            None => words::today(lang).into_any(),
        };
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td data-label=words::from(lang)><Moment at=from day=true short=true/></td>
                <td data-label=words::until(lang)>{until}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Table caption=words::history(lang) dense=true>
            <thead>
                <tr>
                    <th scope="col">{words::of_record(lang)}</th>
                    <th scope="col">{words::from(lang)}</th>
                    <th scope="col">{words::until(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use tierline_core::{
        subscription::Refusal,
        testing::{customer, day, id, provider, reseller},
    };

    use super::*;
    use crate::ui::tests::render;

    /// What the provider sees, for which the reseller supports the customer.
    fn page() -> Page {
        let (provider, reseller) = (provider().party(), reseller().party());
        let tenure = |reseller, from, until| NamedTenure {
            reseller,
            from: day(from),
            until,
        };
        Page {
            id: id(60),
            product: "Business Basic".to_owned(),
            customer: customer().party(),
            ordered_by: provider.clone(),
            support: Support {
                party: reseller.clone(),
                email: Some("help@fabrikam.example".to_owned()),
                phone: Some("+33 1 23 45 67 89".to_owned()),
                website: None,
            },
            contacts: vec![provider, reseller.clone()],
            others: 12,
            support_refused: None,
            of_record: Some(reseller.clone()),
            resellers: Default::default(),
            of_record_refused: None,
            warning: None,
            tenures: vec![
                tenure(Some(reseller), 9, None),
                tenure(None, 0, Some(day(9))),
            ],
        }
    }

    fn rendered(page: Page) -> String {
        render(move || {
            let actions = Actions {
                support: Posting::new(),
                of_record: Posting::new(),
            };
            view(Lang::En, page, String::new(), actions)
        })
    }

    #[test]
    fn who_supports_is_shown_with_how_to_reach_it_and_the_choice_of_others() {
        let html = rendered(page());
        assert!(html.contains("mailto:help@fabrikam.example"), "{html}");
        assert!(html.contains("tel:+33123456789"), "{html}");
        assert!(html.contains("Contoso Distribution (ordered it)"), "{html}");
        assert!(html.contains("action=\"/api/designate-support\""), "{html}");
        assert!(html.contains("the other 12 subscriptions"), "{html}");
        assert!(
            html.contains("January 10") || html.contains("Jan 10"),
            "{html}"
        );
    }

    #[test]
    fn whoever_may_choose_nobody_reads_why_and_what_is_wrong() {
        let partner = provider().party();
        let refused = Refusal::AnotherPartner {
            partner: partner.clone(),
        };
        let html = rendered(Page {
            support_refused: Some(refused.clone().into()),
            of_record_refused: Some(refused.into()),
            warning: Some(Refusal::NoPartnerOfRecord { partner }.into()),
            of_record: None,
            ..page()
        });
        assert!(!html.contains("<form"), "{html}");
        assert!(
            html.contains("Only Contoso Distribution can do this"),
            "{html}"
        );
        assert!(html.contains("notice-warning"), "{html}");
        assert!(html.contains("no one earns incentives on it"), "{html}");
    }
}
