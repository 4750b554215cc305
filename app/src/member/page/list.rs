//! **User management**: the users of the own organization, and those who are invited.

use leptos::prelude::*;
use tierline_core::{
    access::{self, Action},
    organization::Organization,
    permission::SubjectKind,
    role::Role,
};

use super::{roles::roles_of, user_actions::invitation_actions};
use crate::{
    account::words as names,
    context::{use_lang, use_session},
    data,
    form::Posting,
    i18n::{Lang, Moment},
    list::{model::ListQuery, view},
    member::{
        api::ManageUserInvitation,
        list::{self as spec, on_or_off},
        model::{MemberState, RowOf, UserRow, UsersPage},
        words,
    },
    route,
    shell::{
        load::{loaded, use_list_query},
        words as shell,
    },
    ui::{Address, ButtonLink, Choice, Deadline, EmptyState, PageHeader, StateBadge, StateLook},
};

/// The page under settings.
#[component]
pub fn UserListPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let action = Posting::<ManageUserInvitation>::new();
    let data = data::load(
        move || (query.get(), action.version().get()),
        |(query, _)| spec::users(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, page, &query.get_untracked(), action).into_any()
    })
}

fn show(
    lang: Lang,
    page: UsersPage,
    query: &ListQuery,
    action: Posting<ManageUserInvitation>,
) -> impl IntoView + use<> {
    let roles: Vec<Choice> = roles_of(&page.organization.capabilities)
        .iter()
        .map(|role| Choice::new(role.code(), names::role(lang, role)))
        .collect();
    let states: Vec<Choice> = MemberState::ALL
        .into_iter()
        .map(|state| Choice::new(state.code(), (StateLook::from(state).word)(lang)))
        .collect();
    let list = spec::list(lang);
    let is_customer = page.organization.capabilities.customer.is_some();
    let (organization, reader) = (page.organization, page.actor.user);
    let may_handle_admins = use_session()
        .is_some_and(|session| session.may(Action::ManageGlobalAdmins, SubjectKind::Own));
    let shown = view::list(
        &list,
        query,
        page.users,
        vec![roles.into(), states.into()],
        || view! { <EmptyState title=words::none(lang) why=words::none_why(lang)/> }.into_any(),
        |row, _| {
            let is_reader = matches!(row.of, RowOf::User { id } if id == reader);
            let may = may_handle_admins || !row.roles.contains(Role::GlobalAdmin);
            line(lang, row, is_reader, &organization, may, action).into_any()
        },
    );
    let may_require = use_session()
        .is_some_and(|session| session.may(Action::RequireSecondFactor, SubjectKind::Own));
    let requirement = may_require.then(|| {
        view! { <ButtonLink href=route::REQUIRED_FACTOR>{words::required_factor(lang)}</ButtonLink> }
    });
    let removed = is_customer.then(|| {
        view! { <ButtonLink href=route::removed_users(None)>{words::removed_users(lang)}</ButtonLink> }
    });
    let trail = vec![(route::SETTINGS.to_owned(), shell::settings(lang).to_owned())];
    view! {
        <PageHeader
            trail=trail
            title=words::user_management(lang)
            lead=words::lead(lang)
            secondary=move || view! { {removed} {requirement} }
        >
            <ButtonLink href=route::ADD_USER look="primary">{words::add_user(lang)}</ButtonLink>
        </PageHeader>
        {shown}
    }
}

fn line(
    lang: Lang,
    row: UserRow,
    is_reader: bool,
    organization: &Organization,
    may_manage: bool,
    action: Posting<ManageUserInvitation>,
) -> impl IntoView + use<> {
    let (name, actions) = match row.of {
        RowOf::User { id } => {
            let you =
                is_reader.then(|| view! { " " <span class="badge">{words::you(lang)}</span> });
            let guest = row
                .is_guest
                .then(|| view! { " " <span class="badge">{words::guest(lang)}</span> });
            let name = view! { <a href=route::user(id)>{row.name}</a> {you} {guest} }.into_any();
            (name, None)
        }
        RowOf::Invitation { id } => {
            let refused = (!may_manage).then(|| {
                access::Refusal::RoleMissing {
                    action: Action::ManageGlobalAdmins,
                    organization: organization.party(),
                    needs: vec![Role::GlobalAdmin],
                }
                .into()
            });
            let actions = invitation_actions(lang, &id.to_string(), &row.name, refused, action);
            (row.name.into_any(), Some(actions))
        }
    };
    let until = row.expires.map(|at| match row.state {
        MemberState::Invited => view! { <Deadline at=at bare=true short=true/> }.into_any(),
        _ => view! { <Moment at=at day=true short=true/> }.into_any(),
    });
    let factor = row.second_factor.map(|is_on| on_or_off(lang, is_on));
    let signed_in = match (row.of, row.signed_in) {
        (_, Some(at)) => view! { <Moment at=at day=true short=true/> }.into_any(),
        (RowOf::User { .. }, None) if !row.is_guest => {
            view! { <span class="muted">{words::never(lang)}</span> }.into_any()
        }
        (_, None) => ().into_any(),
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="cell-second" data-label=words::account(lang)><Address at=row.address/></td>
            <td data-label=words::roles(lang)>{spec::roles(lang, row.roles)}</td>
            <td class="cell-value" data-label=words::state(lang)><StateBadge state=row.state/></td>
            <td data-label=words::second_factor(lang)>{factor}</td>
            <td class="cell-last" data-label=words::signed_in(lang)>{signed_in}</td>
            <td data-label=words::expires(lang)>{until}</td>
            <td class="row-actions">{actions}</td>
        </tr>
    }
}
