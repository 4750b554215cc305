//! The registry of members: what the operator keeps, and the MPN IDs that partners associate.

use chrono::TimeDelta;
use tierline_core::{
    Refusal,
    actor::Actor,
    event::Event,
    ids::MemberId,
    market::Country,
    membership::{
        self, AddLocationFacts, AssociateFacts, KeepFacts, Location, Member, NewLocation,
        NewMember, Profile, add_location, associate, change, follow, may_associate, register,
        set_password,
    },
    organization::{Organization, Party},
    text::{EmailAddress, MpnId},
};

use crate::{
    entered::{Keep, OwnMpn, location, new_member},
    world::World,
};

/// For so long a sign-in to the account of a member counts.
const PROVED_FOR: TimeDelta = TimeDelta::hours(1);

pub(crate) fn keep(
    world: &mut World,
    user: Option<&str>,
    act: &Keep,
) -> Result<Vec<Event>, Refusal> {
    let (operator, actor) = world.actor(user);
    let (operator, now) = (operator.clone(), world.now);
    let stored = match act {
        Keep::Register { .. } => None,
        Keep::Location { account, .. } | Keep::Password { account } => {
            Some(member(world, account).clone())
        }
    };
    let new = match (act, &stored) {
        (
            Keep::Register {
                account,
                profile,
                locations,
            },
            _,
        ) => new_member(account, profile, locations),
        (
            Keep::Location {
                mpn,
                country,
                inactive,
                ..
            },
            Some(stored),
        ) => location(mpn, *country, !inactive).of(stored)?,
        (_, Some(stored)) => {
            let event = set_password(&operator, &actor, now)?;
            return Ok(of_member(stored.id, vec![event]));
        }
        (_, None) => unreachable!("a member is there before it changes"),
    };
    let own = stored.as_ref().map(|it| it.id);
    let others = || world.members.values().filter(|it| Some(it.id) != own);
    let is_other = |mpn: &&MpnId| others().any(|it| it.mpns().any(|has| has == *mpn));
    let mpns_taken: Vec<MpnId> = new.mpns().filter(is_other).cloned().collect();
    let in_use = stored.as_ref().map(|it| in_use(world, it, &new));
    let in_use = in_use.unwrap_or_default();
    let facts = KeepFacts {
        operator: &operator,
        account_taken: others().any(|it| it.account == new.account),
        mpns_taken: &mpns_taken,
        in_use: &in_use,
    };
    match stored {
        None => {
            let event = register(facts, &new, &actor, now)?;
            Ok(of_member(world.id(), vec![event]))
        }
        Some(stored) => {
            let events = change(facts, &stored, &new, &actor, now)?;
            Ok(of_member(stored.id, events))
        }
    }
}

/// The locations that would move, and the organizations that have associated them.
fn in_use(world: &World, stored: &Member, new: &NewMember) -> Vec<(MpnId, Party)> {
    let moved = new.moved(stored);
    let with_tenant = moved.filter_map(|mpn| {
        let mut all = world.organizations.values();
        let tenant = all.find(|it| it.mpn.as_ref() == Some(mpn))?;
        Some((mpn.clone(), tenant.party()))
    });
    with_tenant.collect()
}

fn of_member(id: MemberId, events: Vec<membership::Event>) -> Vec<Event> {
    let events = events.into_iter();
    events.map(|event| Event::Member { id, event }).collect()
}

fn member<'a>(world: &'a World, account: &EmailAddress) -> &'a Member {
    let mut all = world.members.values();
    all.find(|it| it.account == *account).expect("a member")
}

pub(crate) fn identify(
    world: &mut World,
    user: Option<&str>,
    act: &OwnMpn,
) -> Result<Vec<Event>, Refusal> {
    let (own, actor) = world.actor(user);
    let (own, now) = (own.clone(), world.now);
    may_associate(&own, &actor)?;
    match act {
        OwnMpn::SignIn { account } => {
            let id = member(world, account).id;
            world.proved.insert(actor.user, (id, now));
            Ok(Vec::new())
        }
        OwnMpn::Associate { mpn } => {
            let mut all = world.organizations.values();
            let facts = AssociateFacts {
                organization: &own,
                member: proved(world, &actor)?,
                mpn_taken: all.any(|it| it.mpn.as_ref() == Some(mpn)),
            };
            let event = associate(facts, mpn, &actor, now)?;
            world.proved.remove(&actor.user);
            Ok(vec![Event::Organization { id: own.id, event }])
        }
        OwnMpn::Add { profile } => {
            let member = proved(world, &actor)?;
            let (id, known) = (member.id, world.members.len());
            let facts = AddLocationFacts {
                organization: &own,
                member,
                mpn_taken: false,
            };
            let new = NewLocation {
                profile: profile.clone(),
                mpn: format!("790000{known}").parse().unwrap(),
                name: "Member Clouds South".parse().unwrap(),
            };
            let added = add_location(facts, &new, &actor, now)?;
            world.proved.remove(&actor.user);
            let mut events = of_member(id, vec![added.member]);
            events.push(Event::Organization {
                id: own.id,
                event: added.organization,
            });
            Ok(events)
        }
    }
}

/// The member to whose account the user has signed in a while ago at most.
fn proved<'a>(world: &'a World, actor: &Actor) -> Result<&'a Member, Refusal> {
    let proof = world.proved.get(&actor.user);
    let counts = proof.filter(|(_, at)| *at > world.now - PROVED_FOR);
    match counts {
        Some((id, _)) => Ok(&world.members[id]),
        None => Err(membership::Refusal::Unproved.into()),
    }
}

/// The job that follows the registry.
pub(crate) fn followed(world: &World) -> Vec<Event> {
    let followed = world.organizations.values().filter_map(|it| {
        let place = it.mpn.as_ref().and_then(|mpn| place(world, mpn));
        let event = follow(it, place.as_ref(), world.now)?;
        Some(Event::Organization { id: it.id, event })
    });
    followed.collect()
}

/// The country of its location, if the registry has that.
pub(crate) fn located(world: &World, organization: &Organization) -> Option<Country> {
    let (_, location) = place(world, organization.mpn.as_ref()?)?;
    Some(location.country)
}

fn place(world: &World, mpn: &MpnId) -> Option<(Profile, Location)> {
    let mut all = world.members.values();
    let (profile, location) = all.find_map(|it| it.location(mpn))?;
    Some((profile.clone(), location.clone()))
}
