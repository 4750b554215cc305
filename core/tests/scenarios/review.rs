//! What the operator's reviewers do with cases.

use tierline_core::{
    Refusal,
    event::Event,
    ids::{OrganizationId, UserId},
    program::Settings,
    review::{self, Assignee, CaseFacts, Command},
};

use crate::{data::What, enroll, entered::ruling, world::World};

pub(crate) fn decide(
    world: &mut World,
    user: Option<&str>,
    what: &What,
) -> Result<Vec<Event>, Refusal> {
    match what {
        What::Review {
            company,
            check,
            fails,
        } => changed(world, user, company, &ruling(*check, *fails)),
        What::Case { company, act } => {
            let command = act.command(|name| world.users[name].id);
            changed(world, user, company, &command)
        }
        other => unreachable!("{other:?} is not about a case"),
    }
}

/// A command on the case of this company, which the first event opens.
fn changed(
    world: &mut World,
    user: Option<&str>,
    company: &str,
    command: &Command,
) -> Result<Vec<Event>, Refusal> {
    let now = world.now;
    let (operator, actor) = world.actor(user);
    let organization = world.organization(company);
    let enrollment = world.enrollment(organization.id).unwrap();
    let case = world.case(enrollment.id);
    let assignee = match command {
        Command::Assign(to) => assignee(world, *to, operator.id, organization.id),
        _ => None,
    };
    let facts = CaseFacts {
        operator,
        case,
        enrollment,
        organization,
        belongs_to_it: false,
        asks_second: world.asks_second,
        settings: &Settings::default(),
        assignee: assignee.as_ref(),
    };
    let decided = review::decide(facts, command, &actor, now)?;
    let opened = review::Event::Opened {
        operator: operator.id,
        enrollment: enrollment.id,
        organization: organization.id,
        at: now,
        by: actor.user,
    };
    let known = case.map(|it| it.id);
    let of_enrollment = enroll::events(enrollment, decided.enrollment);
    let mut events = Vec::new();
    if !decided.case.is_empty() {
        let id = known.unwrap_or_else(|| world.id());
        let first = known.is_none().then_some(opened);
        let all = first.into_iter().chain(decided.case);
        events.extend(all.map(|event| Event::Case { id, event }));
    }
    events.extend(of_enrollment);
    Ok(events)
}

/// The user who is to work on a case, if it is one of the operator's.
fn assignee(
    world: &World,
    to: UserId,
    operator: OrganizationId,
    applying: OrganizationId,
) -> Option<Assignee> {
    let mut users = world.users.values();
    let user = users.find(|it| it.id == to && it.may_act_in(operator))?;
    Some(Assignee {
        user: to,
        name: user.name.clone(),
        roles: user.roles_in(operator),
        belongs_to_it: user.may_act_in(applying),
    })
}
