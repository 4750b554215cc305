//! The directory as a search engine sees it: by links, without scripts and without cookies.

use std::collections::BTreeSet;

use http::StatusCode;

use super::{Client, client::Answer};
use crate::testing;

/// The values of an attribute in the elements that begin like this.
fn attributes<'p>(page: &'p str, beginning: &str, name: &str) -> Vec<&'p str> {
    let name = format!("{name}=\"");
    page.split(beginning)
        .skip(1)
        .filter_map(|element| {
            let element = element.split('>').next()?;
            element.split_once(&name)?.1.split('"').next()
        })
        .collect()
}

fn is_shown(answer: &Answer) -> bool {
    answer.header("x-robots-tag").is_empty() && !answer.body.contains("noindex")
}

async fn crawler() -> Client {
    Client::within(
        testing::demo_database().await,
        testing::demo_clock(),
        &["--demo", "--public-url", "https://portal.example"],
    )
}

/// Takes a page as a search engine does, and follows its links within the directory.
async fn crawl(client: &mut Client, from: &str) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![from.to_owned()];
    while let Some(path) = waiting.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let page = client.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(is_shown(&page), "{path}");
        for needed in ["<title>", "name=\"description\"", "application/ld+json"] {
            assert_eq!(page.body.matches(needed).count(), 1, "{needed} of {path}");
        }
        let canonical: Vec<_> = attributes(&page.body, "<link", "href")
            .into_iter()
            .zip(attributes(&page.body, "<link", "rel"))
            .filter(|(_, rel)| *rel == "canonical")
            .map(|(href, _)| href.to_owned())
            .collect();
        let [canonical] = &canonical[..] else {
            panic!("{path} has {canonical:?}");
        };
        let own = canonical.strip_prefix("https://portal.example");
        let own = own.unwrap_or_else(|| panic!("{path} is {canonical}"));
        assert!(own.starts_with("/find-a-provider"), "{own}");
        // The page of that address says the same of itself.
        waiting.push(own.replace("&amp;", "&"));
        let languages: BTreeSet<_> = attributes(&page.body, "<link", "hreflang")
            .into_iter()
            .collect();
        assert_eq!(
            languages,
            BTreeSet::from(["en", "zh-Hant", "zh-Hans", "x-default"]),
            "{path}"
        );
        let links = attributes(&page.body, "<a ", "href").into_iter();
        waiting.extend(
            links
                .filter(|href| href.starts_with("/find-a-provider"))
                .map(|href| href.replace("&amp;", "&")),
        );
    }
    seen
}

#[tokio::test]
async fn every_provider_is_reached_by_links_in_every_language() {
    let mut client = crawler().await;
    let seen = crawl(&mut client, "/find-a-provider").await;
    let listings: Vec<uuid::Uuid> =
        sqlx::query_scalar("select id from listing where published_at is not null")
            .fetch_all(&client.pool)
            .await
            .unwrap();
    assert_eq!(listings.len(), 12);
    for listing in &listings {
        for language in ["zh-Hant", "zh-Hans"] {
            let path = format!("/find-a-provider/{listing}?lang={language}");
            assert!(seen.contains(&path), "{path}");
        }
    }
    // The map has the same pages.
    let map = client.get("/sitemap.xml").await;
    assert_eq!(map.header("content-type"), "application/xml; charset=utf-8");
    assert_eq!(map.body.matches("<loc>").count(), (listings.len() + 2) * 3);
    for listing in &listings {
        let address = format!("<loc>https://portal.example/find-a-provider/{listing}</loc>");
        assert!(map.body.contains(&address), "{address}");
    }
    let robots = client.get("/robots.txt").await.body;
    assert!(!robots.contains("Disallow: /"), "{robots}");
    assert!(
        robots.contains("Sitemap: https://portal.example/sitemap.xml"),
        "{robots}"
    );
}

#[tokio::test]
async fn the_start_page_is_found_too() {
    let mut client = crawler().await;
    for (path, language) in [("/start", "en"), ("/start?lang=zh-Hant", "zh-Hant")] {
        let page = client.get(path).await;
        assert!(is_shown(&page), "{path}");
        assert!(page.body.contains(&format!("<html lang=\"{language}\"")));
        for needed in ["<title>", "name=\"description\"", "application/ld+json"] {
            assert_eq!(page.body.matches(needed).count(), 1, "{needed} of {path}");
        }
        let canonical = format!("href=\"https://portal.example{path}\"");
        assert!(page.body.contains(&canonical), "{}", page.body);
    }
}

#[tokio::test]
async fn an_address_with_a_language_is_in_it_whatever_the_browser_prefers() {
    let mut client = crawler().await;
    client.headers = vec![("accept-language", "en")];
    let page = client.get("/find-a-provider?lang=zh-Hans").await.body;
    assert!(
        page.contains("<html lang=\"zh-Hans\"") && page.contains("查找提供商"),
        "{page}"
    );
    // Other pages have their language from the browser alone.
    let page = client.get("/sign-in?lang=zh-Hans").await.body;
    assert!(page.contains("<html lang=\"en\""), "{page}");
}

#[tokio::test]
async fn nothing_else_is_for_search_engines() {
    let mut client = crawler().await;
    for path in [
        "/sign-in",
        "/customers",
        "/invitation/none",
        "/no/such/page",
        "/find-a-provider/0198c000-0000-7000-8000-000000000000",
        "/api/find-providers",
    ] {
        let answer = client.get(path).await;
        assert_eq!(answer.header("x-robots-tag"), "noindex", "{path}");
    }
}

#[tokio::test]
async fn a_page_for_strangers_has_no_module_and_a_policy_that_fits() {
    let mut client = crawler().await;
    let page = client.get("/find-a-provider?place=DE").await;
    assert!(!page.body.contains("const files"), "{}", page.body);
    assert!(page.body.contains("Fabrikam Distribution"), "{}", page.body);
    let list = page.body.split("class=\"providers\"").nth(1).unwrap();
    assert!(!list.contains("Contoso Distribution"), "{list}");
    let policy = page.header("content-security-policy").to_owned();
    let nonce = policy.split("'nonce-").nth(1).unwrap();
    let nonce = nonce.split('\'').next().unwrap();
    let data = page.body.split("application/ld+json").nth(1).unwrap();
    let tag = data.split('>').next().unwrap();
    assert!(tag.contains(nonce), "{tag}");
}
