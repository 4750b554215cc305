//! Enrolling, as the portal's pages do it.

use tierline_app::portal::{SignUp, all::*};
use tierline_core::{
    enrollment::{Command, Statements},
    ids::OrganizationId,
    market::Country,
    text::{CompanyName, Domain},
};
use uuid::Uuid;

use crate::{
    data::What,
    step::{Stop, request},
    world::World,
};

/// A company makes its tenant and begins to enroll.
pub(crate) async fn sign_up(
    world: &mut World,
    name: &CompanyName,
    domain: &Domain,
    country: Country,
) -> Result<(), Stop> {
    let (first, _) = domain.as_str().split_once('.').unwrap();
    let sign_up = SignUp {
        name: name.clone(),
        domain: first.parse().unwrap(),
        country,
        admin_name: "Anna Berg".parse().unwrap(),
        admin_user: "anna".parse().unwrap(),
        password: "four quiet lanterns".to_owned(),
    };
    let stranger = world.portal(None).await;
    stranger.sign_up_to_enroll(sign_up, request()).await?;
    let id: Uuid = sqlx::query_scalar("select id from organization where domain = $1")
        .bind(domain.as_str())
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    let id = OrganizationId::from_uuid(id);
    world.came_into_being("new_partner", id).await;
    Ok(())
}

/// Every other step of an enrollment.
pub(crate) async fn run(world: &mut World, user: Option<&str>, what: &What) -> Result<(), Stop> {
    let portal = world.portal(user).await;
    match what {
        What::BeginEnrollment => portal.begin_enrollment(request()).await?,
        What::ResendConfirmation => portal.resend_confirmation(request()).await?,
        What::Enroll { enter } => portal.enroll(enter.command(), None, request()).await?,
        What::Appeal { check, statement } => {
            let appeal = Command::Appeal {
                check: *check,
                statement: statement.clone(),
            };
            portal.enroll(appeal, None, request()).await?;
        }
        What::Confirm { link, half } => {
            let token = token(world, *link).await;
            let statements = Statements {
                signed_up: true,
                address_is_the_companys: !half,
            };
            portal
                .answer_confirmation(&token, Some(statements), request())
                .await?;
        }
        What::Deny { link } => {
            let token = token(world, *link).await;
            portal.answer_confirmation(&token, None, request()).await?;
        }
        other => unreachable!("{other:?} is no step of an enrollment"),
    }
    Ok(())
}

/// The token of the link with this number, or of the newest one, from its mail.
async fn token(world: &World, link: Option<u32>) -> String {
    let texts: Vec<String> = sqlx::query_scalar(
        "select text_body from mail where kind = 'enrollment_confirmation' order by created_at, id",
    )
    .fetch_all(&world.state.pool)
    .await
    .unwrap();
    let newest = u32::try_from(texts.len()).unwrap();
    let place = usize::try_from(link.unwrap_or(newest)).unwrap() - 1;
    let mut words = texts[place].split(|letter: char| !letter.is_ascii_hexdigit());
    let token = words.rfind(|word| word.len() == 64);
    token.expect("a link").to_owned()
}
