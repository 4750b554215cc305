//! **Change legal profile**.

use tierline_core::organization::Profile;

use super::*;

fn new(name: &str, address: &str) -> Profile {
    Profile {
        name: name.parse().unwrap(),
        address: vec![address.parse().unwrap()],
    }
}

async fn correct(
    world: &World,
    by: &Person,
    of: OrganizationId,
    new: Profile,
) -> Result<(), PortalError> {
    let page = world.portal(&world.operator).organization(of, "").await;
    let mark = page.unwrap().profile_mark;
    let reason = "as in the register of companies".parse().unwrap();
    let portal = world.portal(by);
    portal
        .correct_profile(of, new, reason, mark, request())
        .await
}

#[tokio::test]
async fn a_corrected_profile_is_on_record_told_and_in_the_history() {
    let world = World::new().await;
    let of = world.provider.organization;
    let before = world.portal(&world.operator).organization(of, "").await;
    let before = before.unwrap().organization.name;
    let corrected = new("Contoso Distribution SAS", "2 Harbour Road");
    let answer = correct(&world, &world.operator, of, corrected).await;
    answer.unwrap();
    let page = world.portal(&world.operator).organization(of, "").await;
    let page = page.unwrap();
    assert_eq!(page.organization.name.as_str(), "Contoso Distribution SAS");
    assert_eq!(page.address, ["2 Harbour Road"]);
    let entry = &page.timeline.entries[0].told;
    assert_eq!(
        entry.reason.as_deref(),
        Some("as in the register of companies")
    );
    let sentence = format!("{entry:?}");
    assert!(sentence.contains(before.as_str()), "{sentence}");
    assert!(sentence.contains("2 Harbour Road"), "{sentence}");
    let to = std::slice::from_ref(&world.provider.email);
    assert_eq!(world.mailed("profile_corrected").await, to);
    // What is as it was is no change.
    let same = new("Contoso Distribution SAS", "2 Harbour Road");
    let answer = correct(&world, &world.operator, of, same).await;
    answer.unwrap();
    assert_eq!(world.mailed("profile_corrected").await, to);
    let own = world.portal(&world.provider).organization_profile().await;
    assert_eq!(own.unwrap().address, ["2 Harbour Road"]);
}

#[tokio::test]
async fn nobody_saves_over_a_correction_unseen() {
    let world = World::new().await;
    let of = world.provider.organization;
    let portal = world.portal(&world.operator);
    let mark = portal.organization(of, "").await.unwrap().profile_mark;
    let first = new("Contoso Distribution", "2 Harbour Road");
    correct(&world, &world.operator, of, first).await.unwrap();
    let second = new("Contoso Distribution", "3 Harbour Road");
    let reason = "it moved".parse().unwrap();
    let answer = portal
        .correct_profile(of, second, reason, mark, request())
        .await;
    let Err(PortalError::Changed(changed)) = answer else {
        panic!("{answer:?}")
    };
    assert_eq!(changed.fields.len(), 1);
    assert_eq!(changed.fields[0].value, "2 Harbour Road");
}

#[tokio::test]
async fn only_a_program_admin_corrects_and_no_customers() {
    let world = World::new().await;
    let of = world.provider.organization;
    let reviewer = world.colleague(&world.operator, Role::Reviewer).await;
    for by in [&reviewer, &world.provider] {
        let answer = correct(&world, by, of, new("Contoso", "2 Harbour Road")).await;
        assert_eq!(refused(answer), "role_missing");
    }
    let customer = world.customer.organization;
    let profile = new("Adventure", "2 Harbour Road");
    let answer = correct(&world, &world.operator, customer, profile).await;
    assert_eq!(refused(answer), "profile_of_customer");
    let page = world
        .portal(&world.operator)
        .organization(customer, "")
        .await;
    assert!(page.unwrap().may_correct.is_err());
}
