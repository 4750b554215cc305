//! One step: the question to the rules, and the world after it.

use chrono::TimeDelta;
use tierline_core::{
    Refusal,
    access::Basis,
    customer::{self, SignUp},
    event::Event,
    invitation::{self, Acceptance, AnswerFacts, Pace},
    organization::{Capabilities, Capability, SignedAgreement, require_second_factor},
    partnership, relationship,
};

use crate::{
    agreement, associate,
    data::{Draft, DraftKind, Step, What},
    dates, directory, enroll, group,
    invite::{accept, agreed, begin, expire, manage, message, on_partnership, on_relationship},
    life, member,
    permitted::ask,
    registry, review,
    sell::{create_customer, place_order, sign_up},
    standing,
    world::World,
};

pub(crate) enum Outcome {
    Events(Vec<Event>),
    Allowed(Basis),
    Refused(Refusal),
}

/// Runs a step. Its effects are in the world afterwards.
pub(crate) fn run(world: &mut World, step: &Step) -> Outcome {
    for user in step.user.as_deref().into_iter().chain(step.what.names()) {
        world.meet(user);
    }
    if let What::Ask {
        action,
        customer,
        partner,
    } = &step.what
    {
        return match ask(
            world,
            step,
            *action,
            customer.as_deref(),
            partner.as_deref(),
        ) {
            Ok(basis) => Outcome::Allowed(basis),
            Err(refusal) => Outcome::Refused(refusal),
        };
    }
    match decide(world, step) {
        Ok(events) => {
            world.apply(&events);
            Outcome::Events(events)
        }
        Err(refusal) => Outcome::Refused(refusal),
    }
}

