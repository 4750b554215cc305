//! Compares the outcome with the scenario.

use serde_json::{Map, Value};
use tierline_core::{event::Event, refusal::Fixer};

use crate::{
    data::{Expected, Then},
    step::Outcome,
    world::World,
};

pub(crate) fn check(world: &World, outcome: &Outcome, then: &Then) -> Result<(), String> {
    match (outcome, then) {
        (Outcome::Events(events), Then::Events { events: expected }) => {
            if events.len() != expected.len() {
                let names: Vec<_> = events.iter().map(|event| name(&json(event))).collect();
                return Err(format!("events {names:?}"));
            }
            events
                .iter()
                .zip(expected)
                .try_for_each(|(event, expected)| check_event(world, event, expected))
        }
        (Outcome::Allowed(basis), Then::Allowed { allowed }) => {
            check_fields(world, &json(basis), allowed)
        }
        (
            Outcome::Refused(refusal),
            Then::Refused {
                refused,
                facts,
                fixer,
            },
        ) => {
            if refusal.code() != refused {
                return Err(format!("refused with {}: {refusal}", refusal.code()));
            }
            check_fields(world, &json(refusal), facts)?;
            let actual = match refusal.fixer() {
                Fixer::You => "you".to_owned(),
                Fixer::Operator => "operator".to_owned(),
                Fixer::Sender => "sender".to_owned(),
                Fixer::Nobody => "nobody".to_owned(),
                Fixer::UserOf { organization, .. } => alias(world, &organization.id.to_string()),
            };
            match fixer {
                Some(fixer) if *fixer != actual => Err(format!("fixer {actual}")),
                _ => Ok(()),
            }
        }
        (Outcome::Refused(refusal), _) => {
            Err(format!("refused with {}: {refusal}", refusal.code()))
        }
        (Outcome::Events(events), _) => Err(format!("events {events:?}")),
        (Outcome::Allowed(basis), _) => Err(format!("allowed {basis:?}")),
    }
}

fn json(value: &impl serde::Serialize) -> Map<String, Value> {
    match serde_json::to_value(value).unwrap() {
        Value::Object(fields) => fields,
        other => panic!("not an object: {other}"),
    }
}

/// `object.type`
fn name(event: &Map<String, Value>) -> String {
    format!(
        "{}.{}",
        event["object"].as_str().unwrap(),
        event["event"]["type"].as_str().unwrap()
    )
}

fn check_event(world: &World, event: &Event, expected: &Expected) -> Result<(), String> {
    let event = json(event);
    let actual = name(&event);
    let no_fields = Map::new();
    let (wanted, fields) = match expected {
        Expected::Name(name) => (name.as_str(), &no_fields),
        Expected::Fields(fields) => (fields["event"].as_str().unwrap(), fields),
    };
    if wanted != actual {
        return Err(format!("event {actual}"));
    }
    let mut details = event["event"].as_object().unwrap().clone();
    details.insert("event".to_owned(), actual.into());
    check_fields(world, &details, fields)
}

fn check_fields(
    world: &World,
    actual: &Map<String, Value>,
    expected: &Map<String, Value>,
) -> Result<(), String> {
    for (field, expected) in expected {
        let actual = actual
            .get(field)
            .map_or(Value::Null, |value| with_aliases(world, value));
        if actual != *expected {
            return Err(format!("{field} is {actual}"));
        }
    }
    Ok(())
}

/// The same with organizations written as aliases.
fn with_aliases(world: &World, value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(alias(world, text)),
        Value::Object(fields) => match fields.get("id") {
            Some(Value::String(id)) if fields.len() == 2 && fields.contains_key("name") => {
                Value::String(alias(world, id))
            }
            _ => fields
                .iter()
                .map(|(field, value)| (field.clone(), with_aliases(world, value)))
                .collect(),
        },
        Value::Array(values) => values
            .iter()
            .map(|value| with_aliases(world, value))
            .collect(),
        other => other.clone(),
    }
}

fn alias(world: &World, id: &str) -> String {
    let found = world
        .organizations
        .iter()
        .find(|(_, organization)| organization.id.to_string() == id);
    found.map_or(id.to_owned(), |(alias, _)| alias.clone())
}
