//! The heads of lists: the column that a list is sorted by, and the tabs above it.

use super::lists::provider;

#[tokio::test]
async fn the_column_that_a_list_is_sorted_by_is_marked_unless_asked_otherwise_too() {
    let mut client = provider(&["Fabrikam"]).await;
    for (address, heading, sorted) in [
        ("/customers", "Name", "ascending"),
        ("/customers?sort=-since", "Since", "descending"),
        // What there is none of is sorted as if nothing was asked.
        ("/customers?sort=color", "Name", "ascending"),
    ] {
        let page = client.get(address).await.body;
        let marked = format!(r#"aria-sort="{sorted}""#);
        let after = page.split(&marked).nth(1).unwrap_or_default();
        let head = after.split("</th>").next().unwrap_or_default();
        assert!(head.contains(heading), "{address}: {page}");
        assert_eq!(page.matches("aria-sort=").count(), 1, "{address}");
    }
}

#[tokio::test]
async fn the_tabs_of_customers_lead_to_the_requests_and_back() {
    let mut client = provider(&["Fabrikam"]).await;
    for (address, current, other) in [
        ("/customers", "/customers", "/customers/requests"),
        ("/customers/requests", "/customers/requests", "/customers"),
        ("/resellers", "/resellers", "/resellers/requests"),
        ("/resellers/requests", "/resellers/requests", "/resellers"),
    ] {
        let page = client.get(address).await.body;
        let tabs = page.split(r#" class="tabs""#).nth(1).unwrap_or_default();
        let tabs = tabs.split("</nav>").next().unwrap_or_default();
        assert!(
            tabs.contains(&format!(r#"href="{current}" aria-current="page""#)),
            "{address}: {tabs}"
        );
        assert!(
            tabs.contains(&format!(r#"href="{other}""#)),
            "{address}: {tabs}"
        );
        // Nothing waits.
        assert!(!tabs.contains("tab-count"), "{address}: {tabs}");
    }
}
