//! **Ask to partner**, from the message to the request.

use tierline_app::{
    directory::{list::asks::PartnerAsks, model::AskWay},
    error::PortalError,
    i18n::Lang,
    list::model::ListQuery,
    portal::{NewInvitation, all::*},
};
use tierline_core::{
    directory::{AskState, MOST_TO_ONE},
    ids::{AskId, ListingId},
    invitation::State,
    role::Role,
    text::MessageText,
};

use super::{profile, shown};
use crate::{
    check,
    testing::world::{Person, World, refused, request},
};

fn message() -> MessageText {
    "We sell in Taipei.".parse().unwrap()
}

async fn asked(world: &World, by: &Person, listing: ListingId) -> AskId {
    let portal = world.portal(by);
    portal
        .ask_to_partner(listing, message(), request())
        .await
        .unwrap()
}

async fn listed(world: &World) -> ListingId {
    shown(world, &world.provider, profile("Contoso", &["TW"])).await
}

#[tokio::test]
async fn a_message_becomes_a_request_in_one_step() {
    let world = World::new().await;
    let listing = listed(&world).await;
    let ask = asked(&world, &world.reseller, listing).await;
    assert_eq!(
        world.mailed("partner_asked").await,
        std::slice::from_ref(&world.provider.email)
    );
    let provider = world.portal(&world.provider);
    let page = provider.ask_page(ask).await.unwrap();
    assert_eq!(page.may_answer, Ok(()));
    // The log names both, though nothing else connects them yet.
    let overview = provider.overview().await.unwrap();
    let told: Vec<String> = overview
        .recent
        .into_iter()
        .map(|entry| entry.told.what.in_language(Lang::En))
        .collect();
    let sentence = format!(
        "{} asked {} to partner",
        page.reseller.name, page.provider.name
    );
    assert!(told.contains(&sentence), "{told:?}");
    let once = request();
    let invitation = provider.answer_ask(ask, once).await.unwrap();
    assert_eq!(
        provider.answer_ask(ask, once).await,
        Ok(invitation),
        "a repeated request makes no second one"
    );
    let draft = provider.invitation(invitation).await.unwrap().invitation;
    assert_eq!(draft.state, State::Draft);
    assert_eq!(draft.addressee, Some(world.reseller.organization));
    assert_eq!(draft.message.recipient.as_str(), world.reseller.email);
    // The reseller learns that there is a request, and not which.
    let seen = world.portal(&world.reseller).ask_page(ask).await.unwrap();
    assert!(matches!(
        seen.ask.state,
        AskState::Answered { invitation: hidden, .. } if hidden != invitation
    ));
    let reseller = world.portal(&world.reseller);
    let page = reseller.provider_profile(listing).await.unwrap();
    let AskWay::Ask { latest, .. } = page.ask else {
        panic!("a reseller asks");
    };
    assert_eq!(latest, Some(seen.ask));
    assert_eq!(
        refused(provider.answer_ask(ask, request()).await),
        "ask_closed"
    );
    let report = check::check(&world.state.pool).await.unwrap();
    // What is put there for a test has no whole history.
    assert_eq!(report.differ.count, 0, "{report:?}");
}

#[tokio::test]
async fn who_declines_says_why() {
    let world = World::new().await;
    let listing = listed(&world).await;
    let ask = asked(&world, &world.reseller, listing).await;
    let reason = "our program is full";
    let provider = world.portal(&world.provider);
    provider
        .decline_ask(ask, reason.parse().unwrap(), request())
        .await
        .unwrap();
    assert_eq!(
        world.mailed("ask_declined").await,
        std::slice::from_ref(&world.reseller.email)
    );
    let reseller = world.portal(&world.reseller);
    assert_eq!(
        refused(reseller.withdraw_ask(ask, request()).await),
        "ask_closed"
    );
    // The next message has to wait, and the profile says so in advance.
    let again = reseller.ask_to_partner(listing, message(), request()).await;
    assert_eq!(refused(again), "declined_recently");
    let page = reseller.provider_profile(listing).await.unwrap();
    let AskWay::Ask { may, .. } = page.ask else {
        panic!("a reseller asks");
    };
    assert_eq!(may.unwrap_err().code(), "declined_recently");
}

