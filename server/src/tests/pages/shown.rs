use tierline_app::partnership::list::{Providers, Resellers};
use tierline_app::portal::all::*;
use tierline_app::{
    i18n::Lang, list::model::ListQuery, overview::model::Waiting, partnership::model::Finding,
};
use tierline_core::{
    access::{self, Action, CustomerFacts},
    ids::{OrganizationId, SkuId},
    partnership,
};

use crate::tests::pages::World;

#[tokio::test]
async fn the_overview_says_what_waits_for_whom() {
    let world = World::new().await;
    let page = world.of("Grace Lin").overview().await.unwrap();
    assert_eq!(page.figures.partners, Some(3));
    assert_eq!(page.figures.customers, Some(8));
    assert!(page.figures.subscriptions >= Some(10));
    assert!(
        page.for_us
            .iter()
            .any(|it| matches!(it, Waiting::Draft { .. }))
    );
    assert!(
        page.for_us
            .iter()
            .any(|it| matches!(it, Waiting::Expired { .. }))
    );
    assert!(page.for_others.iter().any(|it| matches!(
        it,
        Waiting::InvitationSent {
            opened: Some(_),
            ..
        }
    )));
    assert_eq!(page.recent.len(), 10);
    assert!(
        page.recent
            .is_sorted_by(|newer, older| newer.at >= older.at)
    );
    // Each names in its sentence what it is about, and links to it if the reader has a page for it: not for requests
    // of other partners.
    let mut linked = 0;
    for entry in &page.recent {
        let what = entry.told.what.clone().in_language(Lang::En);
        let Some(about) = entry.about.as_ref() else {
            assert!(what.contains("provider listing"), "{entry:?}");
            continue;
        };
        assert!(what.contains(&about.name), "{entry:?}");
        let by = entry.organization.as_ref().map(|party| party.id);
        match &about.page {
            Some(page) => {
                linked += 1;
                let invitation = about.name.contains('@');
                assert_eq!(page.starts_with("/invitations/"), invitation, "{entry:?}");
            }
            None => assert!(what.contains("request from "), "{by:?}: {entry:?}"),
        }
    }
    assert!(linked > 3);
    // An order and its subscriptions are one entry, which says what was bought.
    let said = |part: &str| {
        let whats = page.recent.iter().map(|entry| entry.told.what.clone());
        whats
            .filter(|what| what.clone().in_language(Lang::En).contains(part))
            .count()
    };
    assert_eq!(
        said("ordered 30 Exchange Online (Plan 1) licenses for Woodgrove Bank"),
        1
    );
    assert_eq!(said("became active"), 0);
    // A person who opens a link need not be known.
    let of_nobody = page.recent.iter().filter(|entry| entry.by.is_none());
    assert!(of_nobody.clone().count() < 10);
    for entry in of_nobody {
        assert!(entry.told.by_link_holder, "{entry:?}");
    }

    let page = world.of("Jonas Vogel").overview().await.unwrap();
    assert!(page.for_us.iter().any(|it| matches!(it, Waiting::PartnershipEnding { other, .. } if other.name.as_str() == "Lucerne Digital")));
    let page = world.of("Urs Keller").overview().await.unwrap();
    assert!(
        page.for_others
            .iter()
            .any(|it| matches!(it, Waiting::PartnershipEnding { .. }))
    );
    let page = world.of("Margie Shoop").overview().await.unwrap();
    assert!(matches!(
        page.for_us[..2],
        [Waiting::MpnIdMissing, Waiting::AgreementAsked { .. }]
    ));
    assert!(
        page.for_us
            .iter()
            .any(|it| matches!(it, Waiting::InvitationForUs { .. }))
    );
    let page = world.of("Max Hsu").overview().await.unwrap();
    assert!(
        page.for_us
            .iter()
            .any(|it| matches!(it, Waiting::AgreementAsked { .. }))
    );
    let page = world.of("Robin Counts").overview().await.unwrap();
    // What happened to a company's case names the company, and leads to the case.
    let cases = page.recent.iter().filter_map(|it| it.about.as_ref());
    let cases: Vec<_> = cases
        .filter(|about| about.name == "Wingtip Cloud")
        .collect();
    assert!(!cases.is_empty(), "{:?}", page.recent);
    for case in cases {
        let page = case.page.as_deref().unwrap_or_default();
        assert!(page.starts_with("/cases/"), "{case:?}");
    }
    assert!(
        page.for_us
            .iter()
            .any(|it| matches!(it, Waiting::DeadMails { count: 1, .. }))
    );
    assert!(page.figures.organizations > Some(25));
    let page = world.of("Wendy Tsai").overview().await.unwrap();
    assert_eq!(
        (page.figures.granted_partners, page.figures.subscriptions),
        (Some(2), Some(4))
    );
    assert_eq!(page.figures.customers, None);
}

