use leptos::prelude::*;

use super::render_at;
use crate::{
    context::PageInfo,
    i18n::Moment,
    ui::{
        Address, Chip, Choice, FilterBar, FilterSelect, Menu, PageHeader, Pager, RowExpander,
        SearchField, SortHead, Tab, Tabs,
    },
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
fn a_file_of_all_rows_is_in_the_line_of_the_pages() {
    let html = on_list(|| {
        view! {
            <Pager shown=3 total=3 previous=None next=None>
                <a href="/customers.csv">"All"</a>
            </Pager>
        }
    });
    let nav = html.find("</nav>").unwrap();
    assert!(html.find("/customers.csv").unwrap() < nav, "{html}");
}

#[test]
fn filters_are_a_form_that_reads() {
    let html = on_list(|| {
        let search = || view! { <SearchField value="\"fab"/> };
        let chips = vec![Chip {
            label: "Country: France".to_owned(),
            href: "/customers?search=fab".to_owned(),
        }];
        view! {
            <FilterBar
                path="/customers"
                clear=Some("/customers?sort=-name".to_owned())
                keep=vec![("sort", "-name".to_owned()), ("filter", String::new())]
                search=search
                chips=chips
                set=1
            >
                <FilterSelect name="country" label="Country" any="All" options=vec![Choice::new("FR", "France")] value="FR"/>
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
    // The search is always there, the filters are behind a button that counts those that are set.
    let place = |part: &str| html.find(part).unwrap_or_else(|| panic!("{part}: {html}"));
    let fold = place(r#"<details class="filter-fold">"#);
    assert!(place(r#"id="list-search""#) < fold && fold < place(r#"id="list-country""#));
    assert!(
        html.contains(r#"<span class="tab-count">1</span>"#),
        "{html}"
    );
    // What is set can be taken away by a link.
    assert!(
        html.contains(r#"href="/customers?search=fab" aria-label="Remove filter Country: France""#),
        "{html}"
    );
}

#[test]
fn a_list_without_filters_has_nothing_to_unfold() {
    let html = on_list(|| {
        let search = || view! { <SearchField/> };
        view! { <FilterBar path="/customers" clear=None search=search/> }
    });
    assert!(html.contains(r#"id="list-search""#), "{html}");
    assert!(
        !html.contains("filter-fold") && !html.contains("chips"),
        "{html}"
    );
}

#[test]
fn a_menu_needs_no_script_and_says_what_it_is_about() {
    let html = on_list(|| {
        view! {
            <Menu id="menu-7" label="More actions for Fabrikam">
                <li><a href="/x">"View"</a></li>
            </Menu>
        }
    });
    assert!(
        html.contains(r#"popovertarget="menu-7" aria-label="More actions for Fabrikam""#),
        "{html}"
    );
    assert!(
        html.contains(r#"<div popover="auto" id="menu-7""#),
        "{html}"
    );
}

#[test]
fn the_pages_of_a_subject_are_links_with_what_waits_there() {
    let html = on_list(|| {
        let tabs = vec![
            Tab::new("/customers", "Customers").waiting(0),
            Tab::new("/customers/requests", "Requests").waiting(3),
        ];
        view! { <PageHeader title="Customers" tabs=move || view! { <Tabs label="Customers" tabs=tabs current=0/> }/> }
    });
    assert!(
        html.contains(r#"<a href="/customers" aria-current="page">"#),
        "{html}"
    );
    assert!(
        html.contains(r#"<span class="tab-count">3</span>"#)
            && html.matches("tab-count").count() == 1,
        "{html}"
    );
}

#[test]
fn an_address_breaks_after_its_at_sign() {
    let html = on_list(|| view! { <Address at="grace.lin@contoso.example"/> });
    let parts: Vec<_> = html.split("<wbr>").collect();
    assert_eq!(parts.len(), 2, "{html}");
    assert!(parts[0].contains(">grace.lin@<"), "{html}");
    assert!(parts[1].contains(">contoso.example<"), "{html}");
    let html = on_list(|| view! { <Address at="nobody"/> });
    assert!(html.contains("nobody") && !html.contains("<wbr>"), "{html}");
}

#[test]
fn a_date_in_a_table_is_short_and_its_age_a_tooltip() {
    let at = "2026-11-01T09:00:00Z".parse().unwrap();
    let page = PageInfo {
        now: "2026-11-21T09:00:00Z".parse().unwrap(),
        ..PageInfo::default()
    };
    let html = render_at("/", page, move || {
        view! { <Moment at=at day=true short=true/> }
    });
    assert!(
        html.contains(r#"title="20 days ago">Nov 1, 2026</time>"#),
        "{html}"
    );
}
