//! Core's facts in the form that Cedar takes.

use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityUid, PolicySet, Request,
    RestrictedExpression as Value,
};
use tierline_core::{
    Timestamp,
    access::Action,
    market,
    organization::{Capability, CapabilityState, Kind, Organization},
    partnership::Partnership,
    reach::Reach,
    relationship::{Grant, Relationship, Side},
    role::Role,
};

const POLICIES: &str = include_str!("../../policies.cedar");

/// The subject of a question.
#[derive(Clone, Copy, Debug)]
pub(crate) enum About<'a> {
    Own,
    Program,
    Customer(&'a Organization, Option<&'a Relationship>),
    Partner(&'a Organization, Option<&'a Partnership>),
}

pub(crate) struct Cedar {
    authorizer: Authorizer,
    policies: PolicySet,
}

impl Cedar {
    pub(crate) fn new() -> Cedar {
        Cedar {
            authorizer: Authorizer::new(),
            policies: POLICIES.parse().expect("good policies"),
        }
    }

    pub(crate) fn allows(&self, request: &Request, entities: &Entities) -> bool {
        self.authorizer
            .is_authorized(request, &self.policies, entities)
            .decision()
            == Decision::Allow
    }
}

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
    let capabilities = &organization.capabilities;
    let active = Capability::ALL
        .into_iter()
        .filter(|capability| capabilities.is_active(*capability))
        .map(|capability| text(capability.code()));
    let kinds = Kind::ALL
        .into_iter()
        .filter(|kind| capabilities.is_of(*kind))
        .map(|kind| text(kind.code()));
    let region = format!("{:?}", organization.country.region());
    let currency = market::currency_of(organization.country).is_some();
    let signed = organization.agreement.is_some()
        && organization.mpn.is_some()
        && organization.mpn_inactive.is_none();
    let leaves = capabilities.direct_bill == Some(CapabilityState::Offboarding);
    entity(
        uid("Organization", organization.id),
        vec![
            ("kinds", Value::new_set(kinds)),
            ("active", Value::new_set(active)),
            ("signed", Value::new_bool(signed)),
            ("leaves_direct_bill", Value::new_bool(leaves)),
            ("region", text(region)),
            ("has_currency", Value::new_bool(currency)),
        ],
    )
}

fn user(role: Role, of: &Organization) -> EntityUid {
    uid("User", format_args!("{} of {}", role.code(), of.id))
}

/// The organizations, and a user of each role in those that ask.
pub(crate) fn entities<'a>(
    asking: impl Iterator<Item = &'a Organization> + Clone,
    others: impl Iterator<Item = &'a Organization>,
) -> Entities {
    let users = asking.clone().flat_map(|organization| {
        Role::ALL.map(|role| {
            entity(
                user(role, organization),
                vec![
                    ("roles", Value::new_set([text(role.code())])),
                    (
                        "organization",
                        Value::new_entity_uid(uid("Organization", organization.id)),
                    ),
                ],
            )
        })
    });
    let organizations = asking.clone().chain(others).map(organization);
    Entities::from_entities(organizations.chain(users), None).expect("each entity once")
}

/// The request of a user with this role in this organization.
pub(crate) fn request(
    role: Role,
    of: &Organization,
    action: Action,
    about: About<'_>,
    reach: Reach,
    now: Timestamp,
) -> Request {
    let subject = match about {
        About::Own => "own",
        About::Program => "program",
        About::Customer(..) => "customer",
        About::Partner(..) => "partner",
    };
    let resource = match about {
        About::Own => uid("Organization", of.id),
        About::Program => uid("Program", "program"),
        About::Customer(other, _) | About::Partner(other, _) => uid("Organization", other.id),
    };
    let facts = match about {
        About::Customer(_, Some(it)) if it.is_active() => {
            Some(("relationship".to_owned(), relationship(it)))
        }
        About::Partner(_, Some(it)) if it.is_active(now) => {
            Some(("partnership".to_owned(), partnership(it, of, now)))
        }
        _ => None,
    };
    let narrowed = reach.groups().map(|own| {
        let own = own.iter().map(|group| text(group.to_string()));
        ("narrowed_to".to_owned(), Value::new_set(own))
    });
    let context = facts
        .into_iter()
        .chain(narrowed)
        .chain([("subject".to_owned(), text(subject))]);
    Request::new(
        user(role, of),
        uid("Action", action.code()),
        resource,
        Context::from_pairs(context).expect("each fact once"),
        None,
    )
    .expect("a good request")
}

fn relationship(relationship: &Relationship) -> Value {
    let side = match relationship.side {
        Side::IndirectReseller => "indirect_reseller",
        Side::IndirectProvider => "indirect_provider",
        Side::DirectBill => "direct_bill",
    };
    let grants = Grant::ALL
        .into_iter()
        .filter(|grant| relationship.grants(*grant))
        .map(|grant| text(grant.code()));
    let groups = relationship.groups.iter();
    let groups = groups.map(|group| text(group.to_string()));
    record([
        ("side", text(side)),
        ("grants", Value::new_set(grants)),
        ("groups", Value::new_set(groups)),
    ])
}

fn partnership(partnership: &Partnership, own: &Organization, now: Timestamp) -> Value {
    let seat = if partnership.provider == own.id {
        "provider"
    } else {
        "reseller"
    };
    let admin = Value::new_bool(partnership.has_tenant_admin(now));
    record([("seat", text(seat)), ("tenant_admin", admin)])
}

fn record<const N: usize>(facts: [(&str, Value); N]) -> Value {
    let facts = facts.map(|(name, value)| (name.to_owned(), value));
    Value::new_record(facts).expect("each fact once")
}
