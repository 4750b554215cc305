//! Text that nobody types: every server function, with each of its fields in turn, and with names of fields that no
//! page has, answers it without a fault.

use std::{fmt::Write as _, sync::Arc};

use http::{Method, StatusCode};
use tierline_server::{form_fields, serve, state::AppState};
use tierline_tests::{
    browser::{Answer, Browser, HTML, JSON},
    demo::{Demo, Person},
};

use crate::{
    function::{Function, Values, registered, with_id, without_id},
    id::unknown,
    link::live,
};

/// A provider, a reseller, a direct-bill partner, a customer, the operator: each has objects that others do not have.
const PEOPLE: [&str; 5] = [
    "grace.lin@contoso-distribution.example",
    "amy.huang@fourthcoffee.example",
    "kim.abercrombie@bestforyou.example",
    "wendy.tsai@woodgrove.example",
    "robin.counts@program.example",
];

/// Characters that nobody types. Fields take them in turn.
const STRANGE: [char; 8] = [
    '\u{1}',
    '\u{7f}',
    '\u{85}',
    '\u{202e}',
    '\u{2066}',
    '\u{fdd0}',
    '\u{ffff}',
    '\u{10ffff}',
];

/// A word with the character in it that no database takes; and by the field's place a text that no field is made for
/// (an address has less room than a body), a line of a mail, or a word with another character: nothing else is wrong
/// with it.
fn hostile(reads: bool, place: usize) -> Vec<String> {
    let around = |character| format!("violet{character}kettle");
    let other = match place % (STRANGE.len() + 2) {
        0 => "密".repeat(if reads { 300 } else { 12_000 }),
        1 => "\r\nBcc: x".to_owned(),
        turn => around(STRANGE[turn - 2]),
    };
    vec![around('\0'), other]
}

/// One person's browser on a server of its own: nothing is counted from before.
async fn fresh(demo: &Demo, person: &Person, hash: &str) -> Browser {
    sqlx::query("update app_user set password_hash = $2 where id = $1")
        .bind(person.user)
        .bind(hash)
        .execute(demo.pool())
        .await
        .unwrap();
    let state = &demo.state;
    let state = AppState::new(
        state.pool.clone(),
        state.clock.clone(),
        Arc::clone(&state.config),
    );
    let mut browser = Browser::new(serve::router(&state));
    let fields = [
        ("email", person.email.as_str()),
        ("password", tierline_server::demo::PASSWORD),
    ];
    let answer = browser.post("/api/sign-in", &fields).await;
    assert!(answer.status.is_success(), "{person:?}: {answer:?}");
    browser
}

/// The function's form for somebody who has such an object.
async fn somebody<'a>(
    demo: &Demo,
    people: &'a [Person],
    function: &Function,
    token: &str,
) -> (&'a Person, Values) {
    for person in people {
        let mut values = Values::of(demo, person).await;
        token.clone_into(&mut values.token);
        let Some((_, of)) = function.id else {
            return (person, values);
        };
        if let Some(id) = of.theirs(demo, person).await.into_iter().next() {
            values.id = id;
            return (person, values);
        }
    }
    // Nobody has one: drafts of customers, which the demo has finished.
    let mut values = Values::of(demo, &people[0]).await;
    values.id = unknown();
    (&people[0], values)
}

/// The form with this text in one field. A password that is repeated is wrong twice.
fn with(form: &[(String, String)], field: &str, text: &str) -> Vec<(String, String)> {
    let twice = matches!(field, "password" | "new_password");
    let mut form = form.to_vec();
    for (name, value) in &mut form {
        if name == field || (twice && name == "repeated_password") {
            text.clone_into(value);
        }
    }
    if form.iter().all(|(name, _)| name != field) {
        form.push((field.to_owned(), text.to_owned()));
    }
    form
}

/// The worst of it, for what the function's list here does not name.
fn worst(reads: bool) -> Vec<String> {
    hostile(reads, 0)
}

/// The other fields that the product knows of, and those that every form has.
fn others(form: &[(String, String)], path: &str) -> Vec<&'static str> {
    let known = form_fields::names(path).iter().copied();
    known
        .chain(["form", "page", "own_user", "lines[sku-1]"])
        .filter(|name| form.iter().all(|(field, _)| field != name))
        .collect()
}

type Form = Vec<(String, String)>;

