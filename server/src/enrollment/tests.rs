//! Enrollments through the portal and PostgreSQL.

mod answers;
mod applicants;
mod reviews;

use tierline_app::portal::{SignUp, all::*};
use tierline_core::{
    enrollment::{CheckKind, Command, Enrollment, PrimaryContact, Verdict},
    ids::EnrollmentId,
    market::Language,
    role::{Role, RoleSet},
};

use crate::testing::world::{Person, World, request};

/// A company that signs up.
fn new(name: &str) -> SignUp {
    SignUp {
        name: name.parse().unwrap(),
        domain: name.to_lowercase().replace(' ', "-").parse().unwrap(),
        country: "TW".parse().unwrap(),
        admin_name: "Grace Lin".parse().unwrap(),
        admin_user: "grace".parse().unwrap(),
        password: "violet kettle on tuesdays".to_owned(),
    }
}

/// The global admin of a company that has signed up.
async fn applicant(world: &World, name: &str) -> Person {
    let sign_up = new(name);
    world
        .nobody()
        .sign_up_to_enroll(sign_up, request())
        .await
        .unwrap();
    let (user, organization, email): (uuid::Uuid, uuid::Uuid, String) = sqlx::query_as(
        "select u.id, m.organization_id, u.email from app_user u join membership m on m.user_id = u.id
         join organization o on o.id = m.organization_id where o.name = $1",
    )
    .bind(name)
    .fetch_one(&world.state.pool)
    .await
    .unwrap();
    Person {
        user: user.into(),
        organization: organization.into(),
        email,
        roles: RoleSet::of(&[Role::GlobalAdmin]),
        customers: Default::default(),
    }
}

fn contact(email: &str) -> Command {
    Command::EnterContact(PrimaryContact {
        name: "Anna Berg".parse().unwrap(),
        email: email.parse().unwrap(),
        phone: None,
        language: Language::TraditionalChinese,
    })
}

fn profile(name: &str, street: &str) -> Command {
    Command::EnterProfile(tierline_core::enrollment::LegalProfile {
        name: name.parse().unwrap(),
        address: vec![street.parse().unwrap()],
        website: None,
    })
}

async fn enroll(world: &World, person: &Person, command: Command) {
    world
        .portal(person)
        .enroll(command, None, request())
        .await
        .unwrap();
}

/// Everything entered, and submitted.
async fn submitted(world: &World, name: &str) -> Person {
    let person = applicant(world, name).await;
    enroll(world, &person, Command::PostponeMpn).await;
    enroll(world, &person, profile(name, "1 Harbour Road")).await;
    enroll(world, &person, contact("anna@adventure.example")).await;
    let support = Command::EnterSupport(tierline_core::testing::support_contact());
    enroll(world, &person, support).await;
    enroll(world, &person, Command::EnrollNow).await;
    person
}

/// The same, confirmed by its primary contact.
async fn confirmed(world: &World, name: &str) -> Person {
    let person = submitted(world, name).await;
    let link = token(world).await;
    world
        .nobody()
        .answer_confirmation(&link, Some(BOTH), request())
        .await
        .unwrap();
    person
}

const BOTH: tierline_core::enrollment::Statements = tierline_core::enrollment::Statements {
    signed_up: true,
    address_is_the_companys: true,
};

/// The token in the newest mail to a primary contact.
async fn token(world: &World) -> String {
    let text: String = sqlx::query_scalar(
        "select text_body from mail where kind = 'enrollment_confirmation' order by created_at desc, id desc limit 1",
    )
    .fetch_one(&world.state.pool)
    .await
    .unwrap();
    let mut words = text.split(|letter: char| !letter.is_ascii_hexdigit());
    words
        .rfind(|word| word.len() == 64)
        .unwrap_or_else(|| panic!("no link in {text}"))
        .to_owned()
}

async fn stored(world: &World, person: &Person) -> Enrollment {
    let page = world.portal(person).enrollment().await.unwrap();
    page.begun.unwrap().enrollment
}

async fn review(
    world: &World,
    id: EnrollmentId,
    check: CheckKind,
    verdict: Verdict,
) -> Result<(), tierline_app::error::PortalError> {
    world
        .portal(&world.operator)
        .review_check(id, check, verdict, None, request())
        .await
}
