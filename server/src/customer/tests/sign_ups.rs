use tierline_app::portal::all::*;
use tierline_app::{
    error::{FieldProblem, PortalError},
    portal::{NewInvitation, SignUp},
};

use tierline_core::text::{TextError, TextKind, UserName};

use crate::{
    account::password as hashing,
    testing::world::{World, refused, request},
};

fn new(domain: &str, country: &str) -> SignUp {
    SignUp {
        name: "Wingtip Toys".parse().unwrap(),
        domain: domain.parse().unwrap(),
        country: country.parse().unwrap(),
        admin_name: "Wen".parse().unwrap(),
        admin_user: "wen".parse().unwrap(),
        password: "four quiet lanterns".to_owned(),
    }
}

#[tokio::test]
async fn a_customer_makes_its_tenant_on_the_way_to_accepting() {
    let world = World::new().await;
    let token = world
        .invited(
            &world.reseller,
            NewInvitation::Relationship,
            "wen@wingtip.example",
        )
        .await;
    let once = request();
    for _ in 0..2 {
        world
            .nobody()
            .sign_up(&token, new("wingtip", "TW"), once)
            .await
            .unwrap();
    }
    assert_eq!(
        world.count("select count(*) from session").await,
        1,
        "who made the account is signed in"
    );
    assert_eq!(
        world
            .count("select count(*) from event where body -> 'event' ->> 'type' = 'signed_up'")
            .await,
        1
    );
    assert_eq!(
        world.count("select count(*) from relationship").await,
        0,
        "nothing is granted by it"
    );
    let stored: Option<String> = sqlx::query_scalar(
        "select password_hash from app_user where email = 'wen@wingtip.tierline.example'",
    )
    .fetch_one(&world.state.pool)
    .await
    .unwrap();
    assert!(
        hashing::verify("four quiet lanterns", stored)
            .await
            .unwrap()
    );
}

#[tokio::test]
async fn a_sign_up_needs_an_open_link_of_a_customer_and_a_free_domain() {
    let world = World::new().await;
    let token = world
        .invited(
            &world.reseller,
            NewInvitation::Relationship,
            "wen@wingtip.example",
        )
        .await;
    let portal = world.nobody();
    let sign_up = |token: &str, domain: &str, country: &str| {
        let (token, new) = (token.to_owned(), new(domain, country));
        let portal = &portal;
        async move { portal.sign_up(&token, new, request()).await }
    };
    assert_eq!(
        sign_up("no such link", "wingtip", "TW").await,
        Err(PortalError::NotFound)
    );
    assert_eq!(
        sign_up(&token, "wingtip", "DE").await,
        Err(PortalError::field("country", FieldProblem::OtherRegion))
    );
    sign_up(&token, "wingtip", "TW").await.unwrap();
    assert_eq!(
        refused(sign_up(&token, "other", "TW").await),
        "link_made_tenant"
    );
    // The page of the link says so before anybody fills in a form.
    let page = portal.link(&token).await.unwrap();
    assert_eq!(page.open, Ok(()));
    assert_eq!(page.may_sign_up.unwrap_err().code(), "link_made_tenant");
    let another = world
        .invited(
            &world.reseller,
            NewInvitation::Relationship,
            "ann@wingtip.example",
        )
        .await;
    assert_eq!(
        sign_up(&another, "wingtip", "TW").await,
        Err(PortalError::field("domain", FieldProblem::OwnDomainTaken))
    );
    sqlx::query("update app_user set email = 'wen@elsewhere.tierline.example' where id = $1")
        .bind(world.far_customer.user.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    assert_eq!(
        sign_up(&another, "elsewhere", "TW").await,
        Err(PortalError::field(
            "admin_user",
            FieldProblem::UserNameTaken
        ))
    );
    let partnership = world
        .invited(&world.provider, NewInvitation::Partnership, "x@new.example")
        .await;
    assert_eq!(
        refused(sign_up(&partnership, "other", "TW").await),
        "capability_inactive"
    );
    let weak = SignUp {
        password: "password".to_owned(),
        ..new("other", "TW")
    };
    let answer = portal.sign_up(&token, weak, request()).await;
    assert_eq!(
        answer,
        Err(PortalError::field(
            "password",
            FieldProblem::PasswordTooShort
        ))
    );
    let own = SignUp {
        password: format!("{}2026", new("other", "TW").name),
        ..new("other", "TW")
    };
    assert_eq!(
        portal.sign_up(&token, own, request()).await,
        Err(PortalError::field("password", FieldProblem::PasswordOwn))
    );
    // A malformed user name never gets this far.
    assert_eq!(
        "wen@evil.example".parse::<UserName>(),
        Err(TextError::Malformed {
            expected: TextKind::UserName
        })
    );
}
