//! The users of an organization on its page: those who lead it, or those whom words find.

use leptos::prelude::*;

use crate::{
    i18n::{Lang, Moment},
    member::{model::MemberState, on_or_off, roles, words as members},
    operator::{
        model::{FoundUsers, OrganizationDetail, OrganizationUser},
        words::help as words,
    },
    route,
    ui::{Address, FilterBar, SearchField, Section, StateBadge, Table},
};

/// The parameter of the address that says whom to find.
pub(super) const FIND: &str = "search";

/// The section; nothing for a reader who helps nobody.
pub(super) fn people(lang: Lang, page: &OrganizationDetail) -> Option<AnyView> {
    page.may_help.clone().ok()?;
    let id = page.organization.id;
    let FoundUsers {
        find,
        users,
        goes_on,
    } = page.people.clone();
    let shown = if users.is_empty() {
        let nobody = if find.is_empty() {
            words::no_admins(lang)
        } else {
            words::nobody_found(lang)
        };
        view! { <p class="muted">{nobody}</p> }.into_any()
    } else {
        let rows = users
            .into_iter()
            .map(|user| line(lang, route::organization_user(id, user.id), user))
            .collect_view();
        view! {
            <Table caption=words::users(lang) dense=true>
                <thead>
                    <tr>
                        <th scope="col">{members::name(lang)}</th>
                        <th scope="col">{members::account(lang)}</th>
                        <th scope="col">{members::roles(lang)}</th>
                        <th scope="col">{members::state(lang)}</th>
                        <th scope="col">{members::second_factor(lang)}</th>
                        <th scope="col">{members::signed_in(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        }
        .into_any()
    };
    let more = goes_on.then(|| view! { <p class="muted">{words::goes_on(lang)}</p> });
    let search = move || view! { <SearchField value=find label=words::find(lang)/> };
    Some(
        view! {
            <Section title=words::users(lang) lead=words::users_lead(lang)>
                <FilterBar path=route::organization(id) search=search/>
                {shown}
                {more}
            </Section>
        }
        .into_any(),
    )
}

fn line(lang: Lang, href: String, user: OrganizationUser) -> impl IntoView {
    let state = state(&user);
    let signed_in = match user.signed_in {
        Some(at) => view! { <Moment at=at day=true short=true/> }.into_any(),
        None => view! { <span class="muted">{members::never(lang)}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row"><a href=href>{user.name}</a></th>
            <td class="cell-second" data-label=members::account(lang)><Address at=user.address/></td>
            <td data-label=members::roles(lang)>{roles(lang, user.roles)}</td>
            <td class="cell-value" data-label=members::state(lang)><StateBadge state=state/></td>
            <td data-label=members::second_factor(lang)>{on_or_off(lang, user.second_factor)}</td>
            <td class="cell-last" data-label=members::signed_in(lang)>{signed_in}</td>
        </tr>
    }
}

/// Whether the user may act.
pub(super) const fn state(user: &OrganizationUser) -> MemberState {
    if user.is_active {
        MemberState::Active
    } else {
        MemberState::Blocked
    }
}
