//! **Registry**: the members with their MPN IDs, for the operator.

use leptos::prelude::*;

use crate::{
    context::use_lang,
    data,
    i18n::{Lang, Moment, market},
    list::{model::ListQuery, view},
    membership::{
        list::{self as spec, countries},
        model::{MemberRow, MemberStatus, RegistryPage},
        words::registry as words,
    },
    route,
    shell::load::{loaded, use_list_query},
    ui::{Address, ButtonLink, Choice, Count, EmptyState, PageHeader, StateBadge, StateLook},
};

/// The page.
#[component]
pub fn RegistryListPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let data = data::load(
        move || query.get(),
        |query| spec::registry(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, page, &query.get_untracked()).into_any()
    })
}

fn show(lang: Lang, page: RegistryPage, query: &ListQuery) -> impl IntoView + use<> {
    let here: Vec<Choice> = market::by_name(lang, &page.countries)
        .into_iter()
        .map(|country| Choice::new(country.code(), market::country(lang, country)))
        .collect();
    let states: Vec<Choice> = MemberStatus::ALL
        .into_iter()
        .map(|state| Choice::new(state.code(), (StateLook::from(state).word)(lang)))
        .collect();
    let shown = view::list(
        &spec::list(lang),
        query,
        page.members,
        vec![here.into(), states.into()],
        || view! { <EmptyState title=words::none(lang) why=words::none_why(lang)/> }.into_any(),
        |row, _| line(lang, row).into_any(),
    );
    view! {
        <PageHeader
            title=words::title(lang)
            lead=words::lead(lang)
            secondary=move || {
                view! { <ButtonLink href=route::IMPORT_MEMBERS>{words::import_members(lang)}</ButtonLink> }
            }
        >
            <ButtonLink href=route::ADD_MEMBER look="primary">{words::add_member(lang)}</ButtonLink>
        </PageHeader>
        {shown}
    }
}

fn line(lang: Lang, row: MemberRow) -> impl IntoView {
    let countries = countries(lang, &row);
    view! {
        <tr>
            <th scope="row"><a href=route::member(row.id)>{row.name}</a></th>
            <td class="cell-second" data-label=words::account(lang)><Address at=row.account/></td>
            <td class="numeric" data-label=words::locations(lang)><Count n=u64::from(row.locations)/></td>
            <td data-label=words::countries(lang)>{countries}</td>
            <td class="cell-value" data-label=words::state(lang)><StateBadge state=row.status/></td>
            <td data-label=words::password(lang)>{words::is_set(lang, row.has_password)}</td>
            <td class="cell-last" data-label=words::since(lang)>
                <Moment at=row.since day=true short=true/>
            </td>
        </tr>
    }
}
