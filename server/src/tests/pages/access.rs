use tierline_app::customer::list::Customers;
use tierline_app::invitation::list::{CustomerRequests, PartnershipRequests};
use tierline_app::mail::list::{DeadMails, Mailbox};
use tierline_app::partnership::list::{Providers, Resellers};
use tierline_app::portal::all::*;
use tierline_app::{
    error::PortalError,
    i18n::Lang,
    overview::model::{Figures, Overview},
    partnership::model::Finding,
    route,
};
use tierline_core::{
    ids::{CustomerDraftId, InvitationId, OrganizationId, PartnershipId},
    refusal::Fixer,
};
use uuid::Uuid;

use super::World;

fn is_refused<T>(answer: Result<T, PortalError>) -> bool {
    matches!(answer, Err(PortalError::Refused(refusal)) if refusal.code() == "role_missing")
}

fn is_missing<T>(answer: Result<T, PortalError>) -> bool {
    matches!(answer, Err(PortalError::NotFound))
}

#[tokio::test]
async fn what_is_of_others_answers_like_what_is_missing() {
    let world = World::new().await;
    let unknown = Uuid::now_v7();
    let theirs = world.of("Jonas Vogel");
    let customer = world
        .id("select id from organization where name = 'Northwind Traders'")
        .await;
    let invitation = world.id(
        "select i.id from invitation i join organization o on o.id = i.organization_id where o.name = 'Contoso Distribution' limit 1",
    ).await;
    let partnership = world.id(
        "select p.id from partnership p join organization o on o.id = p.provider_id where o.name = 'Contoso Distribution' limit 1",
    ).await;
    for id in [
        customer,
        unknown,
        theirs
            .caller
            .info
            .as_ref()
            .unwrap()
            .organization
            .as_ref()
            .unwrap()
            .id
            .into_uuid(),
    ] {
        let id = OrganizationId::from_uuid(id);
        assert!(is_missing(theirs.customer(id).await));
        assert!(is_missing(
            theirs.new_invitation(Some(id), Finding::default()).await
        ));
        assert!(is_missing(
            theirs
                .new_subscription(id, Default::default(), Vec::new(), Finding::default())
                .await
        ));
    }
    for id in [invitation, unknown] {
        assert!(is_missing(
            theirs.invitation(InvitationId::from_uuid(id)).await
        ));
    }
    for id in [partnership, unknown] {
        assert!(is_missing(
            theirs.partnership(PartnershipId::from_uuid(id)).await
        ));
    }
    // The same ids are valid for their owners.
    let ours = world.of("Grace Lin");
    assert!(
        ours.customer(OrganizationId::from_uuid(customer))
            .await
            .is_ok()
    );
    assert!(
        ours.invitation(InvitationId::from_uuid(invitation))
            .await
            .is_ok()
    );
    assert!(
        ours.partnership(PartnershipId::from_uuid(partnership))
            .await
            .is_ok()
    );
    // An ended relationship gives no access any more.
    let left = world
        .id("select id from organization where name = 'Trey Research'")
        .await;
    assert!(is_missing(
        world
            .of("Urs Keller")
            .customer(OrganizationId::from_uuid(left))
            .await
    ));
    assert!(
        world
            .of("Jonas Vogel")
            .customer(OrganizationId::from_uuid(left))
            .await
            .is_ok()
    );
    // Drafts are the organization's own: another's id is an empty draft.
    let draft = world.id("select id from customer_draft limit 1").await;
    let page = theirs
        .customer_draft(CustomerDraftId::from_uuid(draft), Finding::default())
        .await
        .unwrap();
    assert_eq!((page.draft.name.as_str(), page.submitted), ("", None));
}

#[tokio::test]
async fn each_role_sees_what_it_is_for() {
    let world = World::new().await;
    let customer = OrganizationId::from_uuid(
        world
            .id("select id from organization where name = 'Woodgrove Bank'")
            .await,
    );

    let helpdesk = world.of("Hana Wu");
    assert!(helpdesk.overview().await.is_ok());
    assert!(
        helpdesk
            .listed::<Customers>(Default::default())
            .await
            .is_ok()
    );
    assert!(helpdesk.customer(customer).await.is_ok());
    assert!(is_refused(
        helpdesk.listed::<Resellers>(Default::default()).await
    ));
    assert!(is_refused(
        helpdesk
            .listed::<CustomerRequests>(Default::default())
            .await
    ));
    assert!(is_refused(
        helpdesk.new_invitation(None, Finding::default()).await
    ));
    assert!(is_refused(
        helpdesk
            .customer_draft(
                CustomerDraftId::from_uuid(Uuid::now_v7()),
                Finding::default()
            )
            .await
    ));

    let viewer = world.of("Nora Fang");
    assert!(viewer.listed::<Resellers>(Default::default()).await.is_ok());
    assert!(
        viewer
            .listed::<PartnershipRequests>(Default::default())
            .await
            .is_ok()
    );
    assert!(is_refused(
        viewer.new_invitation(None, Finding::default()).await
    ));

    // Pages of another kind of organization do not exist for this one.
    let sales = world.of("Oscar Chen");
    assert!(is_missing(
        sales.listed::<Providers>(Default::default()).await
    ));
    assert!(is_missing(sales.grants(Default::default()).await));
    assert!(is_missing(
        sales.listed::<DeadMails>(Default::default()).await
    ));
    let reseller = world.of("Amy Huang");
    assert!(is_missing(
        reseller.listed::<Resellers>(Default::default()).await
    ));
    assert!(
        reseller
            .listed::<Providers>(Default::default())
            .await
            .is_ok()
    );
    let own = world.of("Wendy Tsai");
    assert!(own.grants(Default::default()).await.is_ok());
    assert!(is_missing(
        own.listed::<Customers>(Default::default()).await
    ));
    assert!(is_missing(
        own.listed::<CustomerRequests>(Default::default()).await
    ));
    assert!(is_missing(own.products("TW", Default::default()).await));
    assert!(
        world
            .of("Felix Kao")
            .grants(Default::default())
            .await
            .is_ok()
    );
    assert!(is_refused(
        world.of("Terry Kuo").grants(Default::default()).await
    ));
    assert!(
        world
            .of("Robin Counts")
            .listed::<DeadMails>(Default::default())
            .await
            .is_ok()
    );
    assert!(is_missing(
        world
            .of("Rae Dunn")
            .listed::<DeadMails>(Default::default())
            .await
    ));

    // A visitor who is not signed in sees nothing but a link.
    let stranger = world.stranger();
    assert_eq!(
        stranger.overview().await.unwrap_err(),
        PortalError::SignedOut
    );
    assert_eq!(
        stranger
            .listed::<Customers>(Default::default())
            .await
            .unwrap_err(),
        PortalError::SignedOut
    );
    assert_eq!(
        stranger.customer(customer).await.unwrap_err(),
        PortalError::SignedOut
    );
    assert_eq!(
        stranger.grants(Default::default()).await.unwrap_err(),
        PortalError::SignedOut
    );
}

