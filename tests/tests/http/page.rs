//! Pages of others' objects look like pages of missing ones.

use tierline_tests::{
    browser::{Browser, HTML},
    demo::Demo,
};

use crate::id::{Id, unknown};

const PAGES: &[(&str, Id)] = &[
    ("/customers/{id}", Id::Customer),
    ("/customers/{id}/subscriptions/new", Id::Customer),
    ("/subscriptions/{id}", Id::Subscription),
    ("/subscriptions?of={id}", Id::Customer),
    ("/orders/{id}", Id::Order),
    ("/orders?of={id}", Id::Customer),
    (
        "/subscriptions/{id}/change?what=renew_now",
        Id::Subscription,
    ),
    ("/statement?of={id}", Id::Customer),
    ("/statement?month=2026-01&reseller={id}", Id::Partner),
    ("/customers/{id}/setup-info", Id::Customer),
    ("/customers/request?customer={id}", Id::Customer),
    ("/customers/new/{id}", Id::CustomerDraft),
    ("/customers/new/{id}/subscriptions", Id::CustomerDraft),
    ("/customers/new/{id}/review", Id::CustomerDraft),
    ("/customers/new/{id}/confirmation", Id::CustomerDraft),
    ("/partnerships/{id}", Id::Partnership),
    ("/partnerships/{id}/end", Id::Partnership),
    ("/grants/{id}/end", Id::Relationship),
    ("/grants/{id}/dates", Id::Relationship),
    ("/grants/{id}/renew", Id::Relationship),
    ("/invitations/{id}", Id::Invitation),
    ("/cases/{id}", Id::Case),
    ("/cases/{id}/decision", Id::Case),
    ("/demo/mailbox/{id}", Id::Mail),
];

/// The page without the id, and without the parts that are new on every page: its nonce and the ids of its requests.
async fn page(browser: &mut Browser, path: &str, id: &str) -> String {
    let answer = browser.get(&path.replace("{id}", id)).await;
    assert!(!answer.status.is_server_error(), "{path}: {answer:?}");
    let policy = answer.header("content-security-policy").to_owned();
    let nonce = policy
        .split_once("'nonce-")
        .and_then(|(_, rest)| rest.split_once('\''))
        .map_or("no nonce", |(nonce, _)| nonce);
    let text = answer.without(id).replace(nonce, "<the nonce>");
    let text = without_values_of(&text, "name=\"request_id\" value=\"");
    without_values_of(&text, "\\\"seed\\\":\\\"")
}

/// The text, leaving out everything between this and the next quotation mark.
fn without_values_of(text: &str, before: &str) -> String {
    let mut parts = text.split(before);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(before);
        kept.push_str(part.trim_start_matches(|it| it != '"'));
    }
    kept
}

#[tokio::test]
async fn pages_of_others_look_like_pages_of_nothing() {
    let demo = Demo::new().await;
    let mut told_apart = Vec::new();
    for person in demo.one_of_each_kind().await {
        let mut browser = demo.signed_in(&person).await.accepting(HTML);
        for (path, of) in PAGES {
            let Some(id) = of.of_others(&demo, &person).await.into_iter().next() else {
                continue;
            };
            let theirs = page(&mut browser, path, &id).await;
            let nothing = page(&mut browser, path, &unknown()).await;
            if theirs != nothing {
                told_apart.push(format!(
                    "{path} {id} for {} ({}): {}",
                    person.email,
                    person.kind,
                    first_difference(&theirs, &nothing)
                ));
            }
        }
    }
    assert!(
        told_apart.is_empty(),
        "{} are told apart:\n{}",
        told_apart.len(),
        told_apart.join("\n")
    );
}

/// The place where two texts differ, with a little of both.
fn first_difference(one: &str, other: &str) -> String {
    let alike = one
        .char_indices()
        .zip(other.chars())
        .find(|((_, a), b)| a != b)
        .map_or(0, |((at, _), _)| at);
    let before = one
        .get(..alike)
        .map_or(0, |text| text.chars().count())
        .saturating_sub(60);
    let around = |text: &str| text.chars().skip(before).take(200).collect::<String>();
    format!("`{}` instead of `{}`", around(one), around(other))
}
