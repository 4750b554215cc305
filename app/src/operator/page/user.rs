//! A user of an organization, for the operator, who helps the user in again.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::Refusal;

use super::people::state;
use crate::{
    context::use_lang,
    data,
    form::{FieldLabels, Form, Posting, Submit, changes::changes},
    i18n::{Lang, Moment},
    member::{on_or_off, roles, words as members},
    operator::{
        api::help::{RestoreAccess, organization_user},
        model,
        words::{self, help},
    },
    refusal::RefusedBy,
    route,
    shell::load::loaded,
    ui::{
        Address, Dialog, Fact, FactStrip, Notice, PageHeader, Section, StateBadge, TextArea, Tone,
    },
};

/// The page at `/organizations/{id}/users/{user}`.
#[component]
pub fn OrganizationUserPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let params = use_params_map();
    let action = Posting::<RestoreAccess>::new();
    let done = changes(action);
    let data = data::load(
        move || {
            let of = |name: &str| params.with(|params| params.get(name).unwrap_or_default());
            (of("id"), of("user"), done.get())
        },
        |(id, user, _)| organization_user(id, user),
    );
    loaded(data, move |page| view(lang, page, action).into_any())
}

pub(super) fn view(
    lang: Lang,
    page: model::OrganizationUserPage,
    action: Posting<RestoreAccess>,
) -> impl IntoView {
    let organization = page.organization.clone();
    let trail = vec![
        (
            route::ORGANIZATIONS.to_owned(),
            words::title(lang).to_owned(),
        ),
        (
            route::organization(organization.id),
            organization.name.to_string(),
        ),
    ];
    let user = page.user.clone();
    let shown = state(&user);
    let latest = match user.signed_in {
        Some(at) => view! { <Moment at=at/> }.into_any(),
        None => view! { <span class="muted">{members::never(lang)}</span> }.into_any(),
    };
    let colleagues = page.colleagues_can_help.then(|| {
        view! {
            <Notice tone=Tone::Info>
                <p>{help::colleagues_can(lang, organization.name.clone())}</p>
            </Notice>
        }
    });
    let guest = (page.organizations > 1)
        .then(|| view! { <p>{help::concerns_all(lang, page.organizations)}</p> });
    let actions = actions(lang, &page, action);
    view! {
        <PageHeader trail=trail title=user.name badge=move || view! { <StateBadge state=shown/> }/>
        <FactStrip>
            <Fact label=members::account(lang)><Address at=user.address/></Fact>
            <Fact label=members::roles(lang)>{roles(lang, user.roles)}</Fact>
            <Fact label=members::second_factor(lang)>{on_or_off(lang, user.second_factor)}</Fact>
            <Fact label=members::signed_in(lang)>{latest}</Fact>
        </FactStrip>
        {colleagues}
        <Section title=help::restore(lang) lead=help::restore_lead(lang)>
            {guest}
            <div class="actions">{actions}</div>
        </Section>
    }
}

/// What can be done, each with its effect shown first.
struct Asked {
    /// What the form sends.
    then: &'static str,
    label: &'static str,
    title: String,
    what: &'static str,
    button: &'static str,
    /// The look of the button that does it: only what takes something away is red.
    look: &'static str,
    may: Result<(), Refusal>,
}

fn actions(
    lang: Lang,
    page: &model::OrganizationUserPage,
    action: Posting<RestoreAccess>,
) -> AnyView {
    let name = page.user.name.as_str();
    let unblock = page.is_account_blocked.then(|| Asked {
        then: "unblock",
        label: members::unblock(lang),
        title: help::unblock_named(lang, name),
        what: help::unblock_what(lang),
        button: members::unblock(lang),
        look: "primary",
        may: page.may_unblock.clone(),
    });
    let password = Asked {
        then: "password",
        label: members::reset_password(lang),
        title: members::reset_password_title(lang, name),
        what: help::password_what(lang),
        button: members::send_link(lang),
        look: "primary",
        may: page.may_send_password_link.clone(),
    };
    let factor = Asked {
        then: "second-factor",
        label: members::reset_second_factor(lang),
        title: members::reset_factor_title(lang, name),
        what: members::reset_factor_what(lang),
        button: members::reset_second_factor(lang),
        look: "danger",
        may: page.may_reset_second_factor.clone(),
    };
    unblock
        .into_iter()
        .chain([password, factor])
        .map(|it| asked(lang, page, it, action))
        .collect::<Vec<_>>()
        .into_any()
}

fn asked(
    lang: Lang,
    page: &model::OrganizationUserPage,
    asked: Asked,
    action: Posting<RestoreAccess>,
) -> AnyView {
    let Asked {
        then,
        label,
        title,
        what,
        button,
        look,
        may,
    } = asked;
    if let Err(refusal) = may {
        return view! { <RefusedBy label=label refusal=refusal id=format!("why-{then}")/> }
            .into_any();
    }
    let (organization, user) = (page.organization.id.to_string(), page.user.id.to_string());
    let form = format!("{then}-access");
    let address = page.user.address.clone();
    view! {
        <Dialog id=format!("dialog-{then}") opener=label look="quiet" title=title form=form.clone()>
            <p>{what}</p>
            <p>{help::is_told(lang, address)}</p>
            <Form action=action form=form>
                <input type="hidden" name="organization" value=organization/>
                <input type="hidden" name="user" value=user/>
                <TextArea name="reason" label=words::reason(lang) rows=3 maxlength=500u32/>
                <Submit look=look name="then" value=then>{button}</Submit>
            </Form>
        </Dialog>
    }
    .into_any()
}
