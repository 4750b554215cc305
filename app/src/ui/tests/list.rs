use leptos::prelude::*;

use super::render_at;
use crate::{
    context::PageInfo,
    ui::{FilterBar, Pager, RowExpander, SearchField, SortHead},
};

fn on_list<V: IntoView + 'static>(view: impl FnOnce() -> V + Send + 'static) -> String {
    render_at("/customers?search=fab&cursor=c1", PageInfo::default(), view)
}

#[test]
fn sorting_keeps_the_filter_and_starts_at_the_first_page() {
    let html = on_list(|| view! { <SortHead label="Name" column="name" sort="name"/> });
    assert!(
        html.contains(r#"href="/customers?search=fab&amp;sort=-name""#),
        "{html}"
    );
    assert!(html.contains(r#"aria-sort="ascending""#), "{html}");
}

#[test]
fn pages_follow_by_cursor_and_a_missing_one_is_no_link() {
    let html = on_list(
        || view! { <Pager shown=50 total=1234 previous=None next=Some("c 2".to_owned())/> },
    );
    assert!(
        html.contains(r#"href="/customers?search=fab&amp;cursor=c%202""#),
        "{html}"
    );
    assert!(html.contains("50 of 1,234"), "{html}");
    assert_eq!(html.matches("<a ").count(), 1, "{html}");
}

#[test]
fn one_page_needs_no_links() {
    let html = on_list(|| view! { <Pager shown=3 total=3 previous=None next=None/> });
    assert!(html.contains("3 total") && !html.contains("<a "), "{html}");
}

#[test]
fn rows_are_counted_by_their_own_name() {
    let html = on_list(|| {
        view! { <Pager shown=3 total=3 counted="3 customers".to_owned() previous=None next=None/> }
    });
    assert!(
        html.contains("3 customers") && !html.contains("3 total"),
        "{html}"
    );
}

#[test]
fn a_record_opens_and_closes_by_address() {
    let closed = on_list(|| view! { <RowExpander record="7" name="Fabrikam" open=false/> });
    assert!(
        closed.contains("open=7#row-7") && closed.contains(r#"aria-expanded="false""#),
        "{closed}"
    );
    assert!(closed.contains("Show details of Fabrikam"), "{closed}");
    let open = on_list(|| view! { <RowExpander record="7" name="Fabrikam" open=true/> });
    assert!(
        !open.contains("open=7") && open.contains(r#"aria-expanded="true""#),
        "{open}"
    );
}

#[test]
fn filters_are_a_form_that_reads() {
    let html = on_list(|| {
        view! {
            <FilterBar path="/customers" clear=Some("/customers?sort=-name".to_owned()) keep=vec![("sort", "-name".to_owned()), ("filter", String::new())]>
                <SearchField value="\"fab"/>
            </FilterBar>
        }
    });
    assert!(
        html.to_lowercase().contains(r#"method="get""#) && html.contains(r#"action="/customers""#),
        "{html}"
    );
    assert!(
        html.contains(r#"name="sort" value="-name""#) && !html.contains(r#"name="filter""#),
        "{html}"
    );
    assert!(html.contains(r#"value="&quot;fab""#), "{html}");
    assert!(html.contains(r#"href="/customers?sort=-name""#), "{html}");
}