#[tokio::test]
async fn a_customer_is_shown_with_what_decides() {
    let world = World::new().await;
    let id = async |name: &'static str| {
        let id = sqlx::query_scalar("select id from organization where name = $1")
            .bind(name)
            .fetch_one(world.pool())
            .await;
        OrganizationId::from_uuid(id.unwrap())
    };
    let may_order = async |who: &str, customer| {
        let page = world.of(who).customer(customer).await.unwrap();
        let facts = CustomerFacts {
            organization: &page.organization,
            customer: &page.customer,
            relationship: Some(&page.relationship),
            providers: &page.providers,
        };
        access::authorize_on_customer(facts, &page.actor, Action::PlaceOrder)
            .map_err(|refusal| refusal.code())
    };
    // The reseller alone: no provider has a relationship.
    let proseware = id("Proseware").await;
    assert_eq!(
        may_order("Lena Hoffmann", proseware).await.unwrap_err(),
        "provider_without_relationship"
    );
    // Both: the provider orders.
    let woodgrove = id("Woodgrove Bank").await;
    assert_eq!(
        may_order("Ben Lee", woodgrove).await.unwrap_err(),
        "provider_orders"
    );
    assert!(may_order("Oscar Chen", woodgrove).await.is_ok());
    // Direct, and offboarding: orders for existing customers go on.
    assert!(
        may_order("Kim Abercrombie", id("Humongous Insurance").await)
            .await
            .is_ok()
    );
    assert!(
        may_order("Isabelle Roux", id("School of Fine Art").await)
            .await
            .is_ok()
    );

    let northwind = id("Northwind Traders").await;
    let page = world.of("Grace Lin").customer(northwind).await.unwrap();
    assert_eq!(
        page.admin_pending.as_deref(),
        Some("admin@northwind.tierline.example")
    );
    let others: Vec<&str> = page
        .other_partners
        .iter()
        .map(|other| other.name.as_str())
        .collect();
    assert_eq!(others, ["Fourth Coffee Cloud"]);
    assert_eq!((page.users, page.subscriptions.page.rows.len()), (1, 2));
    // Its creation, the relationship and the first order.
    assert_eq!(page.timeline.entries.len(), 3, "{:?}", page.timeline);
    // Any user who may manage the customer's users may also renew the password.
    let page = world.of("Ben Lee").customer(northwind).await.unwrap();
    assert_eq!(
        page.admin_pending.as_deref(),
        Some("admin@northwind.tierline.example")
    );
    assert_eq!(page.subscriptions.page.rows.len(), 2);
    // A provider does not see another provider's subscriptions.
    let litware = id("Litware").await;
    assert_eq!(
        world
            .of("Lena Hoffmann")
            .customer(litware)
            .await
            .unwrap()
            .subscriptions
            .page
            .rows
            .len(),
        1
    );

    let page = world
        .of("Oscar Chen")
        .new_subscription(
            woodgrove,
            Default::default(),
            Vec::new(),
            Finding::default(),
        )
        .await
        .unwrap();
    assert_eq!(
        page.resellers
            .partners
            .iter()
            .map(|it| it.party.name.as_str())
            .collect::<Vec<_>>(),
        ["Fourth Coffee Cloud"]
    );
    assert_eq!(page.products.total, 575);
    let sku: SkuId = "05e9a617-0261-4cee-bb44-138d3ef5d965".parse().unwrap();
    let chosen = vec![
        (sku, "12".to_owned()).into(),
        (SkuId::from_uuid(uuid::Uuid::nil()), "1".to_owned()).into(),
    ];
    let page = world
        .of("Oscar Chen")
        .new_subscription(woodgrove, Default::default(), chosen, Finding::default())
        .await
        .unwrap();
    assert_eq!(page.chosen.len(), 1);
    assert_eq!(page.chosen[0].product.held.licenses, 220);

    let page = world
        .of("Grace Lin")
        .new_invitation(Some(woodgrove), Finding::default())
        .await
        .unwrap();
    assert_eq!(page.customer.unwrap().1, "wendy.tsai@woodgrove.example");
    assert_eq!(page.user_name, "Grace Lin");
    let page = world
        .of("Lena Hoffmann")
        .new_invitation(None, Finding::default())
        .await
        .unwrap();
    assert_eq!(page.providers.partners.len(), 2);
}