#[tokio::test]
async fn a_reseller_learns_who_creates_customers_before_it_types() {
    let world = World::new().await;
    let begun = async |name: &'static str| {
        let draft = CustomerDraftId::from_uuid(Uuid::now_v7());
        let portal = world.of(name);
        let page = portal.customer_draft(draft, Finding::default()).await;
        page.unwrap().refused
    };
    assert_eq!(begun("Grace Lin").await, None);
    let refused = begun("Amy Huang").await.unwrap();
    assert_eq!(refused.code(), "reseller_cannot_create_customers");
    // It names the providers that do.
    assert!(
        matches!(refused.fixer(), Fixer::UserOf { .. }),
        "{refused:?}"
    );
}

/// What the latest events on somebody's overview say, and the pages that they lead to.
fn recent(page: &Overview) -> (Vec<String>, Vec<&str>) {
    let said = page
        .recent
        .iter()
        .map(|entry| entry.told.what.clone().in_language(Lang::En))
        .collect();
    let abouts = page.recent.iter().filter_map(|it| it.about.as_ref());
    let pages = abouts.filter_map(|about| about.page.as_deref());
    (said, pages.collect())
}

#[tokio::test]
async fn the_overview_shows_nothing_whose_page_is_refused() {
    let world = World::new().await;

    // A helpdesk agent sees customers, and neither partnerships nor invitations.
    let page = world.of("Hana Wu").overview().await.unwrap();
    assert!(page.figures.customers.is_some() && page.figures.subscriptions.is_some());
    assert_eq!(
        (page.figures.partners, page.figures.requests_to_customers),
        (None, None)
    );
    assert_eq!((page.for_us, page.for_others), (Vec::new(), Vec::new()));
    let page = world.of("Hana Wu").overview().await.unwrap();
    let (said, pages) = recent(&page);
    assert_eq!(said.len(), 10);
    for page in pages {
        assert!(page.starts_with("/customers/"), "{page}");
    }
    for said in said {
        assert!(
            !said.contains("request") && !said.contains("partnership"),
            "{said}"
        );
    }
    // To a colleague who may see them, the same log tells of invitations.
    let page = world.of("Grace Lin").overview().await.unwrap();
    assert!(recent(&page).1.iter().any(|page| page.contains("invit")));

    // A plain user of a customer sees neither who can act for it, nor what was ordered.
    let admin = world.of("Wendy Tsai").overview().await.unwrap();
    assert!(recent(&admin).1.contains(&route::GRANTS));
    let page = world.of("Terry Kuo").overview().await.unwrap();
    assert_eq!(page.figures, Figures::default());
    assert_eq!((&page.for_us, &page.for_others), (&Vec::new(), &Vec::new()));
    let (said, pages) = recent(&page);
    assert_eq!(pages, Vec::<&str>::new(), "{said:?}");
    let others: Vec<_> = page
        .recent
        .iter()
        .filter_map(|entry| entry.organization.as_ref())
        .filter(|party| party.id != page.organization.id)
        .collect();
    assert!(others.is_empty(), "{others:?}");

    // A billing admin sees both, and requests that were accepted.
    let page = world.of("Felix Kao").overview().await.unwrap();
    assert_eq!(page.figures, admin.figures);
    assert_eq!(page.recent, admin.recent);
}

#[tokio::test]
async fn mails_are_read_in_the_demo_only() {
    let world = World::new().await;
    let mail = world.id("select id from mail limit 1").await;
    assert!(
        world
            .of("Grace Lin")
            .mail(mail)
            .await
            .unwrap()
            .text
            .contains("http")
    );
    let mut portal = world.of("Grace Lin");
    portal.state.config = std::sync::Arc::new(crate::testing::config(&[]));
    assert!(is_missing(
        portal.listed::<Mailbox>(Default::default()).await
    ));
    assert!(is_missing(portal.mail(mail).await));
}
