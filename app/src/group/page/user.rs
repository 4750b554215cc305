//! The customers that a user sees, on the user's page.

use leptos::prelude::*;
use tierline_core::ids::UserId;

use super::choice::{boxes, held};
use crate::{
    context::use_lang,
    form::{FilledWith, Form, Posting, Submit},
    group::{
        api::NarrowUser,
        model::{GroupChoice, NarrowedUser},
        words,
    },
    refusal::RefusedBy,
    route,
    ui::{Choice, Fieldset, RadioGroup, Section},
};

/// All customers, or only those in some groups, and what that means.
#[component]
pub fn CustomersOfUser(
    /// The user.
    user: UserId,
    /// What the user sees.
    customers: NarrowedUser,
    /// The form's action.
    action: Posting<NarrowUser>,
) -> impl IntoView {
    let lang = use_lang();
    let NarrowedUser {
        is_narrowed,
        groups,
        may_narrow,
        mark,
    } = customers;
    let now = if is_narrowed {
        words::sees_only(lang, held(lang, &groups))
    } else {
        words::sees_all(lang).to_owned()
    };
    let form = match may_narrow {
        // Without a group there is nothing to choose.
        Ok(()) if groups.is_empty() => view! {
            <p>
                {words::no_groups_yet(lang)} " "
                <a href=route::CUSTOMER_GROUPS>{words::open_groups(lang)}</a>
            </p>
        }
        .into_any(),
        Ok(()) => view! {
            <Form action=action form="customers">
                <input type="hidden" name="user" value=user.to_string()/>
                <FilledWith mark=mark/>
                <CustomersChoice is_narrowed=is_narrowed groups=groups/>
                <div class="actions">
                    <Submit look="quiet">{words::save(lang)}</Submit>
                </div>
            </Form>
        }
        .into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=words::save(lang) refusal=refusal id="why-customers"/> }
                .into_any()
        }
    };
    view! {
        <Section title=words::customers(lang) id="customers">
            <p id="customers-seen">{now}</p>
            {form}
        </Section>
    }
}

/// The fields of the choice, in a form.
#[component]
pub fn CustomersChoice(
    /// Whether it is only those in the chosen groups.
    is_narrowed: bool,
    /// The groups that the reader knows of.
    groups: Vec<GroupChoice>,
) -> impl IntoView {
    let lang = use_lang();
    let options = vec![
        Choice::new("all", words::all_customers(lang)).hint(words::all_hint(lang)),
        Choice::new("only", words::only_groups(lang)).hint(words::only_hint(lang)),
    ];
    let chosen = if is_narrowed { "only" } else { "all" };
    view! {
        <RadioGroup
            name="customers"
            legend=words::which_customers(lang)
            options=options
            value=chosen
        />
        <Fieldset legend=words::title(lang)>{boxes(groups)}</Fieldset>
    }
}