#[tokio::test]
async fn taking_back_and_asking_again_has_an_end() {
    let world = World::new().await;
    let listing = listed(&world).await;
    let reseller = world.portal(&world.reseller);
    for _ in 0..MOST_TO_ONE {
        let ask = asked(&world, &world.reseller, listing).await;
        reseller.withdraw_ask(ask, request()).await.unwrap();
    }
    let again = reseller.ask_to_partner(listing, message(), request()).await;
    assert_eq!(refused(again), "asked_often");
}

/// A user of the reseller with this address and role, who asks the provider.
async fn asked_by(world: &World, role: Role, email: &str) -> AskId {
    let listing = listed(world).await;
    let person = world.colleague(&world.reseller, role).await;
    sqlx::query("update app_user set email = $2 where id = $1")
        .bind(person.user.into_uuid())
        .bind(email)
        .execute(&world.state.pool)
        .await
        .unwrap();
    asked(world, &person, listing).await
}

#[tokio::test]
async fn a_guests_message_is_answered_to_the_resellers_admin() {
    let world = World::new().await;
    // Whose address belongs to another organization, which would be the one that is asked.
    let domain: String = sqlx::query_scalar("select domain from organization where id = $1")
        .bind(world.other_reseller.organization.into_uuid())
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    let ask = asked_by(&world, Role::GlobalAdmin, &format!("guest@{domain}")).await;
    let provider = world.portal(&world.provider);
    let page = provider.ask_page(ask).await.unwrap();
    let answer_to = page.answer_to.map(|address| address.to_string());
    assert_eq!(answer_to, Some(world.reseller.email.clone()));
    let invitation = provider.answer_ask(ask, request()).await.unwrap();
    let draft = provider.invitation(invitation).await.unwrap().invitation;
    assert_eq!(draft.message.recipient.as_str(), world.reseller.email);
    assert_eq!(draft.addressee, Some(world.reseller.organization));
}

#[tokio::test]
async fn a_message_is_not_answered_where_a_request_or_a_partnership_is() {
    let world = World::new().await;
    let listing = listed(&world).await;
    let ask = asked(&world, &world.reseller, listing).await;
    let colleague = world.colleague(&world.reseller, Role::GlobalAdmin).await;
    let provider = world.portal(&world.provider);
    // Another user of the reseller has got a request meanwhile.
    let token = world
        .invited(
            &world.provider,
            NewInvitation::Partnership,
            &colleague.email,
        )
        .await;
    let page = provider.ask_page(ask).await.unwrap();
    assert_eq!(page.may_answer.unwrap_err().code(), "already_requested");
    assert_eq!(
        refused(provider.answer_ask(ask, request()).await),
        "already_requested"
    );
    world.accepts(&colleague, &token).await.unwrap();
    let page = provider.ask_page(ask).await.unwrap();
    assert_eq!(page.may_answer.unwrap_err().code(), "partnership_exists");
    assert_eq!(
        refused(provider.answer_ask(ask, request()).await),
        "partnership_exists"
    );
    // It can still be declined.
    assert_eq!(page.may_decline, Ok(()));
}

#[tokio::test]
async fn one_message_waits_for_each_provider() {
    let world = World::new().await;
    let listing = listed(&world).await;
    let reseller = world.portal(&world.reseller);
    let (first, second) = tokio::join!(
        reseller.ask_to_partner(listing, message(), request()),
        reseller.ask_to_partner(listing, message(), request()),
    );
    let (sent, late) = match (first, second) {
        (Ok(sent), late) | (late, Ok(sent)) => (sent, late),
        both => panic!("{both:?}"),
    };
    assert_eq!(refused(late), "already_asked");
    let page = reseller.provider_profile(listing).await.unwrap();
    let AskWay::Ask { may, latest } = page.ask else {
        panic!("a reseller asks");
    };
    assert_eq!(may.unwrap_err().code(), "already_asked");
    assert_eq!(latest.map(|latest| latest.id), Some(sent));
    reseller.withdraw_ask(sent, request()).await.unwrap();
    asked(&world, &world.reseller, listing).await;
}