#[tokio::test]
async fn partnerships_and_grants_are_shown_with_their_history() {
    let world = World::new().await;
    let rows = world
        .of("Urs Keller")
        .listed::<Providers>(Default::default())
        .await
        .unwrap()
        .partners
        .rows;
    assert!(matches!(
        rows[0].partnership.state,
        partnership::State::Ending { .. }
    ));
    let page = world
        .of("Urs Keller")
        .partnership(rows[0].partnership.id)
        .await
        .unwrap();
    assert_eq!(page.accepted_by, "Urs Keller");
    assert_eq!(page.other.name.as_str(), "Fabrikam Distribution");
    assert!(
        page.timeline
            .entries
            .iter()
            .any(|entry| entry.by.as_deref() == Some("Urs Keller"))
    );

    let page = world
        .of("Wendy Tsai")
        .grants(ListQuery::default())
        .await
        .unwrap();
    assert_eq!(page.partners.rows.len(), 2);
    assert!(
        page.partners
            .rows
            .iter()
            .all(|partner| partner.origin_by == "Wendy Tsai")
    );
    assert_eq!(page.subscriptions.page.rows.len(), 4);
    let told: Vec<String> = page
        .timeline
        .entries
        .into_iter()
        .map(|entry| entry.told.what.in_language(Lang::En))
        .collect();
    let names = |name: &str| told.iter().any(|what| what.contains(name));
    assert!(names("Fourth Coffee Cloud") && !names("可豪雲端服務"));

    let draft = world
        .id("select id from customer_draft where data ->> 'name' = 'Northwind Traders'")
        .await;
    let page = world
        .of("Grace Lin")
        .customer_draft(draft.into(), Finding::default())
        .await
        .unwrap();
    assert_eq!(
        page.submitted.unwrap().customer.name.as_str(),
        "Northwind Traders"
    );
    assert!(page.total.is_some());
    assert_eq!(page.resellers.partners.len(), 3);
}

#[tokio::test]
async fn a_timeline_goes_on_page_by_page_for_whom_it_concerns() {
    let world = World::new().await;
    let grace = world.of("Grace Lin");
    let resellers = grace
        .listed::<Resellers>(ListQuery::default())
        .await
        .unwrap();
    let id = resellers.partners.rows[0].partnership.id;
    let there = grace.partnership(id).await.unwrap().timeline.entries.len();
    sqlx::query(
        "with more as (
            insert into event (at, organization_id, user_id, object, object_id, version, body)
            select e.at, e.organization_id, e.user_id, e.object, e.object_id, 1000 + n, e.body
            from (select * from event where object_id = $1 order by id limit 1) e, generate_series(1, 120) n
            returning id)
         insert into event_audience (organization_id, event_id) select $2, id from more",
    )
    .bind(id.into_uuid())
    .bind(resellers.organization.id.into_uuid())
    .execute(world.pool())
    .await
    .unwrap();
    let mut page = grace.partnership(id).await.unwrap().timeline;
    let mut sizes = vec![page.entries.len()];
    while let Some(before) = page.earlier {
        page = grace.earlier(page.scope, before).await.unwrap();
        sizes.push(page.entries.len());
    }
    assert_eq!(sizes, [50, 50, 20 + there]);
    let other = world.of("Urs Keller");
    let scope = page.scope;
    let page = other.earlier(scope.clone(), i64::MAX).await.unwrap();
    assert!(page.entries.is_empty());
    // A colleague who may not open the partnership's page does not read its history either.
    let helpdesk = world.of("Hana Wu");
    assert!(helpdesk.partnership(id).await.is_err());
    let page = helpdesk.earlier(scope.clone(), i64::MAX).await.unwrap();
    assert!(page.entries.is_empty());
    // Of a customer, those who see its partners read its history.
    let user = world.of("Terry Kuo");
    assert!(user.earlier(scope, i64::MAX).await.is_err());
}
