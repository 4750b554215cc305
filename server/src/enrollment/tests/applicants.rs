//! What a company enters, step by step.

use tierline_app::{
    error::{FieldError, FieldProblem, PortalError},
    form::mark::Mark,
    portal::all::*,
};
use tierline_core::{
    enrollment::{Command, Progress, State, Step},
    organization::Capability,
    role::Role,
};

use super::{applicant, contact, enroll, new, profile, stored, submitted};
use crate::testing::world::{World, refused, request};

#[tokio::test]
async fn a_company_makes_its_tenant_and_begins_to_enroll() {
    let world = World::new().await;
    let person = applicant(&world, "Adventure Cloud").await;
    let page = world.portal(&person).enrollment().await.unwrap();
    assert!(page.organization.capabilities.is_partner());
    let begun = page.begun.unwrap();
    assert_eq!(begun.enrollment.state, State::Draft);
    let open: Vec<Step> = begun
        .steps
        .iter()
        .filter(|it| it.progress == Progress::Open)
        .map(|it| it.step)
        .collect();
    assert_eq!(
        open,
        [
            Step::MpnId,
            Step::LegalProfile,
            Step::PrimaryContact,
            Step::SupportContact
        ]
    );
    // The same domain cannot be had twice.
    let again = world
        .nobody()
        .sign_up_to_enroll(new("Adventure Cloud"), request())
        .await;
    assert_eq!(
        again,
        Err(PortalError::field("domain", FieldProblem::DomainTaken))
    );
}

#[tokio::test]
async fn a_draft_is_kept_and_known_to_every_admin_on_every_device() {
    let world = World::new().await;
    let person = applicant(&world, "Adventure Cloud").await;
    enroll(
        &world,
        &person,
        profile("Adventure Cloud", "1 Harbour Road"),
    )
    .await;
    let colleague = world.colleague(&person, Role::GlobalAdmin).await;
    let seen = stored(&world, &colleague).await;
    assert!(seen.draft.profile.is_some() && seen.draft.contact.is_none());
    // What one of them has entered meanwhile is not overwritten unseen.
    let blank = Some(Mark::new("of an empty form"));
    let over = world
        .portal(&colleague)
        .enroll(
            profile("Adventure Cloud", "2 Harbour Road"),
            blank,
            request(),
        )
        .await;
    let Err(PortalError::Changed(changed)) = over else {
        panic!("{over:?}")
    };
    assert_eq!(changed.fields.len(), 1, "{changed:?}");
    assert_eq!(changed.fields[0].field, "address");
    // Nobody else sees or enters any of it.
    let helper = world.colleague(&person, Role::HelpdeskAgent).await;
    assert_eq!(
        refused(world.portal(&helper).enrollment().await),
        "role_missing"
    );
    let entered = world
        .portal(&helper)
        .enroll(Command::PostponeMpn, None, request())
        .await;
    assert_eq!(refused(entered), "role_missing");
}

#[tokio::test]
async fn an_address_of_a_mail_service_is_refused() {
    let world = World::new().await;
    let person = applicant(&world, "Adventure Cloud").await;
    for address in ["anna@gmail.com", "anna@mailinator.com"] {
        let entered = world
            .portal(&person)
            .enroll(contact(address), None, request())
            .await;
        assert_eq!(refused(entered), "mail_domain_refused", "{address}");
    }
    enroll(&world, &person, contact("anna@adventure.example")).await;
}

#[tokio::test]
async fn enrolling_twice_at_once_is_done_once() {
    let world = World::new().await;
    let person = applicant(&world, "Adventure Cloud").await;
    let (one, other) = (world.portal(&person), world.portal(&person));
    let early = one.enroll(Command::EnrollNow, None, request()).await;
    assert_eq!(refused(early), "steps_open");
    enroll(&world, &person, Command::PostponeMpn).await;
    enroll(
        &world,
        &person,
        profile("Adventure Cloud", "1 Harbour Road"),
    )
    .await;
    enroll(&world, &person, contact("anna@adventure.example")).await;
    let support = Command::EnterSupport(tierline_core::testing::support_contact());
    enroll(&world, &person, support).await;
    let (first, second) = tokio::join!(
        one.enroll(Command::EnrollNow, None, request()),
        other.enroll(Command::EnrollNow, None, request()),
    );
    assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
    let lost = if first.is_ok() { second } else { first };
    assert_eq!(refused(lost), "already_submitted");
    assert_eq!(world.mailed("enrollment_confirmation").await.len(), 1);
}