fn decide(world: &mut World, step: &Step) -> Result<Vec<Event>, Refusal> {
    let user = step.user.as_deref();
    match &step.what {
        What::Ask { .. } => unreachable!("asking is no command"),
        What::Wait {
            days,
            hours,
            minutes,
        } => {
            world.now +=
                TimeDelta::days(*days) + TimeDelta::hours(*hours) + TimeDelta::minutes(*minutes);
            Ok(Vec::new())
        }
        What::Pace {
            minutes_between,
            a_day,
        } => {
            world.pace = Pace {
                between: TimeDelta::minutes((*minutes_between).into()),
                a_day: *a_day,
                ..Pace::default()
            };
            Ok(Vec::new())
        }
        What::Change {
            organization,
            country,
            capabilities,
            signed,
            mpn,
        } => {
            let now = world.now;
            let it = world.organizations.get_mut(organization).unwrap();
            it.country = country.unwrap_or(it.country);
            it.capabilities =
                capabilities.map_or(it.capabilities, |changes| changed(it.capabilities, changes));
            if let Some(signed) = signed {
                it.agreement = signed.then(|| SignedAgreement {
                    version: "1".to_owned(),
                    at: now,
                });
            }
            if let Some(mpn) = mpn {
                it.mpn = mpn.then(|| "4586213".parse().unwrap());
            }
            Ok(Vec::new())
        }
        What::Partner { provider, reseller } => {
            let draft = Draft {
                kind: DraftKind::Partnership,
                to: reseller.clone(),
                side: None,
                provider: None,
                link_in_text: true,
            };
            agreed(
                world,
                provider,
                reseller,
                draft,
                Acceptance {
                    confirmed: true,
                    grants: Vec::new(),
                    ends: Vec::new(),
                },
            )
        }
        What::Serve {
            partner,
            customer,
            side,
            grants,
        } => {
            let draft = Draft {
                kind: DraftKind::Relationship,
                to: customer.clone(),
                side: Some(*side),
                provider: None,
                link_in_text: true,
            };
            let partner_id = world.organization(partner).id;
            let grants = grants
                .map(|grants| (partner_id, grants))
                .into_iter()
                .collect();
            agreed(
                world,
                partner,
                customer,
                draft,
                Acceptance {
                    confirmed: true,
                    grants,
                    ends: Vec::new(),
                },
            )
        }
        What::Draft(draft) => begin(world, user, &step.of, draft),
        What::Invite(draft) => {
            let drafted = begin(world, user, &step.of, draft)?;
            world.apply(&drafted);
            let sent = manage(
                world,
                user,
                &step.of,
                &invitation::Command::Send {
                    delivery: invitation::Delivery::Portal,
                },
            )?;
            world.apply(&sent);
            Ok(Vec::new())
        }
        What::Edit { to, link_in_text } => {
            let (message, addressee) = message(world, to, *link_in_text);
            manage(
                world,
                user,
                &step.of,
                &invitation::Command::Edit { message, addressee },
            )
        }
        What::Send { delivery } => manage(
            world,
            user,
            &step.of,
            &invitation::Command::Send {
                delivery: *delivery,
            },
        ),
        What::Resend { delivery } => manage(
            world,
            user,
            &step.of,
            &invitation::Command::Resend {
                delivery: *delivery,
            },
        ),
        What::Cancel => manage(world, user, &step.of, &invitation::Command::Cancel),
        What::Look { link } => {
            let it = world.invitation(&step.of);
            invitation::check_link(it, link.unwrap_or(it.link), world.now)?;
            Ok(Vec::new())
        }
        What::Open { link } => {
            let it = world.invitation(&step.of);
            let events = invitation::open(it, link.unwrap_or(it.link), world.now)?;
            Ok(events
                .into_iter()
                .map(|event| Event::Invitation { id: it.id, event })
                .collect())
        }
        What::Accept {
            link,
            confirmed,
            grants,
        } => {
            let grants = grants
                .iter()
                .map(|(alias, set)| (world.organization(alias).id, *set))
                .collect();
            accept(
                world,
                user,
                &step.of,
                *link,
                &Acceptance {
                    confirmed: *confirmed,
                    grants,
                    ends: Vec::new(),
                },
            )
        }
        What::Decline { link, reason } => {
            let it = world.invitation(&step.of);
            let (organization, actor) = world.actor(user);
            let addressee = it.addressee.map(|id| world.with_id(id).party());
            let facts = AnswerFacts {
                invitation: it,
                link: link.unwrap_or(it.link),
                organization,
                addressee: addressee.as_ref(),
            };
            let events = invitation::decline(facts, reason.clone(), &actor, world.now)?;
            Ok(events
                .into_iter()
                .map(|event| Event::Invitation { id: it.id, event })
                .collect())
        }
        What::Expire => {
            let mut events = expire(world);
            events.extend(enroll::lapsed(world));
            let mut events = associate::with_support(world, events);
            events.extend(registry::followed(world));
            Ok(events)
        }
        What::RevokeTenantAdmin { with } => {
            on_partnership(world, user, with, &partnership::Command::RevokeTenantAdmin)
        }
        What::GrantTenantAdmin { with } => {
            on_partnership(world, user, with, &partnership::Command::GrantTenantAdmin)
        }
        What::EndPartnership { with, reason } => on_partnership(
            world,
            user,
            with,
            &partnership::Command::End {
                reason: reason.clone(),
            },
        ),
        What::EndGrant { partner, grant } => {
            let end = relationship::Command::EndGrant(*grant);
            let events = on_relationship(world, user, partner, end)?;
            Ok(associate::with_support(world, events))
        }
        What::SetEnd { .. } | What::AskToRenew { .. } | What::AnswerRenewal { .. } => {
            dates::decide(world, user, &step.what)
        }
        What::EndRelationship { partner } => {
            let end = relationship::Command::End;
            let events = on_relationship(world, user, partner, end)?;
            Ok(associate::with_support(world, events))
        }
        What::DesignateSupport { .. }
        | What::SetPartnerOfRecord { .. }
        | What::ChangeTenantOwner { .. } => associate::decide(world, user, &step.what),
        What::RequireSecondFactor { of_users } => {
            let (organization, actor) = world.actor(user);
            let id = organization.id;
            let event = require_second_factor(organization, &actor, *of_users, world.now)?;
            let event = event.map(|event| Event::Organization { id, event });
            Ok(event.into_iter().collect())
        }
        What::CreateCustomer {
            name,
            domain,
            country,
            reseller,
            lines,
        } => {
            let details = customer::Details {
                name: name.clone(),
                domain: domain.clone(),
                country: *country,
                address: vec!["1 Harbour Road".parse().unwrap()],
                admin_name: "Anna Berg".parse().unwrap(),
                admin_user_name: format!("admin@{domain}").parse().unwrap(),
                contact: "anna@mail.example".parse().unwrap(),
            };
            create_customer(world, user, details, reseller.as_deref(), lines)
        }
        What::SignUp {
            name,
            domain,
            country,
            link,
        } => {
            let new = SignUp {
                id: world.id(),
                name: name.clone(),
                domain: domain.clone(),
                country: *country,
                admin: world.id(),
                admin_name: "Anna Berg".parse().unwrap(),
                admin_user_name: format!("anna@{domain}").parse().unwrap(),
            };
            sign_up(world, &step.of, *link, &new)
        }
        What::SignUpToEnroll {
            name,
            domain,
            country,
        } => enroll::sign_up(world, name, domain, *country),
        What::BeginEnrollment
        | What::Enroll { .. }
        | What::ResendConfirmation
        | What::Confirm { .. }
        | What::Deny { .. }
        | What::Appeal { .. } => enroll::decide(world, user, &step.what),
        What::Review { .. } | What::Case { .. } => review::decide(world, user, &step.what),
        What::TwoReviewers => {
            world.asks_second = true;
            Ok(Vec::new())
        }
        What::Publish(_) | What::MoveDeadline { .. } | What::Sign { .. } => {
            agreement::decide(world, user, &step.what)
        }
        What::AddGroup { .. }
        | What::RenameGroup { .. }
        | What::RemoveGroup { .. }
        | What::Group { .. }
        | What::Place { .. }
        | What::Narrow { .. } => group::decide(world, user, &step.what),
        What::Registry(act) => registry::keep(world, user, act),
        What::Mpn(act) => registry::identify(world, user, act),
        What::ChangeUser { .. } => member::decide(world, user, &step.what),
        What::Propose { .. }
        | What::TakeBackProposal
        | What::DecideListing { .. }
        | What::AskPartner { .. }
        | What::DeclineAsk { .. }
        | What::WithdrawAsk { .. } => directory::decide(world, user, &step.what),
        What::Suspend { .. }
        | What::Lift { .. }
        | What::ReviewAccount { .. }
        | What::EndReview { .. }
        | What::Mark { .. }
        | What::AddCapability { .. }
        | What::MoveTo { .. } => standing::decide(world, user, &step.what),
        What::Order {
            customer,
            lines,
            partner_of_record,
        } => place_order(world, user, customer, lines, partner_of_record.as_deref()),
        What::CatchUp | What::ChangeSubscription { .. } => life::decide(world, user, &step.what),
    }
}

fn changed(before: Capabilities, changes: Capabilities) -> Capabilities {
    let given = |capability| changes.state(capability).map(|state| (capability, state));
    Capability::ALL
        .into_iter()
        .filter_map(given)
        .fold(before, |all, (capability, state)| {
            all.with(capability, state)
        })
}
