//! Customers that are ticked in the list, and the form that puts them into a group, or takes them out of it.

use leptos::{prelude::*, server_fn::ServerFn};

use crate::{
    context::use_reply,
    customer::{api::PlaceCustomers, model::CustomersPage, words},
    form::{Form, Posting, Submit},
    i18n::{Lang, number},
    list::model::ListQuery,
    ui::{Checkbox, Choice, Section, Select},
};

/// The form's id. The boxes stand in the rows of the list, and belong to it by this.
const FORM: &str = "place-customers";

/// The boxes in the rows, as they were ticked before an error without scripts.
#[derive(Clone)]
pub(super) struct Ticks(Vec<String>);

impl Ticks {
    pub(super) fn kept() -> Ticks {
        let reply = use_reply().filter(|reply| reply.function == PlaceCustomers::PATH);
        Ticks(reply.map_or_else(Vec::new, |reply| reply.values("customers[]")))
    }

    /// The box of this customer.
    pub(super) fn of(&self, lang: Lang, id: &str, name: &str) -> AnyView {
        let is_ticked = self.0.iter().any(|ticked| ticked == id);
        view! {
            <input
                type="checkbox"
                class="row-tick"
                name="customers[]"
                value=id.to_owned()
                form=FORM
                checked=is_ticked
                autocomplete="off"
                aria-label=words::select_customer(lang, name)
            />
            " "
        }
        .into_any()
    }
}

/// The form below the list.
pub(super) fn form(
    lang: Lang,
    page: &CustomersPage,
    query: &ListQuery,
    action: Posting<PlaceCustomers>,
) -> Option<AnyView> {
    if !page.may_place || page.customers.rows.is_empty() {
        return None;
    }
    let groups: Vec<Choice> = (page.groups.iter())
        .map(|group| Choice::new(group.id.to_string(), group.name.clone()))
        .collect();
    // All that there are, from the first page on.
    let all = ListQuery {
        cursor: String::new(),
        ..query.clone()
    };
    let total = number(page.customers.total);
    let label = match (page.customers.is_at_least, query.is_filtered()) {
        (true, _) => words::place_all_at_least(lang, total),
        (false, true) => words::place_all_found(lang, total),
        (false, false) => words::place_all(lang, total),
    };
    let (group, all) = (
        query.filter(crate::customer::list::GROUP).to_owned(),
        all.to_string(),
    );
    Some(
        view! {
            <Section title=words::place_title(lang) lead=words::place_lead(lang) id="place">
                <Form action=action form=FORM id=FORM>
                    <input type="hidden" name="query" value=all/>
                    <Select
                        name="group"
                        label=words::group(lang)
                        options=groups
                        value=group
                        prompt=words::choose_group(lang)
                        width="medium"
                    />
                    <Checkbox name="all" label=label/>
                    <div class="actions">
                        <Submit look="quiet" name="then" value="in">{words::put_in(lang)}</Submit>
                        <Submit look="quiet" name="then" value="out">{words::take_out(lang)}</Submit>
                    </div>
                </Form>
            </Section>
        }
        .into_any(),
    )
}
