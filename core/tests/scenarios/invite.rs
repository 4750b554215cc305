//! Steps of invitations, and their effects.

use tierline_core::{
    Refusal,
    event::Event,
    ids::*,
    invitation::{
        self, AcceptFacts, Acceptance, DraftFacts, Kind, Language, ManageFacts, Message, Pair,
        PartnerOf, RelationshipIds,
    },
    organization::Organization,
    partnership, relationship,
};

use crate::{
    data::{Draft, DraftKind},
    world::World,
};

/// Drafted, sent and accepted at once, under an alias that no scenario uses.
pub(crate) fn agreed(
    world: &mut World,
    inviter: &str,
    other: &str,
    draft: Draft,
    acceptance: Acceptance,
) -> Result<Vec<Event>, Refusal> {
    let alias = format!("{inviter} to {other}");
    let agent = format!("{inviter}/admin_agent");
    let admin = format!("{other}/global_admin");
    let drafted = begin(world, Some(&agent), &alias, &draft)?;
    world.apply(&drafted);
    let send = invitation::Command::Send {
        delivery: invitation::Delivery::Portal,
    };
    let sent = manage(world, Some(&agent), &alias, &send)?;
    world.apply(&sent);
    accept(world, Some(&admin), &alias, None, &acceptance)
}

pub(crate) fn message(
    world: &World,
    to: &str,
    link_in_text: bool,
) -> (Message, Option<OrganizationId>) {
    let known = world.organizations.get(to);
    let domain = known.map_or("nobody.example", |it| it.domain.as_str());
    let message = Message {
        recipient: format!("anna@{domain}").parse().unwrap(),
        language: Language::English,
        subject: "Work with us".parse().unwrap(),
        text: if link_in_text {
            "Please open {link}"
        } else {
            "Please open the link"
        }
        .parse()
        .unwrap(),
    };
    (message, known.map(|it| it.id))
}

pub(crate) fn begin(
    world: &mut World,
    user: Option<&str>,
    alias: &str,
    draft: &Draft,
) -> Result<Vec<Event>, Refusal> {
    let (inviter, actor) = world.actor(user);
    let kind = match draft.kind {
        DraftKind::Partnership => Kind::Partnership {
            provider: inviter.id,
        },
        DraftKind::Relationship => Kind::Relationship {
            partner: inviter.id,
            side: draft.side.unwrap(),
        },
        DraftKind::JointRelationship => {
            let provider = world.organization(draft.provider.as_deref().unwrap()).id;
            Kind::JointRelationship {
                reseller: inviter.id,
                provider,
            }
        }
    };
    let (message, addressee) = message(world, &draft.to, draft.link_in_text);
    let facts = draft_facts(world, inviter, kind, addressee, &message, None);
    let events = invitation::draft(facts, kind, &message, &actor, world.now)?;
    let id: InvitationId = world.id();
    world.invitations.insert(alias.to_owned(), id);
    Ok(events
        .into_iter()
        .map(|event| Event::Invitation { id, event })
        .collect())
}

pub(crate) fn draft_facts<'a>(
    world: &'a World,
    inviter: &'a Organization,
    kind: Kind,
    addressee: Option<OrganizationId>,
    message: &Message,
    except: Option<InvitationId>,
) -> DraftFacts<'a> {
    let provider = match kind {
        Kind::JointRelationship { provider, .. } => Some(PartnerOf {
            organization: world.with_id(provider),
            partnership: world.partnership(provider, inviter.id),
        }),
        _ => None,
    };
    let same = |it: &&invitation::Invitation| {
        it.inviter == inviter.id
            && it.kind == kind
            && it.message.recipient == message.recipient
            && it.is_open(world.now)
            && Some(it.id) != except
    };
    DraftFacts {
        inviter,
        provider,
        addressee: addressee.map(|id| world.with_id(id)),
        partnership_with_addressee: addressee.and_then(|id| world.partnership(inviter.id, id)),
        open_duplicate: world.invited().find(same).map(|it| it.id),
    }
}

