//! The first admin of a partner, mistyped and corrected.

use tierline_core::organization::FirstAdmin;

use super::*;

fn admin(name: &str, user_name: &str) -> FirstAdmin {
    FirstAdmin {
        name: name.parse().unwrap(),
        user_name: user_name.parse().unwrap(),
    }
}

/// Lamna, with a first admin who is not there.
async fn mistyped(world: &World) -> OrganizationId {
    let new = NewPartner {
        capabilities: vec![Capability::IndirectProvider, Capability::IndirectReseller],
        ..partner("lamna.example", "maia@lamna.example")
    };
    let portal = world.portal(&world.operator);
    portal.add_partner(new, request()).await.unwrap()
}

async fn correct(world: &World, of: OrganizationId, new: FirstAdmin) -> Result<(), PortalError> {
    let portal = world.portal(&world.operator);
    let mark = portal.organization(of, "").await?.awaited.unwrap().mark;
    portal
        .correct_first_admin(of, new, Lang::ZhHant, mark, request())
        .await
}

#[tokio::test]
async fn a_mistyped_first_admin_is_corrected_and_the_old_link_ends() {
    let mut world = World::new().await;
    let of = mistyped(&world).await;
    let first = token(&world).await;
    world.state.clock = Clock::manual(world.now() + TimeDelta::minutes(5));
    let answer = correct(&world, of, admin("Mia Kern", "mia@lamna.example")).await;
    answer.unwrap();
    let mailed = world.mailed("partner_added").await;
    assert!(
        mailed.contains(&"mia@lamna.example".to_owned()),
        "{mailed:?}"
    );
    let subject =
        "select count(*) from mail where kind = 'partner_added' and subject like '%已加入計畫%'";
    assert_eq!(world.count(subject).await, 1);

    let portal = world.portal(&world.operator);
    let page = portal.organization(of, "").await.unwrap();
    assert_eq!(page.contact.as_deref(), Some("mia@lamna.example"));
    assert!(
        page.organization
            .capabilities
            .is_active(Capability::IndirectReseller)
    );
    let awaited = page.awaited.unwrap();
    assert_eq!(awaited.user_name, "mia@lamna.example");
    assert_eq!(awaited.language, Lang::ZhHant);

    let second = token(&world).await;
    let (visitor, password) = (world.nobody(), "violet kettle on tuesdays");
    let replaced = visitor.choose_password(&first, password, request()).await;
    assert_eq!(refused(replaced), "link_replaced");
    let answer = visitor.choose_password(&second, password, request()).await;
    answer.unwrap();
    // Whoever has come is corrected by nobody.
    let portal = world.portal(&world.operator);
    let late = portal
        .correct_first_admin(
            of,
            admin("Ann Berg", "ann@lamna.example"),
            Lang::En,
            awaited.mark,
            request(),
        )
        .await;
    assert_eq!(late, Err(PortalError::NotFound));
}

#[tokio::test]
async fn a_wrong_correction_is_told_at_its_field() {
    let world = World::new().await;
    let of = mistyped(&world).await;
    let answer = correct(&world, of, admin("Mia Kern", "mia@elsewhere.example")).await;
    let wrong = vec![FieldError::new(
        "admin_user_name",
        FieldProblem::NotInDomain,
    )];
    assert_eq!(answer, Err(PortalError::Invalid(wrong)));
    let by_partner = world.portal(&world.provider);
    let new = admin("Mia Kern", "mia@lamna.example");
    let mark = tierline_app::form::mark::Mark::new("0");
    let answer = by_partner
        .correct_first_admin(of, new, Lang::En, mark, request())
        .await;
    assert_eq!(refused(answer), "role_missing");
}

#[tokio::test]
async fn an_mpn_id_of_another_tenant_is_told_at_its_field() {
    let world = World::new().await;
    let mpn = given::stored_organization(&world.state.pool, world.reseller.organization).await;
    let new = NewPartner {
        mpn: mpn.mpn,
        capabilities: Vec::new(),
        ..partner("lamna.example", "mia@lamna.example")
    };
    let portal = world.portal(&world.operator);
    let answer = portal.add_partner(new, request());
    let wrong = vec![
        FieldError::new("capabilities", FieldProblem::NoCapabilities),
        FieldError::new("mpn", FieldProblem::MpnTaken),
    ];
    assert_eq!(answer.await, Err(PortalError::Invalid(wrong)));
}
