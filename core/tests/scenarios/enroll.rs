//! Enrolling.

use tierline_core::{
    Refusal,
    customer::{SignUp, Taken},
    enrollment::{
        self, ApplicantFacts, BeginFacts, Command, Decided, Enrollment, MailDomain, ResendFacts,
        Statements,
    },
    event::Event,
    ids::{EnrollmentId, OrganizationId},
    market::Country,
    program::Settings,
    text::{CompanyName, Domain},
};

use crate::{data::What, world::World};

/// The alias of an organization that has signed up to enroll.
const NEW: &str = "new_partner";

/// A company makes its tenant and begins to enroll.
pub(crate) fn sign_up(
    world: &mut World,
    name: &CompanyName,
    domain: &Domain,
    country: Country,
) -> Result<Vec<Event>, Refusal> {
    let new = SignUp {
        id: world.id(),
        name: name.clone(),
        domain: domain.clone(),
        country,
        admin: world.id(),
        admin_name: "Anna Berg".parse().unwrap(),
        admin_user_name: format!("anna@{domain}").parse().unwrap(),
    };
    let taken = Taken {
        domain: world.organizations.values().any(|it| it.domain == *domain),
        user_name: false,
    };
    let signed_up = enrollment::sign_up(taken, &new, world.now)?;
    let (id, enrollment) = (signed_up.organization.id, world.id());
    world
        .organizations
        .insert(NEW.to_owned(), signed_up.organization);
    Ok(vec![
        Event::Organization {
            id,
            event: signed_up.event,
        },
        Event::User {
            id: new.admin,
            event: signed_up.admin,
        },
        Event::Enrollment {
            id: enrollment,
            event: signed_up.enrollment,
        },
    ])
}

/// Every other step of an enrollment.
pub(crate) fn decide(
    world: &mut World,
    user: Option<&str>,
    what: &What,
) -> Result<Vec<Event>, Refusal> {
    let now = world.now;
    if let What::BeginEnrollment = what {
        let (organization, actor) = world.actor(user);
        let facts = BeginFacts {
            organization,
            enrollment: world.enrollment(organization.id),
        };
        let event = enrollment::begin(facts, &actor, now)?;
        return Ok(vec![Event::Enrollment {
            id: world.id(),
            event,
        }]);
    }
    if let What::Confirm { link, .. } | What::Deny { link } = what {
        // The only one that there is: whoever answers is no user.
        let it = world.enrollments().next().unwrap();
        let link = link.unwrap_or(it.link);
        let decided = match what {
            What::Confirm { half, .. } => {
                let statements = Statements {
                    signed_up: true,
                    address_is_the_companys: !half,
                };
                enrollment::confirm(it, link, statements, now)?
            }
            _ => enrollment::deny(it, link, now)?,
        };
        return Ok(decided
            .into_iter()
            .map(|event| Event::Enrollment { id: it.id, event })
            .collect());
    }
    let (organization, actor) = world.actor(user);
    let enrollment = world.enrollment(organization.id).unwrap();
    let command = match what {
        What::ResendConfirmation => {
            let facts = ResendFacts {
                enrollment,
                organization,
                settings: &Settings::default(),
            };
            let decided = enrollment::resend_confirmation(facts, &actor, now)?;
            return Ok(events(enrollment, decided));
        }
        What::Enroll { enter } => enter.command(),
        What::Appeal { check, statement } => Command::Appeal {
            check: *check,
            statement: statement.clone(),
        },
        other => unreachable!("{other:?} is no step of an enrollment"),
    };
    let contact_mail = match &command {
        Command::EnterContact(contact) => mail_domain(contact.email.domain()),
        _ => MailDomain::Own,
    };
    let facts = ApplicantFacts {
        enrollment,
        organization,
        contact_mail,
        most_documents: enrollment::MOST_DOCUMENTS,
    };
    let decided = enrollment::decide(facts, &command, &actor, now)?;
    Ok(events(enrollment, decided))
}

/// As the kept lists have them, which this test does without.
fn mail_domain(domain: &str) -> MailDomain {
    match domain {
        "gmail.com" => MailDomain::WebMail,
        "mailinator.com" => MailDomain::Disposable,
        _ => MailDomain::Own,
    }
}

/// What time has done to enrollments.
pub(crate) fn lapsed(world: &World) -> Vec<Event> {
    let all = world.enrollments().filter_map(|it| {
        let organization = world.with_id(it.organization);
        Some(events(it, it.lapse(organization, world.now)?))
    });
    all.flatten().collect()
}

/// The events of a decision, each of its object.
pub(crate) fn events(enrollment: &Enrollment, decided: Decided) -> Vec<Event> {
    let (id, organization): (EnrollmentId, OrganizationId) =
        (enrollment.id, enrollment.organization);
    let own = decided.enrollment.into_iter();
    let beside = decided.organization.into_iter();
    own.map(|event| Event::Enrollment { id, event })
        .chain(beside.map(|event| Event::Organization {
            id: organization,
            event,
        }))
        .collect()
}
