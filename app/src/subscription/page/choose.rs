//! Subscriptions that are ticked in **Renewals**, and the form that changes their renewals.

use leptos::{prelude::*, server_fn::ServerFn};
use tierline_core::subscription::Bulk;

use crate::{
    context::use_reply,
    form::{Form, Posting, Submit},
    i18n::{Lang, number},
    list::model::ListQuery,
    subscription::{
        api::bulk::BeginRenewals,
        model::{RenewalRow, RenewalsPage},
        words::bulk as words,
    },
    ui::{Checkbox, Choice, Section, Select},
};

/// The form's id. The boxes stand in the rows of the list, and belong to it by this.
const FORM: &str = "begin-renewals";

/// The boxes in the rows, as they were ticked before an error without scripts.
#[derive(Clone)]
pub(super) struct Ticks(Vec<String>);

impl Ticks {
    pub(super) fn kept() -> Ticks {
        let reply = use_reply().filter(|reply| reply.function == BeginRenewals::PATH);
        Ticks(reply.map_or_else(Vec::new, |reply| reply.values("subscriptions[]")))
    }

    /// The box of this subscription.
    pub(super) fn of(&self, lang: Lang, row: &RenewalRow) -> AnyView {
        let id = row.subscription.to_string();
        let is_ticked = self.0.contains(&id);
        let label = words::select_one(lang, &row.product, &row.customer.name);
        view! {
            <input
                type="checkbox"
                class="row-tick"
                name="subscriptions[]"
                value=id
                form=FORM
                checked=is_ticked
                autocomplete="off"
                aria-label=label
            />
            " "
        }
        .into_any()
    }
}

/// The form below the list.
pub(super) fn form(
    lang: Lang,
    page: &RenewalsPage,
    query: &ListQuery,
    action: Posting<BeginRenewals>,
) -> Option<AnyView> {
    if !page.may_change || page.renewals.rows.is_empty() {
        return None;
    }
    // All that there are, from the first page on.
    let all = ListQuery {
        cursor: String::new(),
        ..query.clone()
    };
    let total = number(page.renewals.total);
    let label = if page.renewals.is_at_least {
        words::all_at_least(lang, total)
    } else {
        words::all(lang, total)
    };
    let options: Vec<Choice> = Bulk::ALL
        .into_iter()
        .map(|it| Choice::new(it.code(), what(lang, it)))
        .collect();
    let all = all.to_string();
    Some(
        view! {
            <Section title=words::choose_title(lang) lead=words::choose_lead(lang) id="change">
                <Form action=action form=FORM id=FORM>
                    <input type="hidden" name="query" value=all/>
                    <Select
                        name="what"
                        label=words::what(lang)
                        options=options
                        value=Bulk::RenewNow.code()
                        width="medium"
                    />
                    <Checkbox name="all" label=label/>
                    <div class="actions">
                        <Submit look="quiet">{words::preview(lang)}</Submit>
                    </div>
                </Form>
            </Section>
        }
        .into_any(),
    )
}

/// What is done, in words.
pub(super) fn what(lang: Lang, what: Bulk) -> &'static str {
    match what {
        Bulk::RenewNow => words::renew_now(lang),
        Bulk::AutoRenewOn => words::auto_renew_on(lang),
        Bulk::AutoRenewOff => words::auto_renew_off(lang),
        Bulk::FitAssigned => words::fit_assigned(lang),
    }
}
