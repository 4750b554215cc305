//! The second factor: at sign-in, and in the settings.

mod authenticator;
mod passkey;
mod pending;
mod required;
mod settings;
mod sign_in;

use chrono::{DateTime, TimeDelta, Utc};
use totp_rs::{Builder, Secret};

use super::{Client, client::PASSWORD};
use crate::clock::Clock;

const KIM: &str = "kim@contoso.example";
const SESSION: &str = "__Host-tierline";
const PENDING: &str = "__Host-tierline-pending";
const RECOVERY: &str = "__Host-tierline-recovery";
const PAGE: &str = "/settings/second-factor";
const CODES: &str = "/settings/second-factor/recovery-codes";

/// A user with a second factor, signed in with it.
struct World {
    kim: Client,
    clock: Clock,
    secret: Secret,
    recovery: Vec<String>,
}

impl World {
    async fn new() -> World {
        World::of(&["Contoso"]).await
    }

    async fn of(organizations: &[&str]) -> World {
        let (mut kim, clock) = signed_in(organizations).await;
        kim.post("/api/begin-second-factor", &[("page", PAGE)])
            .await;
        let secret = secret_on(&kim.get(PAGE).await.body);
        let code = code_at(&secret, clock.now());
        let done = confirm(&mut kim, &code, PASSWORD).await;
        assert_eq!(done, format!("{CODES}?done=second_factor_on"));
        let recovery = codes_on(&kim.get(CODES).await.body);
        assert_eq!(recovery.len(), 10);
        assert!(recovery.iter().all(|code| code.len() == 47), "{recovery:?}");
        // The next code is still unused.
        let world = World {
            kim,
            clock,
            secret,
            recovery,
        };
        world.later(1);
        world
    }

    /// Advances the clock by this many steps of 30 seconds.
    fn later(&self, steps: i32) {
        self.clock.advance(TimeDelta::seconds(30) * steps).unwrap();
    }

    /// The current code of the app.
    fn code(&self) -> String {
        code_at(&self.secret, self.clock.now())
    }

    /// Another browser, after the password was typed in it.
    async fn asked_for_code(&self) -> Client {
        let mut browser = self.kim.another();
        let answer = browser.sign_in(KIM).await;
        assert_eq!(answer.location(), "/sign-in/code");
        browser
    }

    async fn count(&self, query: &'static str) -> i64 {
        sqlx::query_scalar(query)
            .fetch_one(&self.kim.pool)
            .await
            .unwrap()
    }

    /// The types of the account's events, oldest first.
    async fn history(&self) -> Vec<String> {
        sqlx::query_scalar("select body #>> '{event,type}' from event order by id")
            .fetch_all(&self.kim.pool)
            .await
            .unwrap()
    }
}

/// Kim without a second factor, signed in, under a clock that stands still.
async fn signed_in(organizations: &[&str]) -> (Client, Clock) {
    let clock = Clock::manual("2026-11-21T09:00:05Z".parse().unwrap());
    let mut kim = Client::at(clock.clone(), &[]).await;
    kim.user(KIM, organizations).await;
    kim.sign_in(KIM).await;
    (kim, clock)
}

fn code_at(secret: &Secret, at: DateTime<Utc>) -> String {
    let app = Builder::new().with_secret(secret.clone()).build().unwrap();
    app.generate(at.timestamp().unsigned_abs()).to_string()
}

/// The target after turning it on by the form.
async fn confirm(browser: &mut Client, code: &str, password: &str) -> String {
    let fields = [
        ("code", code),
        ("current_password", password),
        ("page", PAGE),
        ("form", ""),
    ];
    let answer = browser.post("/api/confirm-second-factor", &fields).await;
    answer.location().to_owned()
}

/// The target after the second step of signing in.
async fn enter(browser: &mut Client, code: &str) -> String {
    let fields = [
        ("code", code),
        ("next", ""),
        ("page", "/sign-in/code"),
        ("form", ""),
    ];
    let answer = browser.post("/api/enter-code", &fields).await;
    answer.location().to_owned()
}

/// The secret in its field on the page.
fn secret_on(page: &str) -> Secret {
    let field = page
        .split("id=\"secret\"")
        .nth(1)
        .unwrap_or_else(|| panic!("{page}"));
    let value = field.split("value=\"").nth(1).unwrap();
    Secret::try_from_base32(value.split('"').next().unwrap()).unwrap()
}

/// The recovery codes on a page.
fn codes_on(page: &str) -> Vec<String> {
    let codes = page.split("<code>").skip(1);
    codes
        .filter_map(|rest| rest.split('<').next())
        .map(str::to_owned)
        .collect()
}
