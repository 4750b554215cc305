//! A list on a page: filters, table, pages, and what is said when there is nothing.

use leptos::prelude::*;

use super::{
    columns::Columns,
    model::{COLUMNS, ListQuery, OF, Page},
    spec::{Column, Filter, Kind, List, Nothing, csv_path},
};
use crate::{
    context::use_lang,
    list::words,
    ui::{
        ButtonLink, Chip, Choice, EmptyState, FilterBar, FilterSelect, Pager, SearchField,
        SortHead, Table,
    },
};

/// A field of its own kind, for a filter and its value.
type FilterField = dyn FnOnce(&Filter, String) -> AnyView;

/// The answers of a filter.
pub(crate) enum Answers {
    /// All of them.
    Listed(Vec<Choice>),
    /// Too many to be listed: those that were found, the chosen one among them, and the field in which others are
    /// found, for the filter and its value.
    Found(Vec<Choice>, Box<FilterField>),
}

impl Answers {
    /// The answer of this value in words.
    fn named(&self, value: &str) -> Option<&str> {
        let (Answers::Listed(choices) | Answers::Found(choices, _)) = self;
        let choice = choices.iter().find(|choice| choice.value == value)?;
        Some(&choice.words)
    }
}

impl From<Vec<Choice>> for Answers {
    fn from(options: Vec<Choice>) -> Answers {
        Answers::Listed(options)
    }
}

/// The list with its filters. `options` are the answers of its filters, in their order; a filter without any is not
/// shown. `empty` is said when there is nothing and nothing was filtered. A row has a cell for each column of
/// [`List::on_page`], and is told how many of them are shown.
pub(crate) fn list<R: 'static>(
    list: &List<R>,
    query: &ListQuery,
    page: Page<R>,
    options: Vec<Answers>,
    empty: impl FnOnce() -> AnyView,
    mut row: impl FnMut(R, Signal<usize>) -> AnyView,
) -> AnyView {
    let list = list.bare();
    let known: Vec<&str> = list.filters.iter().map(|filter| filter.name).collect();
    let query = &query.only(&known);
    let columns = Columns::of(&list, query);
    let width = columns.width();
    let empty = (page.rows.is_empty() && !query.is_filtered()).then(empty);
    let rows = page.rows.into_iter().map(|it| row(it, width)).collect();
    let page = Page {
        rows,
        total: page.total,
        is_at_least: page.is_at_least,
        next: page.next,
        previous: page.previous,
    };
    around(&list, query, page, columns, options, empty)
}

/// Rows that are made, with all that is around them. `empty` is there when there is nothing and nothing was filtered.
fn around(
    list: &List<()>,
    query: &ListQuery,
    page: Page<AnyView>,
    columns: Columns,
    options: Vec<Answers>,
    empty: Option<AnyView>,
) -> AnyView {
    let has_rows = !page.rows.is_empty();
    let body = if has_rows {
        table(list, query, page, columns)
    } else if let Some(empty) = empty {
        empty
    } else {
        let Nothing {
            title,
            why,
            show_all,
        } = list.nothing_found;
        let all = query.cleared().at(list.path);
        view! {
            <EmptyState title=title why=why>
                <ButtonLink href=all>{show_all}</ButtonLink>
            </EmptyState>
        }
        .into_any()
    };
    let chooser = has_rows.then(|| columns.chooser(list, query)).flatten();
    view! {
        {filters(list, query, options, chooser)}
        {body}
    }
    .into_any()
}

fn filters(
    list: &List<()>,
    query: &ListQuery,
    options: Vec<Answers>,
    chooser: Option<AnyView>,
) -> AnyView {
    let chips = chips(list, query, &options);
    let set = chips.len() - usize::from(!query.search.is_empty());
    let mut has_filters = false;
    let selects = list
        .filters
        .iter()
        .zip(options)
        .map(|(filter, options)| {
            let value = query.filter(filter.name).to_owned();
            let options = match options {
                Answers::Listed(options) => options,
                Answers::Found(_, field) => {
                    has_filters = true;
                    return field(filter, value);
                }
            };
            if options.is_empty() {
                // Not offered, and kept when an address has it.
                return (!value.is_empty())
                    .then(|| view! { <input type="hidden" name=filter.name value=value/> })
                    .into_any();
            }
            has_filters = true;
            view! { <FilterSelect name=filter.name label=filter.label any=filter.any options=options value=value/> }
                .into_any()
        })
        .collect_view();
    let label = Some(list.search)
        .filter(|label| !label.is_empty())
        .unwrap_or_else(|| crate::ui::words::search(use_lang()));
    let search = query.search.clone();
    let search = move || view! { <SearchField value=search label=label/> };
    let clear = query.is_filtered().then(|| query.cleared().at(list.path));
    let keep = vec![
        (OF, query.of.clone()),
        ("sort", query.sort.clone()),
        (COLUMNS, query.columns.clone()),
    ];
    let beside = move || chooser;
    if has_filters {
        view! {
            <FilterBar path=list.path clear=clear keep=keep search=search beside=beside chips=chips set=set>
                {selects}
            </FilterBar>
        }
        .into_any()
    } else {
        // Those that are kept without being offered.
        let search = move || view! { {search()} {selects} };
        view! { <FilterBar path=list.path clear=clear keep=keep search=search beside=beside chips=chips set=set/> }
            .into_any()
    }
}

/// What is searched and filtered, each with the address of the list without it.
fn chips(list: &List<()>, query: &ListQuery, options: &[Answers]) -> Vec<Chip> {
    let chip = |filter: &str, value: &str, without: ListQuery| Chip {
        label: words::set_to(list.lang, filter, value),
        href: without.at(list.path),
    };
    let searched = (!query.search.is_empty()).then(|| {
        let label = crate::ui::words::search(list.lang);
        chip(label, &query.search, query.unsearched())
    });
    let filtered = list
        .filters
        .iter()
        .zip(options)
        .filter_map(|(it, answers)| {
            let words = answers.named(query.filter(it.name))?;
            Some(chip(it.label, words, query.without(it.name)))
        });
    searched.into_iter().chain(filtered).collect()
}

fn table(list: &List<()>, query: &ListQuery, page: Page<AnyView>, columns: Columns) -> AnyView {
    let order = list.order(&query.sort);
    let heads = list
        .on_page()
        .map(|column| head(column, &order))
        .collect_view();
    let has_file = list.columns.iter().any(|column| column.cell.is_some());
    let file = has_file.then(|| {
        let href = query.for_file().at(&csv_path(list.path));
        view! { <a class="list-file" href=href rel="external" download="">{words::csv(use_lang())}</a> }
    });
    let counted = list.counted.words(list.lang, page.total);
    let shown = page.rows.len();
    let rows = page.rows;
    view! {
        <Table caption=list.title dense=list.dense without=columns.classes()>
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
        <Pager
            shown=shown
            total=page.total
            counted=counted
            is_at_least=page.is_at_least
            previous=page.previous
            next=page.next
        >
            {file}
        </Pager>
    }
    .into_any()
}

fn head(column: &Column<()>, sort: &str) -> AnyView {
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