/// A form to post, what is strange in it, and the answer's type.
type Try = (String, Form, &'static str);

/// The forms with each text in each field. From the function's place on, so that forms of few fields have others too.
fn in_fields(form: &[(String, String)], place: usize, _: &str, reads: bool) -> Vec<Try> {
    let mut forms = Vec::new();
    for (index, (field, _)) in form.iter().enumerate() {
        for text in hostile(reads, place + index) {
            let text = if reads && field == "query" {
                list_query(&text)
            } else {
                text
            };
            for accept in [JSON, HTML] {
                forms.push((told(field, &text), with(form, field, &text), accept));
            }
        }
    }
    forms
}

/// The forms with the worst in the other fields, and as a name; the types of answers alternate.
fn elsewhere(form: &[(String, String)], _: usize, path: &str, reads: bool) -> Vec<Try> {
    let mut forms = Vec::new();
    for text in worst(reads) {
        for field in others(form, path) {
            forms.push((told(field, &text), with(form, field, &text)));
        }
        for name in [format!("lines[sku-{text}]"), text] {
            forms.push((told("a name", &name), with(form, &name, "1")));
        }
    }
    let ways = [JSON, HTML].into_iter().cycle();
    let tries = forms.into_iter().zip(ways);
    tries
        .map(|((what, form), accept)| (what, form, accept))
        .collect()
}

fn told(field: &str, text: &str) -> String {
    let shown: String = text.chars().take(30).collect();
    format!("{field} {shown:?}")
}

/// The query of a list's address, with this text wherever one can stand.
fn list_query(text: &str) -> String {
    let parts = [
        "search", "sort", "cursor", "find", "columns", "country", "other",
    ];
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(parts.map(|part| (part, text)))
        .finish()
}

#[tokio::test]
async fn no_text_in_any_field_makes_a_fault() {
    let (tried, refused) = no_fault(in_fields).await;
    assert!(
        tried > 2000 && refused > 700,
        "{refused} of {tried} refused"
    );
}

#[tokio::test]
async fn no_text_in_other_fields_or_as_a_name_makes_a_fault() {
    let (tried, refused) = no_fault(elsewhere).await;
    assert!(
        tried > 1000 && refused > 300,
        "{refused} of {tried} refused"
    );
}

/// Makes the forms to post of a function's fields, with one text in them.
type Forms = fn(&[(String, String)], usize, &str, bool) -> Vec<Try>;

/// Posts these forms to every function; returns how many were tried and refused.
async fn no_fault(forms: Forms) -> (u32, u32) {
    let demo = Demo::new().await;
    let mut people = Vec::new();
    for email in PEOPLE {
        people.push(demo.person(email).await);
    }
    let hash: String = sqlx::query_scalar("select password_hash from app_user where id = $1")
        .bind(people[0].user)
        .fetch_one(demo.pool())
        .await
        .unwrap();
    let token = live(&demo).await;
    let (mut faults, mut tried, mut refused) = (String::new(), 0, 0);
    for (place, function) in with_id().chain(without_id()).enumerate() {
        let method = &registered()[function.path];
        let (who, values) = somebody(&demo, &people, function, &token).await;
        let mut form = function.form(&values);
        let reads = *method == Method::GET;
        if reads {
            form.push(("query".to_owned(), String::new()));
        }
        let mut browser = fresh(&demo, who, &hash).await;
        for (what, form, accept) in forms(&form, place, function.path, reads) {
            browser = browser.accepting(accept);
            let mut answer = browser.call(method, function.path, &form).await;
            if not_looked_at(&answer) {
                browser = fresh(&demo, who, &hash).await.accepting(accept);
                answer = browser.call(method, function.path, &form).await;
            }
            tried += 1;
            refused += u32::from(answer.status.is_client_error());
            if answer.status.is_server_error() || answer.status == StatusCode::TOO_MANY_REQUESTS {
                let _ = writeln!(faults, "{} {what}: {}", function.path, answer.status);
            }
        }
    }
    assert_eq!(faults, "", "of {tried}");
    (tried, refused)
}

/// Too many were sent before, or the session is over.
fn not_looked_at(answer: &Answer) -> bool {
    matches!(
        answer.status,
        StatusCode::TOO_MANY_REQUESTS | StatusCode::UNAUTHORIZED
    )
}
