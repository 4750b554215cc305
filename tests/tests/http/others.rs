//! Objects of others are answered like missing ones: every server function that takes an id, for every kind of person.

use std::collections::BTreeSet;

use tierline_tests::{
    browser::Browser,
    demo::{Demo, Person},
    snapshot::Snapshot,
};
use uuid::Uuid;

use crate::{
    function::{Function, Values, registered, with_id},
    id::{Id, unknown},
    roles::{ask_for_order, invite_user},
};

/// Everyone to try it with, each with a browser. The last one is not signed in.
async fn everybody(demo: &Demo) -> Vec<(Person, Browser)> {
    let mut everybody = Vec::new();
    for person in demo.one_of_each_kind().await {
        // A second session, so that there is one of their own that they could end.
        demo.signed_in(&person).await;
        let browser = demo.signed_in(&person).await;
        everybody.push((person, browser));
    }
    assert!(
        everybody.len() >= 15,
        "few kinds of people: {}",
        everybody.len()
    );
    let nobody = Person {
        user: Uuid::nil(),
        email: String::new(),
        organization: Uuid::nil(),
        kind: "not signed in".to_owned(),
    };
    everybody.push((nobody, demo.browser()));
    everybody
}

/// The answer for this id, without the id.
async fn answer(browser: &mut Browser, function: &Function, values: &Values, id: &str) -> String {
    let values = Values {
        id: id.to_owned(),
        ..values.clone()
    };
    let method = &registered()[function.path];
    let form = function.form(&values);
    let answer = browser.call(method, function.path, &form).await;
    assert!(
        !answer.status.is_server_error(),
        "{} {form:?}: {answer:?}",
        function.path
    );
    answer.without(id)
}

/// The state except for the tested objects. Drafts of new customers are the asker's own, whatever their id.
async fn untouched(demo: &Demo, person: &Person) -> (Snapshot, Option<String>, i64) {
    let drafts = sqlx::query_scalar(
        "select md5(string_agg(d::text, '|' order by d::text)) from customer_draft d where organization_id <> $1",
    )
    .bind(person.organization)
    .fetch_one(demo.pool())
    .await
    .unwrap();
    (
        Snapshot::without(demo.pool(), &["customer_draft", "session"]).await,
        drafts,
        demo.count("select count(*) from session").await,
    )
}

/// Answers of a demo that a portal in use does not give.
const ONLY_IN_A_DEMO: (&str, &str) = ("/api/mail", "id");

/// Beside the customer these name a user, a partner, a license, a subscription or an import, of which there is none
/// here. Tests of their areas call them with one.
const OF_TWO: [(&str, &str); 11] = [
    ("/api/ask-for-order", "customer"),
    ("/api/assign-licenses", "customer"),
    ("/api/designate-support", "subscription"),
    ("/api/help-user", "customer"),
    ("/api/order-request-review", "customer"),
    ("/api/rename-customer-user", "customer"),
    ("/api/restore-user", "customer"),
    ("/api/settle-user-import", "customer"),
    ("/api/update-customer-user-roles", "customer"),
    ("/api/user-import", "customer"),
    ("/api/withdraw-licenses", "customer"),
];

#[tokio::test]
async fn what_is_of_others_answers_like_what_does_not_exist() {
    let demo = Demo::new().await;
    ask_for_order(&demo).await;
    let mut tried = 0;
    let mut told_apart = Vec::new();
    for (person, mut browser) in everybody(&demo).await {
        let values = Values::of(&demo, &person).await;
        let before = untouched(&demo, &person).await;
        // An id of no object for each id of others: every call for the one is made for the other too, in this order.
        let mut pairs: Vec<(Id, String, String)> = Vec::new();
        for function in with_id() {
            let (field, of) = function.id.unwrap();
            if !pairs.iter().any(|(it, ..)| *it == of) {
                let ids = of.of_others(&demo, &person).await;
                pairs.extend(ids.into_iter().map(|id| (of, id, unknown())));
            }
            for (_, id, of_nothing) in pairs.iter().filter(|(it, ..)| *it == of) {
                let theirs = answer(&mut browser, function, &values, id).await;
                let nothing = answer(&mut browser, function, &values, of_nothing).await;
                if theirs != nothing {
                    told_apart.push(format!(
                        "{} by {field} {id} for {} ({}):\n{theirs}\nbut for nothing\n{nothing}",
                        function.path, person.email, person.kind
                    ));
                }
                tried += 1;
            }
        }
        assert_eq!(
            untouched(&demo, &person).await,
            before,
            "{} has changed what is of others",
            person.email
        );
    }
    assert!(
        told_apart.is_empty(),
        "{} of {tried} are told apart:\n{}",
        told_apart.len(),
        told_apart.join("\n\n")
    );
    assert!(tried > 1000, "only {tried} were tried");
}

/// Without this, a server that answers nothing at all would pass the test above.
#[tokio::test]
async fn what_is_theirs_answers_otherwise() {
    let demo = Demo::new().await;
    ask_for_order(&demo).await;
    let mut everybody = everybody(&demo).await;
    let mut people = everybody.iter().map(|(person, _)| person);
    let admin = people.find(|person| {
        person.kind.contains("indirect_provider") && person.kind.ends_with("} global_admin")
    });
    invite_user(&demo, admin.expect("an admin who invites")).await;
    let mut never = BTreeSet::new();
    'functions: for function in with_id() {
        let (field, of) = function.id.unwrap();
        for (person, browser) in &mut everybody {
            let values = Values::of(&demo, person).await;
            for id in of.theirs(&demo, person).await {
                let nothing = answer(browser, function, &values, &unknown()).await;
                let theirs = answer(browser, function, &values, &id).await;
                if theirs != nothing {
                    continue 'functions;
                }
            }
        }
        never.insert((function.path, field));
    }
    assert_eq!(
        never,
        OF_TWO.into_iter().chain([ONLY_IN_A_DEMO]).collect(),
        "these answer alike for every id"
    );
}
