//! The same 20,000 decisions by core and by Cedar, in one run. First they have to agree on every one.
//!
//! Cedar is given its requests ready made, with the relationship in them, and all organizations loaded; what is timed
//! is `is_authorized` alone. Core finds the relationship itself.

#[path = "../../benches/world/mod.rs"]
mod world;

use std::{collections::BTreeMap, hint::black_box};

use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityUid, PolicySet, Request,
    RestrictedExpression as Value,
};
use chrono::{TimeZone, Utc};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tierline_core::{
    Timestamp,
    access::Action,
    market,
    organization::{Capability, Organization},
    relationship::{Grant, Side},
    role::Role,
};
use world::{Question, World, answer, questions, world};

const POLICIES: &str = include_str!("../policies.cedar");

const ROLES: [Role; 3] = [Role::AdminAgent, Role::SalesAgent, Role::HelpdeskAgent];

fn uid(kind: &str, name: impl std::fmt::Display) -> EntityUid {
    format!("{kind}::\"{name}\"").parse().expect("a good name")
}

fn text(value: impl Into<String>) -> Value {
    Value::new_string(value.into())
}

fn entity(uid: EntityUid, attributes: Vec<(&str, Value)>) -> Entity {
    let attributes = attributes
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    Entity::new(uid, attributes, [].into()).expect("good attributes")
}

fn organization(organization: &Organization) -> Entity {
    let active = [Capability::IndirectProvider, Capability::IndirectReseller]
        .into_iter()
        .any(|capability| organization.capabilities.is_active(capability));
    let region = format!("{:?}", organization.country.region());
    let currency = market::currency_of(organization.country).is_some();
    entity(
        uid("Organization", organization.id),
        vec![
            ("active", Value::new_bool(active)),
            (
                "agreement",
                Value::new_bool(organization.agreement.is_some()),
            ),
            ("mpn", Value::new_bool(organization.mpn.is_some())),
            ("region", text(region)),
            ("has_currency", Value::new_bool(currency)),
        ],
    )
}

fn user(role: Role, of: &Organization) -> EntityUid {
    uid("User", format_args!("{} of {}", role.code(), of.id))
}

fn entities(world: &World) -> Entities {
    let partners = world.partners.iter().map(|(partner, _)| partner);
    let users = partners.clone().flat_map(|partner| {
        ROLES.map(|role| {
            entity(
                user(role, partner),
                vec![
                    ("roles", Value::new_set([text(role.code())])),
                    (
                        "organization",
                        Value::new_entity_uid(uid("Organization", partner.id)),
                    ),
                ],
            )
        })
    });
    let organizations = partners.chain(&world.customers).map(organization);
    Entities::from_entities(organizations.chain(users), None).expect("each entity once")
}

fn action(action: Action) -> EntityUid {
    let name = match action {
        Action::PlaceOrder => "place_order",
        Action::ViewSubscriptions => "view_subscriptions",
        Action::ManageSubscriptions => "manage_subscriptions",
        Action::ManageLicenses => "manage_licenses",
        Action::ManageUsers => "manage_users",
        Action::DesignateSupport => "designate_support",
        _ => unreachable!("not asked"),
    };
    uid("Action", name)
}

fn request(world: &World, question: &Question<'_>) -> Request {
    let relationship = world
        .relationships
        .get(&(question.partner.id, question.customer.id));
    let facts = relationship.map(|relationship| {
        let side = match relationship.side {
            Side::IndirectReseller => "indirect_reseller",
            Side::IndirectProvider => "indirect_provider",
            Side::DirectBill => "direct_bill",
        };
        let grants = Grant::ALL
            .into_iter()
            .filter(|grant| relationship.grants(*grant))
            .map(|grant| text(grant.code()));
        let facts = [
            ("side".to_owned(), text(side)),
            ("grants".to_owned(), Value::new_set(grants)),
        ];
        let facts = Value::new_record(facts).expect("each fact once");
        ("relationship".to_owned(), facts)
    });
    let role = ROLES
        .into_iter()
        .find(|role| question.actor.roles.contains(*role))
        .expect("one of the roles");
    Request::new(
        user(role, question.partner),
        action(question.action),
        uid("Organization", question.customer.id),
        Context::from_pairs(facts).expect("each fact once"),
        None,
    )
    .expect("a good request")
}

/// The questions about a world, as both are asked them.
struct Asked<'a> {
    questions: Vec<Question<'a>>,
    requests: Vec<Request>,
    entities: Entities,
}

impl<'a> Asked<'a> {
    fn about(world: &'a World) -> Asked<'a> {
        let questions = questions(world);
        let requests = questions.iter().map(|question| request(world, question));
        Asked {
            requests: requests.collect(),
            entities: entities(world),
            questions,
        }
    }
}

struct Cedar {
    authorizer: Authorizer,
    policies: PolicySet,
}

impl Cedar {
    fn allows(&self, request: &Request, entities: &Entities) -> bool {
        self.authorizer
            .is_authorized(request, &self.policies, entities)
            .decision()
            == Decision::Allow
    }
}

/// Stops at the first question that the two answer differently.
fn agree(world: &World, cedar: &Cedar, now: Timestamp, counted: &mut BTreeMap<&'static str, u32>) {
    let asked = Asked::about(world);
    for (question, request) in asked.questions.iter().zip(&asked.requests) {
        let ours = answer(world, question, now);
        assert_eq!(
            ours.is_ok(),
            cedar.allows(request, &asked.entities),
            "core says {ours:?}, Cedar the contrary, of {request}"
        );
        let code = ours
            .as_ref()
            .map_or_else(|refusal| refusal.code(), |_| "allowed");
        *counted.entry(code).or_default() += 1;
    }
}

fn decisions(criterion: &mut Criterion) {
    let cedar = Cedar {
        authorizer: Authorizer::new(),
        policies: POLICIES.parse().expect("good policies"),
    };
    let now = Utc
        .timestamp_opt(1_767_312_000, 0)
        .single()
        .expect("a time");
    let mut counted = BTreeMap::new();
    agree(&world(10), &cedar, now, &mut counted);
    let world = world(1);
    agree(&world, &cedar, now, &mut counted);
    println!("agreed on every question: {counted:?}");
    // Agreement about worlds in which nothing happens would be worth nothing.
    for code in [
        "allowed",
        "role_missing",
        "no_relationship",
        "grant_missing",
        "capability_inactive",
        "mpn_id_missing",
        "agreement_unsigned",
        "region_mismatch",
    ] {
        assert!(counted.contains_key(code), "never `{code}`");
    }

    let Asked {
        questions,
        requests,
        entities,
    } = Asked::about(&world);
    let mut group = criterion.benchmark_group("20,000 decisions");
    group.throughput(Throughput::Elements(questions.len() as u64));
    group.sample_size(20);
    group.bench_function("core", |bencher| {
        bencher.iter(|| {
            let allowed =
                |question: &&Question<'_>| answer(&world, black_box(question), now).is_ok();
            questions.iter().filter(allowed).count()
        });
    });
    group.bench_function("cedar", |bencher| {
        bencher.iter(|| {
            requests
                .iter()
                .filter(|it| cedar.allows(black_box(it), &entities))
                .count()
        });
    });
    group.finish();
}

criterion_group!(benches, decisions);
criterion_main!(benches);
