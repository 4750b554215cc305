//! The groups of a customer, on its page.

use leptos::prelude::*;
use tierline_core::ids::OrganizationId;

use super::choice::{boxes, held};
use crate::{
    context::use_lang,
    form::{FilledWith, Form, Posting, Submit},
    group::{api::AssignCustomerGroups, model::CustomerGroups, words},
    refusal::RefusedBy,
    route,
    ui::{Fieldset, Section},
};

/// The groups in which the customer is, with a form for who puts it into others. Nothing as long as the partner has no
/// groups and the reader makes none.
#[component]
pub fn GroupsOfCustomer(
    /// The customer.
    customer: OrganizationId,
    /// Its groups.
    groups: CustomerGroups,
    /// The form's action.
    action: Posting<AssignCustomerGroups>,
) -> impl IntoView {
    let lang = use_lang();
    let CustomerGroups {
        groups,
        may_assign,
        mark,
    } = groups;
    let shown = match may_assign {
        Ok(()) if groups.is_empty() => view! {
            <p>
                {words::no_groups_yet(lang)} " "
                <a href=route::CUSTOMER_GROUPS>{words::open_groups(lang)}</a>
            </p>
        }
        .into_any(),
        Ok(()) => view! {
            <Form action=action form="groups">
                <input type="hidden" name="customer" value=customer.to_string()/>
                <FilledWith mark=mark/>
                <Fieldset legend=words::title(lang) titled=true>{boxes(groups)}</Fieldset>
                <div class="actions">
                    <Submit look="quiet">{words::save(lang)}</Submit>
                </div>
            </Form>
        }
        .into_any(),
        Err(_) if groups.is_empty() => return ().into_any(),
        Err(refusal) => {
            let names = held(lang, &groups);
            let names = if names.is_empty() {
                words::in_no_group(lang).to_owned()
            } else {
                names
            };
            view! {
                <p id="groups-held">{names}</p>
                <RefusedBy label=words::save(lang) refusal=refusal id="why-groups"/>
            }
            .into_any()
        }
    };
    view! { <Section title=words::title(lang) id="groups">{shown}</Section> }.into_any()
}
