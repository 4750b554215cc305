//! The demo world in a database of its own, served as in production: without the features of a demo.

use std::sync::Arc;

use axum::Router;
use http::StatusCode;
use sqlx::PgPool;
use tierline_core::ids::OrganizationId;
use tierline_server::{
    demo, serve,
    state::AppState,
    testing::{self, TestDatabase},
};
use uuid::Uuid;

use crate::browser::{Answer, Browser};

/// The world; its database is dropped with it.
pub struct Demo {
    pub state: AppState,
    router: Router,
    _database: TestDatabase,
}

/// A user of the demo world, for one organization.
#[derive(Clone, Debug)]
pub struct Person {
    pub user: Uuid,
    pub email: String,
    pub organization: Uuid,
    /// The organization's capabilities and the person's roles in it.
    pub kind: String,
}

impl Demo {
    /// The world as the portal's own commands have made it.
    pub async fn new() -> Demo {
        let database = testing::demo_database().await;
        let state = AppState::new(
            database.pool.clone(),
            testing::demo_clock(),
            Arc::new(testing::config(&[])),
        );
        Demo {
            router: serve::router(&state),
            state,
            _database: database,
        }
    }

    #[must_use]
    pub fn pool(&self) -> &PgPool {
        &self.state.pool
    }

    /// A browser without a signed-in user.
    #[must_use]
    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    /// One person for every pair of an organization's capabilities and a set of roles in it, and one whose organization
    /// a customer has left: objects that were theirs now belong to others.
    pub async fn one_of_each_kind(&self) -> Vec<Person> {
        let mut people = self.people(
            "select distinct on (o.capabilities, m.roles)
                 u.id, u.email, o.id, o.capabilities::text || ' ' || array_to_string(m.roles, ', ')
             from membership m join organization o on o.id = m.organization_id join app_user u on u.id = m.user_id
             where u.password_hash = (select password_hash from app_user order by created_at limit 1)
             order by o.capabilities, m.roles, u.created_at",
        )
        .await;
        people.push(self.person("urs.keller@lucernedigital.example").await);
        people
    }

    /// The person with this work account, for the home organization.
    pub async fn person(&self, email: &str) -> Person {
        let people = self
            .people(
                "select u.id, u.email, o.id, o.capabilities::text || ' ' || array_to_string(m.roles, ', ')
                 from membership m join organization o on o.id = m.organization_id join app_user u on u.id = m.user_id
                 order by u.email, u.email like '%@' || o.domain desc",
            )
            .await;
        people
            .into_iter()
            .find(|person| person.email == email)
            .unwrap_or_else(|| panic!("`{email}` is nobody"))
    }

    async fn people(&self, query: &'static str) -> Vec<Person> {
        let rows: Vec<(Uuid, String, Uuid, String)> = sqlx::query_as(query)
            .fetch_all(self.pool())
            .await
            .expect("people");
        let people = rows
            .into_iter()
            .map(|(user, email, organization, kind)| Person {
                user,
                email,
                organization,
                kind,
            });
        people.collect()
    }

    /// A browser in which this person is signed in, for the organization.
    pub async fn signed_in(&self, person: &Person) -> Browser {
        let mut browser = self.browser();
        let fields = [
            ("email", person.email.as_str()),
            ("password", demo::PASSWORD),
        ];
        let answer = browser.post("/api/sign-in", &fields).await;
        assert!(answer.status.is_success(), "{person:?}: {answer:?}");
        let several: i64 = sqlx::query_scalar("select count(*) from membership where user_id = $1")
            .bind(person.user)
            .fetch_one(self.pool())
            .await
            .expect("memberships");
        if several > 1 {
            let organization = person.organization.to_string();
            let answer = browser
                .post(
                    "/api/choose-organization",
                    &[("organization", &organization)],
                )
                .await;
            assert_eq!(answer.status, StatusCode::OK, "{person:?}: {answer:?}");
        }
        browser
    }

    /// A browser in which the person with this work account is signed in.
    pub async fn signed_in_as(&self, email: &str) -> Browser {
        self.signed_in(&self.person(email).await).await
    }

    /// Another global admin of the organization, with the password that everyone has here.
    pub async fn another_global_admin(&self, of: &Person) -> Person {
        let hash: String = sqlx::query_scalar("select password_hash from app_user where id = $1")
            .bind(of.user)
            .fetch_one(self.pool())
            .await
            .expect("a password");
        let (_, domain) = of.email.split_once('@').expect("an address");
        let email = format!("admin.{}@{domain}", uuid::Uuid::now_v7().simple());
        let user = testing::given::user(
            self.pool(),
            &email.parse().expect("an address"),
            OrganizationId::from_uuid(of.organization),
            tierline_core::role::Role::GlobalAdmin,
            &hash,
            self.state.clock.now(),
        )
        .await;
        Person {
            user: user.into_uuid(),
            email,
            ..of.clone()
        }
    }

    /// A number from the database.
    pub async fn count(&self, query: &'static str) -> i64 {
        sqlx::query_scalar(query)
            .fetch_one(self.pool())
            .await
            .expect("a number")
    }

    /// The token of the link that was last mailed to this address.
    pub async fn mailed_token(&self, to: &str) -> String {
        let text: String = sqlx::query_scalar(
            "select text_body from mail where kind = 'invitation' and to_address = $1 order by id desc limit 1",
        )
        .bind(to)
        .fetch_one(self.pool())
        .await
        .expect("an invitation's mail");
        token_in(&text)
    }
}

/// The token of the first invitation's link in a text.
#[must_use]
pub fn token_in(text: &str) -> String {
    let link = text.split("/invitation/").nth(1).unwrap_or_default();
    let token: String = link
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    assert_eq!(token.len(), 64, "no link in: {text}");
    token
}

/// The code of the refusal in an answer, empty if it is not a refusal.
#[must_use]
pub fn refusal_in(answer: &Answer) -> String {
    let error: serde_json::Value = serde_json::from_str(&answer.body).unwrap_or_default();
    error["refused"]["code"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}
