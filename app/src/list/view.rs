//! A list on a page: filters, table, pages, and what is said when there is nothing.

use leptos::prelude::*;

use super::{
    model::{ListQuery, Page},
    spec::{Column, Kind, List, Nothing, csv_path},
};
use crate::{
    context::use_lang,
    list::words,
    ui::{
        ButtonLink, Choice, EmptyState, FilterBar, FilterSelect, Pager, SearchField, SortHead,
        Table,
    },
};

/// The list with its filters. `options` are the answers of its filters, in their order; a filter without any is not
/// shown. `empty` is said when there is nothing and nothing was filtered.
pub(crate) fn list<R: 'static>(
    list: &List<R>,
    query: &ListQuery,
    page: Page<R>,
    options: Vec<Vec<Choice>>,
    empty: impl FnOnce() -> AnyView,
    row: impl FnMut(R) -> AnyView,
) -> AnyView {
    let body = if !page.rows.is_empty() {
        table(list, query, page, row)
    } else if query.is_filtered() {
        let Nothing {
            title,
            why,
            show_all,
        } = list.nothing_found;
        let all = list.path;
        view! {
            <EmptyState title=title why=why>
                <ButtonLink href=all>{show_all}</ButtonLink>
            </EmptyState>
        }
        .into_any()
    } else {
        empty()
    };
    view! {
        {filters(list, query, options)}
        {body}
    }
    .into_any()
}

fn filters<R>(list: &List<R>, query: &ListQuery, options: Vec<Vec<Choice>>) -> AnyView {
    let selects = list
        .filters
        .iter()
        .zip(options)
        .filter(|(_, options)| !options.is_empty())
        .map(|(filter, options)| {
            let value = query.filter(filter.name).to_owned();
            view! { <FilterSelect name=filter.name label=filter.label any=filter.any options=options value=value/> }
        })
        .collect_view();
    let label = Some(list.search)
        .filter(|label| !label.is_empty())
        .unwrap_or_else(|| crate::ui::words::search(use_lang()));
    let (search, is_filtered) = (query.search.clone(), query.is_filtered());
    view! {
        <FilterBar path=list.path active=is_filtered keep=vec![("sort", query.sort.clone())]>
            <SearchField value=search label=label/>
            {selects}
        </FilterBar>
    }
    .into_any()
}

fn table<R: 'static>(
    list: &List<R>,
    query: &ListQuery,
    page: Page<R>,
    row: impl FnMut(R) -> AnyView,
) -> AnyView {
    let heads = list
        .columns
        .iter()
        .filter(|column| column.shown)
        .map(|column| head(column, &query.sort))
        .collect_view();
    let has_file = list.columns.iter().any(|column| column.cell.is_some());
    let file = has_file.then(|| {
        let all = ListQuery {
            cursor: String::new(),
            ..query.clone()
        };
        let href = all.at(&csv_path(list.path));
        view! { <a class="button button-plain" href=href rel="external" download="">{words::csv(use_lang())}</a> }
    });
    let shown = page.rows.len();
    let rows = page.rows.into_iter().map(row).collect_view();
    view! {
        <Table caption=list.title dense=list.dense>
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
        <Pager
            shown=shown
            total=page.total
            is_at_least=page.is_at_least
            previous=page.previous
            next=page.next
        />
        {file}
    }
    .into_any()
}

fn head<R>(column: &Column<R>, sort: &str) -> AnyView {
    let (label, is_number) = (column.label, column.kind == Kind::Number);
    if column.sortable {
        return view! { <SortHead label=label column=column.name sort=sort.to_owned() numeric=is_number/> }
            .into_any();
    }
    match column.kind {
        Kind::Actions => {
            view! { <th scope="col"><span class="visually-hidden">{label}</span></th> }.into_any()
        }
        Kind::Text | Kind::Number => {
            view! { <th scope="col" class:numeric=is_number>{label}</th> }.into_any()
        }
    }
}
