//! **User management**: the users of the own organization, and those who are invited.

use leptos::prelude::*;
use tierline_core::{access::Action, organization::Organization, role::Role};

use super::{roles::roles_of, user_actions::InvitationActions};
use crate::{
    account::words as names,
    context::{use_lang, use_session},
    data,
    form::Posting,
    i18n::{Lang, Moment},
    list::{model::ListQuery, view},
    member::{
        api::{ManageUserInvitation, users},
        list::{self as spec, on_or_off},
        model::{Listed, MemberState, UserRow, UsersPage},
        words,
    },
    route,
    shell::{
        load::{loaded, use_list_query},
        words as shell,
    },
    ui::{ButtonLink, Choice, Deadline, EmptyState, PageHeader, StateBadge, StateLook},
};
use tierline_core::permission::SubjectKind;

/// The page under settings.
#[component]
pub fn UserListPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let action = Posting::<ManageUserInvitation>::new();
    let data = data::load(
        move || (query.get(), action.version().get()),
        |(query, _)| users(query.to_string()),
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
    let list = spec::users(lang);
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
            let is_reader = matches!(row.of, Listed::User { id } if id == reader);
            let may = may_handle_admins || !row.roles.contains(Role::GlobalAdmin);
            line(lang, row, is_reader, &organization, may, action).into_any()
        },
    );
    let may_require = use_session()
        .is_some_and(|session| session.may(Action::RequireSecondFactor, SubjectKind::Own));
    let requirement = may_require.then(|| {
        view! { <ButtonLink href=route::REQUIRED_FACTOR>{words::required_factor(lang)}</ButtonLink> }
    });
    let trail = vec![(route::SETTINGS.to_owned(), shell::settings(lang).to_owned())];
    view! {
        <PageHeader trail=trail title=words::user_management(lang) lead=words::lead(lang)>
            <ButtonLink href=route::ADD_USER look="primary">{words::add_user(lang)}</ButtonLink>
            {requirement}
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
    let (name, buttons) = match row.of {
        Listed::User { id } => {
            let you =
                is_reader.then(|| view! { " " <span class="badge">{words::you(lang)}</span> });
            let name = view! { <a href=route::user(id)>{row.name}</a> {you} }.into_any();
            (name, None)
        }
        Listed::Invitation { id } => {
            let buttons = view! {
                <InvitationActions
                    id=id.to_string()
                    name=row.name.clone()
                    organization=organization.party()
                    may_manage=may_manage
                    action=action
                />
            };
            (row.name.into_any(), Some(buttons))
        }
    };
    let until = row.expires.map(|at| match row.state {
        MemberState::Invited => {
            view! { <div class="muted"><Deadline at=at bare=true/></div> }.into_any()
        }
        _ => view! { <div class="muted"><Moment at=at day=true/></div> }.into_any(),
    });
    let factor = row.second_factor.map(|is_on| on_or_off(lang, is_on));
    let signed_in = match (row.of, row.signed_in) {
        (_, Some(at)) => view! { <Moment at=at day=true/> }.into_any(),
        (Listed::User { .. }, None) => {
            view! { <span class="muted">{words::never(lang)}</span> }.into_any()
        }
        (Listed::Invitation { .. }, None) => ().into_any(),
    };
    view! {
        <tr>
            <th scope="row">
                {name}
                <div class="muted">{row.address}</div>
            </th>
            <td data-label=words::roles(lang)>{spec::roles(lang, row.roles)}</td>
            <td data-label=words::state(lang)><StateBadge state=row.state/> {until}</td>
            <td data-label=words::second_factor(lang)>{factor}</td>
            <td data-label=words::signed_in(lang)>{signed_in}</td>
            <td class="row-actions">{buttons}</td>
        </tr>
    }
}