#[tokio::test]
async fn the_legal_profile_is_the_organizations_from_then_on() {
    let world = World::new().await;
    let person = submitted(&world, "Adventure Cloud").await;
    enroll(
        &world,
        &person,
        profile("Adventure Holding", "2 Harbour Road"),
    )
    .await;
    let row: (String, Vec<String>, String, String) =
        sqlx::query_as("select name, address, sort_key, search from organization where id = $1")
            .bind(person.organization.into_uuid())
            .fetch_one(&world.state.pool)
            .await
            .unwrap();
    assert_eq!(
        (row.0.as_str(), row.1),
        ("Adventure Holding", vec!["2 Harbour Road".to_owned()])
    );
    assert!(
        row.2.contains("holding") && row.3.contains(" holding "),
        "{} {}",
        row.2,
        row.3
    );
    let report = crate::check::check(&world.state.pool).await.unwrap();
    let differing: Vec<_> = report.differ.first.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(differing, Vec::<&str>::new());
}

#[tokio::test]
async fn a_partner_that_is_known_gives_its_support_contact_only() {
    let world = World::new().await;
    let person = &world.provider;
    let portal = world.portal(person);
    portal.begin_enrollment(request()).await.unwrap();
    let entered = portal
        .enroll(profile("Contoso", "1 Harbour Road"), None, request())
        .await;
    assert_eq!(refused(entered), "step_not_needed");
    let support = Command::EnterSupport(tierline_core::testing::support_contact());
    enroll(&world, person, support).await;
    enroll(&world, person, Command::EnrollNow).await;
    let page = portal.enrollment().await.unwrap();
    let state = page
        .organization
        .capabilities
        .state(Capability::IndirectReseller);
    assert_eq!(
        state,
        Some(tierline_core::organization::CapabilityState::Qualified)
    );
    assert_eq!(
        refused(portal.begin_enrollment(request()).await),
        "enrollment_exists"
    );
    // A customer has nothing to enroll, and an active reseller has enrolled.
    let customer = world.portal(&world.customer);
    assert!(customer.begin_enrollment(request()).await.is_err());
    let reseller = world.portal(&world.reseller);
    assert_eq!(
        refused(reseller.begin_enrollment(request()).await),
        "enrollment_exists"
    );
}

#[tokio::test]
async fn what_is_wrong_with_a_new_account_is_said_at_its_field() {
    let world = World::new().await;
    let mut weak = new("Adventure Cloud");
    weak.password = "Adventure Cloud".to_owned();
    let answer = world.nobody().sign_up_to_enroll(weak, request()).await;
    let Err(PortalError::Invalid(errors)) = answer else {
        panic!("{answer:?}")
    };
    let fields: Vec<&str> = errors
        .iter()
        .map(|it: &FieldError| it.field.as_str())
        .collect();
    assert_eq!(fields, ["password"]);
}

#[tokio::test]
async fn a_wrong_country_is_corrected_until_the_enrollment_is_submitted() {
    let world = World::new().await;
    let person = applicant(&world, "Adventure Cloud").await;
    let correct = |code: &str| Command::CorrectCountry {
        country: code.parse().unwrap(),
    };
    enroll(&world, &person, correct("DE")).await;
    let page = world.portal(&person).enrollment().await.unwrap();
    assert_eq!(page.organization.country.code(), "DE");
    let found = "select count(*) from enrollment where country = 'DE'";
    assert_eq!(world.count(found).await, 1);

    let person = submitted(&world, "Relecloud").await;
    let portal = world.portal(&person);
    let late = portal.enroll(correct("DE"), None, request()).await;
    assert_eq!(refused(late), "country_settled");
}
