//! A browser without scripts: keeps cookies, posts forms, follows no redirects by itself.

use std::{collections::BTreeMap, net::SocketAddr, sync::Arc};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
};
use http::{Method, Request, StatusCode, header};
use serde_json::json;
use sqlx::PgPool;
use tower::ServiceExt as _;
use uuid::Uuid;

use crate::{account::password, clock::Clock, state::AppState, testing, web};

pub(super) const PASSWORD: &str = "four quiet lanterns";

pub(super) struct Client {
    router: Router,
    pub pool: PgPool,
    pub cookies: BTreeMap<String, String>,
    pub accept: &'static str,
    pub headers: Vec<(&'static str, &'static str)>,
    /// The address of its connection; none as if the server were asked without one.
    pub peer: Option<SocketAddr>,
    _database: Arc<testing::TestDatabase>,
}

pub(super) struct Answer {
    pub status: StatusCode,
    pub headers: http::HeaderMap,
    pub body: String,
}

impl Answer {
    pub(super) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    pub(super) fn location(&self) -> &str {
        self.header("location")
    }
}

impl Client {
    pub(super) async fn new(arguments: &[&str]) -> Client {
        Client::at(Clock::system(), arguments).await
    }

    /// A browser on a server with this clock.
    pub(super) async fn at(clock: Clock, arguments: &[&str]) -> Client {
        Client::within(testing::database().await, clock, arguments)
    }

    /// A browser on a server with this database.
    pub(super) fn within(
        database: testing::TestDatabase,
        clock: Clock,
        arguments: &[&str],
    ) -> Client {
        let pool = database.pool.clone();
        let state = AppState::new(pool.clone(), clock, Arc::new(testing::config(arguments)));
        Client {
            router: web::build(state),
            pool,
            cookies: BTreeMap::new(),
            accept: "text/html",
            headers: Vec::new(),
            peer: None,
            _database: Arc::new(database),
        }
    }

    /// Another browser on the same server.
    pub(super) fn another(&self) -> Client {
        Client {
            router: self.router.clone(),
            pool: self.pool.clone(),
            cookies: BTreeMap::new(),
            accept: "text/html",
            headers: Vec::new(),
            peer: None,
            _database: self._database.clone(),
        }
    }

    /// A user with [`PASSWORD`] and these organizations.
    pub(super) async fn user(&self, email: &str, organizations: &[&str]) -> Uuid {
        let user = Uuid::now_v7();
        let hash = password::hash(PASSWORD).await.unwrap();
        sqlx::query("insert into app_user (id, email, name, password_hash, created_at) values ($1, $2, 'Kim Lee', $3, now())")
            .bind(user)
            .bind(email)
            .bind(hash)
            .execute(&self.pool)
            .await
            .unwrap();
        for name in organizations {
            let organization = Uuid::now_v7();
            sqlx::query(
                "insert into organization (id, name, domain, country, capabilities, created_at)
                 values ($1, $2, $3, 'DE', $4, now())",
            )
            .bind(organization)
            .bind(name)
            .bind(format!("{organization}.example"))
            .bind(json!({"indirect_provider": "active"}))
            .execute(&self.pool)
            .await
            .unwrap();
            sqlx::query("insert into membership (organization_id, user_id, roles) values ($1, $2, '{admin_agent}')")
                .bind(organization)
                .bind(user)
                .execute(&self.pool)
                .await
                .unwrap();
        }
        user
    }

    pub(super) async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, String::new()).await
    }

    pub(super) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        self.send(Method::POST, path, body).await
    }

    pub(super) async fn sign_in(&mut self, email: &str) -> Answer {
        self.post(
            "/api/sign-in",
            &[
                ("email", email),
                ("password", PASSWORD),
                ("next", ""),
                ("page", "/sign-in"),
            ],
        )
        .await
    }

    pub(super) async fn send(&mut self, method: Method, path: &str, body: String) -> Answer {
        let form = "application/x-www-form-urlencoded";
        self.send_as(method, form, path, body.into_bytes()).await
    }

    /// Sends a body of this media type.
    pub(super) async fn send_as(
        &mut self,
        method: Method,
        media_type: &str,
        path: &str,
        body: Vec<u8>,
    ) -> Answer {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::ACCEPT, self.accept)
            .header(header::CONTENT_TYPE, media_type)
            .header(header::COOKIE, cookies.join("; "));
        for (name, value) in &self.headers {
            request = request.header(*name, *value);
        }
        if let Some(peer) = self.peer {
            request = request.extension(ConnectInfo(peer));
        }
        let response = self
            .router
            .clone()
            .oneshot(request.body(Body::from(body)).unwrap())
            .await
            .unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let (pair, attributes) = cookie.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if attributes.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }
}
