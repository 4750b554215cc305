use core::marker::PhantomData;

use leptos::prelude::*;

use super::{page_with_reply, render, render_at};
use crate::{
    account::api::session::SignIn,
    error::{FieldError, FieldProblem, PortalError},
    form::PlainForm,
    ui::{Checkbox, Choice, Field, RadioGroup, Select, TextArea},
};

const ATTACK: &str = "</textarea><script>alert(1)</script>\"'&amp;";

#[test]
fn no_field_lets_markup_out() {
    let html = render(|| {
        view! {
            <TextArea name="text" label=ATTACK hint=ATTACK value=ATTACK/>
            <Field name="line" label=ATTACK hint=ATTACK value=ATTACK prefix=ATTACK suffix=ATTACK/>
            <Select name="one" label=ATTACK options=vec![Choice::new(ATTACK, ATTACK)] prompt=ATTACK/>
            <RadioGroup name="few" legend=ATTACK options=vec![Choice::new(ATTACK, ATTACK).hint(ATTACK)]/>
            <Checkbox name="box" label=ATTACK hint=ATTACK value=ATTACK/>
        }
    });
    assert!(!html.contains("<script"), "{html}");
    assert_eq!(html.matches("</textarea>").count(), 1, "{html}");
    assert!(
        html.contains(
            "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"'&amp;amp;</textarea>"
        ),
        "{html}"
    );
}

#[test]
fn a_field_is_labeled_and_described() {
    let html =
        render(|| view! { <Field name="domain" label="Domain" hint="Without www" optional=true/> });
    assert!(html.contains(r#"<label for="domain">"#), "{html}");
    assert!(
        html.contains(r#"id="domain-hint""#) && html.contains(r#"aria-describedby="domain-hint""#),
        "{html}"
    );
    assert!(
        html.contains("optional") && !html.contains("aria-invalid"),
        "{html}"
    );
}

#[test]
fn wrong_fields_are_listed_in_the_order_of_the_page() {
    let wrong = |field: &str| FieldError::new(field, FieldProblem::Empty);
    let error = PortalError::Invalid(vec![wrong("box"), wrong("country"), wrong("domain")]);
    let html = render_at("/sign-in", page_with_reply("", &[], error), || {
        view! {
            <PlainForm function={PhantomData::<SignIn>}>
                <Field name="domain" label="Domain"/>
                <Select name="country" label="Country" options=Vec::new() prompt="Choose"/>
            </PlainForm>
        }
    });
    let links: Vec<&str> = html
        .split("<li><a href=\"#")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(links, ["domain", "country", "box"], "{html}");
}

#[test]
fn a_form_that_comes_back_keeps_what_was_typed_and_says_what_is_wrong() {
    let page = page_with_reply(
        "",
        &[("email", "a<b"), ("text", "kept")],
        PortalError::field("email", FieldProblem::Empty),
    );
    let html = render_at("/sign-in", page, || {
        view! {
            <PlainForm function={PhantomData::<SignIn>}>
                <Field name="email" label="Work account" hint="name@company" value="unused"/>
                <TextArea name="text" label="Text" value="unused"/>
            </PlainForm>
        }
    });
    assert!(
        html.contains(r#"value="a&lt;b""#) && html.contains(">kept</textarea>"),
        "{html}"
    );
    assert!(html.contains(r#"aria-invalid="true""#), "{html}");
    assert!(
        html.contains(r#"aria-describedby="email-error email-hint""#),
        "{html}"
    );
    assert!(
        html.contains(r#"id="email-error""#) && html.contains(r##"href="#email""##),
        "{html}"
    );
    assert!(!html.contains("unused"), "{html}");
    // The summary says which field it means; at the field that is plain.
    assert_eq!(
        html.matches("Work account: Fill in this field.").count(),
        1,
        "{html}"
    );
    assert_eq!(html.matches("Fill in this field.").count(), 2, "{html}");
}

#[test]
fn answers_are_chosen_by_their_value() {
    let options = || {
        vec![
            Choice::new("a", "First"),
            Choice::new("b", "Second").hint("The better one"),
        ]
    };
    let html = render(move || {
        view! {
            <Select name="one" label="One" options=options() value="b"/>
            <RadioGroup name="few" legend="Few" options=options() value="b"/>
            <Checkbox name="all[]" label="All" value="x" checked=true/>
        }
    });
    assert!(html.contains(r#"<option value="b" selected"#), "{html}");
    assert!(
        html.contains(r#"id="few-1""#) && html.contains(r#"aria-describedby="few-1-means""#),
        "{html}"
    );
    assert!(html.contains(r#"id="all[]-x""#), "{html}");
    assert_eq!(html.matches(" checked").count(), 2, "{html}");
}