#[tokio::test]
async fn a_message_is_between_the_two() {
    let world = World::new().await;
    let listing = listed(&world).await;
    let ask = asked(&world, &world.reseller, listing).await;
    for other in [&world.other_provider, &world.other_reseller] {
        let portal = world.portal(other);
        assert_eq!(portal.ask_page(ask).await, Err(PortalError::NotFound));
        let answered = portal.answer_ask(ask, request()).await;
        assert!(
            matches!(
                answered,
                Err(PortalError::NotFound | PortalError::Refused(_))
            ),
            "{answered:?}"
        );
    }
    let helpdesk = world.colleague(&world.provider, Role::HelpdeskAgent).await;
    let seen = world.portal(&helpdesk).ask_page(ask).await;
    assert_eq!(refused(seen), "role_missing");
}

#[tokio::test]
async fn what_is_not_shown_is_not_asked() {
    let world = World::new().await;
    let listing = listed(&world).await;
    sqlx::query("update organization set capabilities = '{\"indirect_provider\": \"suspended\"}' where id = $1")
        .bind(world.provider.organization.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    let nobody = world.nobody().provider_profile(listing).await;
    assert_eq!(nobody.err(), Some(PortalError::NotFound));
    let reseller = world.portal(&world.reseller);
    let asked = reseller.ask_to_partner(listing, message(), request()).await;
    assert_eq!(refused(asked), "capability_inactive");
}

#[tokio::test]
async fn a_reseller_of_another_region_is_told_both() {
    let world = World::new().await;
    let listing = listed(&world).await;
    sqlx::query("update organization set country = 'DE' where id = $1")
        .bind(world.reseller.organization.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    let reseller = world.portal(&world.reseller);
    let asked = reseller.ask_to_partner(listing, message(), request()).await;
    let Err(PortalError::Refused(refusal)) = asked else {
        panic!("{asked:?}");
    };
    let told = tierline_app::refusal::explain(tierline_app::i18n::Lang::En, &refusal);
    assert!(told.contains("Taiwan") && told.contains("Europe"), "{told}");
}

#[tokio::test]
async fn a_provider_finds_every_message_in_its_list() {
    let world = World::new().await;
    let listing = listed(&world).await;
    let ask = asked(&world, &world.reseller, listing).await;
    let provider = world.portal(&world.provider);
    let found = async |query: &str| {
        let page = provider
            .listed::<PartnerAsks>(ListQuery::parse(query))
            .await;
        let page = page.unwrap();
        (page.asks.rows, page.open.messages)
    };
    let (rows, open) = found("").await;
    assert_eq!((rows[0].id, rows.len(), open), (ask, 1, 1));
    assert_eq!(rows[0].days_waited, 0);
    assert!(found("state=declined").await.0.is_empty());
    assert!(found("age=7").await.0.is_empty());
    assert!(found("search=nobody").await.0.is_empty());
    world
        .state
        .clock
        .advance(chrono::TimeDelta::days(8))
        .unwrap();
    let (rows, _) = found("age=7").await;
    assert_eq!(rows[0].days_waited, 8);
    // What was answered waits no more, and is found with the others.
    let reason = "our program is full".parse().unwrap();
    provider.decline_ask(ask, reason, request()).await.unwrap();
    let (rows, open) = found("").await;
    assert_eq!((rows.len(), open), (0, 0));
    world
        .state
        .clock
        .advance(chrono::TimeDelta::days(30))
        .unwrap();
    for query in ["state=declined", "state=all", "state=all&sort=reseller"] {
        let (rows, _) = found(query).await;
        assert_eq!((rows[0].id, rows[0].days_waited), (ask, 8), "{query}");
    }
    // Resellers have no such list.
    let reseller = world.portal(&world.reseller);
    let none = reseller.listed::<PartnerAsks>(ListQuery::default()).await;
    assert_eq!(none.err(), Some(PortalError::NotFound));
}