pub(crate) fn manage(
    world: &World,
    user: Option<&str>,
    alias: &str,
    command: &invitation::Command,
) -> Result<Vec<Event>, Refusal> {
    let it = world.invitation(alias);
    let (inviter, actor) = world.actor(user);
    let (message, addressee) = match command {
        invitation::Command::Edit { message, addressee } => (message, *addressee),
        _ => (&it.message, it.addressee),
    };
    let draft = draft_facts(world, inviter, it.kind, addressee, message, Some(it.id));
    let events = invitation::decide(
        ManageFacts {
            invitation: it,
            draft,
            pace: world.pace_facts(it),
        },
        command,
        &actor,
        world.now,
    )?;
    Ok(events
        .into_iter()
        .map(|event| Event::Invitation { id: it.id, event })
        .collect())
}

pub(crate) fn accept(
    world: &mut World,
    user: Option<&str>,
    alias: &str,
    link: Option<u32>,
    acceptance: &Acceptance,
) -> Result<Vec<Event>, Refusal> {
    let ids = RelationshipIds {
        partnership: world.id(),
        first: world.id(),
        second: world.id(),
    };
    let it = world.invitation(alias);
    let (organization, actor) = world.actor(user);
    let asking = match it.kind {
        Kind::Partnership { provider } => vec![provider],
        kind => kind
            .partners()
            .into_iter()
            .map(|(partner, _)| partner)
            .collect(),
    };
    let pair = |partner: &OrganizationId| Pair {
        partner: world.with_id(*partner),
        partnership: world.partnership(*partner, organization.id),
        relationship: world
            .relationship(*partner, organization.id)
            .or_else(|| world.relationship(organization.id, *partner)),
    };
    let partners: Vec<_> = asking.iter().map(pair).collect();
    let addressee = it.addressee.map(|id| world.with_id(id).party());
    let facts = AcceptFacts {
        invitation: it,
        link: link.unwrap_or(it.link),
        organization,
        addressee: addressee.as_ref(),
        partners: &partners,
        partnership: match it.kind {
            Kind::JointRelationship { reseller, provider } => world.partnership(provider, reseller),
            _ => None,
        },
        in_force: world.partners_of(organization.id),
    };
    let accepted = invitation::accept(facts, acceptance, ids, &actor, world.now)?;
    let invitation_id = it.id;
    let mut events: Vec<_> = accepted
        .invitation
        .into_iter()
        .map(|event| Event::Invitation {
            id: invitation_id,
            event,
        })
        .collect();
    events.extend(
        accepted
            .partnership
            .map(|(id, event)| Event::Partnership { id, event }),
    );
    events.extend(
        accepted
            .relationships
            .into_iter()
            .map(|(id, event)| Event::Relationship { id, event }),
    );
    Ok(events)
}

pub(crate) fn expire(world: &World) -> Vec<Event> {
    let invitations = world.invited().filter_map(|it| {
        it.lapse(world.now)
            .map(|event| Event::Invitation { id: it.id, event })
    });
    let partnerships = world.partnerships().filter_map(|it| {
        it.lapse(world.now)
            .map(|event| Event::Partnership { id: it.id, event })
    });
    let relationships = world.relationships().flat_map(|it| {
        let ended = it.lapse(world.now).into_iter();
        ended.map(|event| Event::Relationship { id: it.id, event })
    });
    invitations
        .chain(partnerships)
        .chain(relationships)
        .collect()
}

pub(crate) fn on_partnership(
    world: &World,
    user: Option<&str>,
    with: &str,
    command: &partnership::Command,
) -> Result<Vec<Event>, Refusal> {
    let (organization, actor) = world.actor(user);
    let it = world
        .partnership(organization.id, world.organization(with).id)
        .expect("there is a partnership");
    let events = partnership::decide(
        partnership::PartnershipFacts {
            partnership: it,
            organization,
        },
        command,
        &actor,
        world.now,
    )?;
    Ok(events
        .into_iter()
        .map(|event| Event::Partnership { id: it.id, event })
        .collect())
}

pub(crate) fn on_relationship(
    world: &World,
    user: Option<&str>,
    partner: &str,
    command: relationship::Command,
) -> Result<Vec<Event>, Refusal> {
    let (customer, actor) = world.actor(user);
    let partner = world.organization(partner).party();
    let it = world
        .relationship(partner.id, customer.id)
        .expect("there is a relationship");
    let facts = relationship::RelationshipFacts {
        relationship: it,
        customer,
        partner: &partner,
    };
    let events = relationship::decide(facts, command, &actor, world.now)?;
    Ok(events
        .into_iter()
        .map(|event| Event::Relationship { id: it.id, event })
        .collect())
}
