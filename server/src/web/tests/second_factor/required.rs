//! A second factor that is required: nothing else is open before it is set up, and it cannot be turned off.

use http::StatusCode;

use super::{CODES, KIM, PAGE, World, code_at, secret_on, signed_in};
use crate::{
    clock::Clock,
    web::tests::client::{Answer, Client, PASSWORD},
};

/// The page on the way to another one.
const ON_THE_WAY: &str = "/settings/second-factor?next=%2Fcustomers%3Fsort%3Dname";

async fn require(client: &Client, of: &str) {
    sqlx::query("update organization set second_factor = $1")
        .bind(of)
        .execute(&client.pool)
        .await
        .unwrap();
}

async fn turn_off(world: &mut World) -> Answer {
    let code = world.code();
    let fields = [
        ("code", code.as_str()),
        ("current_password", PASSWORD),
        ("page", PAGE),
        ("form", "off"),
    ];
    world.kim.post("/api/turn-off-second-factor", &fields).await
}

#[tokio::test]
async fn whoever_has_none_sets_it_up_first_and_then_goes_where_they_wanted_to() {
    let (mut kim, clock) = signed_in(&["Contoso"]).await;
    assert_eq!(kim.get("/settings").await.status, StatusCode::OK);
    require(&kim, "admins").await;

    // The session is older than the requirement, and held to it.
    let away = kim.get("/customers?sort=name").await;
    assert_eq!(
        (away.status, away.location()),
        (StatusCode::SEE_OTHER, ON_THE_WAY)
    );
    for path in [
        "/",
        "/settings",
        "/settings/password",
        "/settings/sessions",
        "/settings/required-second-factor",
        "/choose-organization",
        "/invitation/abc",
        CODES,
    ] {
        let away = kim.get(path).await;
        assert!(away.location().starts_with(PAGE), "{path}");
    }
    let file = kim.get("/customers.csv").await;
    assert_eq!(file.status, StatusCode::SEE_OTHER, "{}", file.body);

    let page = kim.get(ON_THE_WAY).await;
    assert_eq!(page.status, StatusCode::OK);
    let page = page.body;
    assert!(
        page.contains("Contoso requires you to have a second factor"),
        "{page}"
    );
    assert!(
        page.contains("/api/sign-out") && !page.contains("href=\"/settings\">Settings"),
        "{page}"
    );

    let begun = kim
        .post(
            "/api/begin-second-factor",
            &[("page", ON_THE_WAY), ("next", "/customers?sort=name")],
        )
        .await;
    assert_eq!(begun.location(), ON_THE_WAY);
    let secret = secret_on(&kim.get(ON_THE_WAY).await.body);
    let mut confirm = async |code: &str| {
        let fields = [
            ("code", code),
            ("current_password", PASSWORD),
            ("next", "/customers?sort=name"),
            ("page", ON_THE_WAY),
            ("form", ""),
        ];
        let answer = kim.post("/api/confirm-second-factor", &fields).await;
        answer.location().to_owned()
    };
    assert_eq!(confirm("000000").await, ON_THE_WAY, "where one goes stays");
    let to = confirm(&code_at(&secret, clock.now())).await;
    assert_eq!(
        to,
        format!("{CODES}?next=%2Fcustomers%3Fsort%3Dname&done=second_factor_on")
    );
    let codes = kim.get(&to).await.body;
    assert!(codes.contains("href=\"/customers?sort=name\""), "{codes}");
    assert_eq!(kim.get("/customers").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_new_sign_in_leads_there_too_and_signing_out_works() {
    let (mut kim, _) = signed_in(&["Contoso"]).await;
    require(&kim, "everybody").await;
    let mut browser = kim.another();
    let to = browser.sign_in(KIM).await.location().to_owned();
    assert!(browser.get(&to).await.location().starts_with(PAGE));
    let out = browser.post("/api/sign-out", &[("page", PAGE)]).await;
    assert_eq!(out.location(), "/sign-in?done=signed_out");

    // Posted by a page from before: the form's page leads there as well.
    let fields = [("language", "de"), ("page", "/settings/password")];
    let refused = kim.post("/api/change-password", &fields).await;
    assert_eq!(refused.location(), "/settings/password");
    assert!(
        kim.get("/settings/password")
            .await
            .location()
            .starts_with(PAGE)
    );
}

#[tokio::test]
async fn whoever_is_not_concerned_goes_on() {
    let (mut kim, _) = signed_in(&["Contoso"]).await;
    require(&kim, "admins").await;
    sqlx::query("update membership set roles = '{sales_agent}'")
        .execute(&kim.pool)
        .await
        .unwrap();
    assert_eq!(kim.get("/settings").await.status, StatusCode::OK);
    let page = kim.get(PAGE).await.body;
    assert!(page.contains("The second factor is off"), "{page}");
    require(&kim, "everybody").await;
    assert_eq!(
        kim.get("/settings").await.location(),
        format!("{PAGE}?next=%2Fsettings")
    );
}

#[tokio::test]
async fn it_can_be_required_of_the_users_with_certain_roles() {
    const SETTING: &str = "/settings/required-second-factor";
    const REQUESTS: [&str; 2] = [
        "0190a0e4-7d6f-7c3a-9f2e-000000000001",
        "0190a0e4-7d6f-7c3a-9f2e-000000000002",
    ];
    let (mut kim, _) = signed_in(&["Contoso"]).await;
    sqlx::query("update membership set roles = '{global_admin}'")
        .execute(&kim.pool)
        .await
        .unwrap();
    let form = kim.get(SETTING).await.body;
    let mark = form.split("name=\"filled_with\" value=\"").nth(1).unwrap();
    let mark = mark.split('"').next().unwrap().to_owned();
    let choose = |roles: &[&'static str]| {
        let mut fields = vec![
            ("filled_with", mark.as_str()),
            ("request_id", REQUESTS[usize::from(roles.is_empty())]),
            ("required_of", "roles"),
            ("page", SETTING),
            ("form", "required"),
        ];
        fields.extend(roles.iter().map(|role| ("roles[]", *role)));
        fields
    };
    let refused = kim
        .post("/api/require-second-factor", &choose(&[]))
        .await
        .location()
        .to_owned();
    let page = kim.get(&refused).await.body;
    assert!(page.contains("Select at least one role."), "{page}");

    let chosen = choose(&["sales_agent", "helpdesk_agent"]);
    kim.post("/api/require-second-factor", &chosen).await;
    let page = kim.get(SETTING).await.body;
    let ticked = |role: &str| {
        let (_, rest) = page.split_once(&format!("value=\"{role}\"")).unwrap();
        rest.split_once('>').unwrap().0.contains("checked")
    };
    assert!(ticked("sales_agent") && ticked("helpdesk_agent") && !ticked("admin_agent"));

    sqlx::query("update membership set roles = '{helpdesk_agent}'")
        .execute(&kim.pool)
        .await
        .unwrap();
    assert!(kim.get("/settings").await.location().starts_with(PAGE));
}

#[tokio::test]
async fn one_of_several_organizations_is_enough() {
    let (mut kim, _) = signed_in(&["Contoso", "Fabrikam"]).await;
    sqlx::query("update organization set second_factor = 'admins' where name = 'Fabrikam'")
        .execute(&kim.pool)
        .await
        .unwrap();
    let page = kim.get(PAGE).await.body;
    assert!(
        page.contains("Fabrikam requires you to have a second factor"),
        "{page}"
    );
    assert!(
        kim.get("/choose-organization")
            .await
            .location()
            .starts_with(PAGE)
    );
}

#[tokio::test]
async fn a_password_that_somebody_else_has_seen_is_changed_before() {
    let (mut kim, _) = signed_in(&["Contoso"]).await;
    require(&kim, "everybody").await;
    sqlx::query("update app_user set must_change_password = true")
        .execute(&kim.pool)
        .await
        .unwrap();
    assert_eq!(
        kim.get(PAGE).await.location(),
        "/settings/password?next=%2Fsettings%2Fsecond-factor"
    );
    let fields = [
        ("current_password", PASSWORD),
        ("new_password", "violet kettle on tuesdays"),
        ("repeated_password", "violet kettle on tuesdays"),
        ("next", "/customers"),
    ];
    let changed = kim.post("/api/change-password", &fields).await;
    assert_eq!(changed.location(), "/customers?done=password_changed");
    assert!(kim.get("/customers").await.location().starts_with(PAGE));
}

#[tokio::test]
async fn it_cannot_be_turned_off_while_it_is_required() {
    let mut world = World::new().await;
    require(&world.kim, "admins").await;
    let page = world.kim.get(PAGE).await.body;
    assert!(page.contains("Required by Contoso."), "{page}");
    assert!(!page.contains("/api/turn-off-second-factor"), "{page}");
    assert_eq!(turn_off(&mut world).await.location(), PAGE);
    let page = world.kim.get(PAGE).await.body;
    assert!(
        page.contains("data-code=\"second_factor_required\""),
        "{page}"
    );
    assert_eq!(world.history().await, ["second_factor_set_up"]);

    // The refused request has spent no code.
    require(&world.kim, "nobody").await;
    let off = turn_off(&mut world).await;
    assert_eq!(off.location(), format!("{PAGE}?done=second_factor_off"));
}

#[tokio::test]
async fn the_program_has_a_minimum_of_its_own() {
    let clock = Clock::manual("2026-11-21T09:00:05Z".parse().unwrap());
    let mut kim = Client::at(clock, &["--require-second-factor", "admins"]).await;
    kim.user(KIM, &["Contoso"]).await;
    kim.sign_in(KIM).await;
    assert!(kim.get("/").await.location().starts_with(PAGE));
    let page = kim.get(PAGE).await.body;
    assert!(page.contains("program operator requires"), "{page}");
    sqlx::query("update membership set roles = '{helpdesk_agent}'")
        .execute(&kim.pool)
        .await
        .unwrap();
    assert_eq!(kim.get("/settings").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_global_admin_requires_it_and_sees_who_has_none() {
    const SETTING: &str = "/settings/required-second-factor";
    let mut world = World::new().await;
    sqlx::query("update membership set roles = '{global_admin}'")
        .execute(&world.kim.pool)
        .await
        .unwrap();
    sqlx::query(
        "with others as (
             insert into app_user (id, email, name, created_at)
             select gen_random_uuid(), roles || '@contoso.example', 'Pat', now()
             from unnest('{admin_agent,sales_agent}'::text[]) as roles returning id, email)
         insert into membership (organization_id, user_id, roles)
         select o.id, u.id, array[split_part(u.email, '@', 1)] from others u, organization o",
    )
    .execute(&world.kim.pool)
    .await
    .unwrap();
    let settings = world.kim.get("/settings").await.body;
    assert!(settings.contains(SETTING), "{settings}");
    let page = world.kim.get(SETTING).await.body;
    assert!(
        page.contains("A second factor isn't required for anyone right now"),
        "{page}"
    );
    for (number, of, told) in [
        (
            1,
            "admins",
            "1 user who needs a second factor doesn't have one yet",
        ),
        (
            2,
            "everybody",
            "2 users who need a second factor don't have one yet",
        ),
    ] {
        let mark = page_mark(&world.kim.get(SETTING).await.body);
        let request = format!("0198c000-0000-7000-8000-00000000000{number}");
        let fields = [
            ("request_id", request.as_str()),
            ("required_of", of),
            ("filled_with", mark.as_str()),
            ("page", SETTING),
            ("form", "required"),
        ];
        let saved = world.kim.post("/api/require-second-factor", &fields).await;
        assert_eq!(
            saved.location(),
            format!("{SETTING}?done=second_factor_required")
        );
        let page = world.kim.get(SETTING).await.body;
        assert!(page.contains(told), "{page}");
    }
    assert_eq!(
        world.history().await[1..],
        ["second_factor_required", "second_factor_required"]
    );

    // Somebody who has not seen the latest value saves over nothing.
    let stale = page_mark(&page);
    let fields = [
        ("request_id", "0198c000-0000-7000-8000-000000000003"),
        ("required_of", "nobody"),
        ("filled_with", stale.as_str()),
        ("page", SETTING),
        ("form", "required"),
    ];
    let stopped = world.kim.post("/api/require-second-factor", &fields).await;
    assert_eq!(stopped.location(), SETTING);
    assert_eq!(world.history().await.len(), 3);

    sqlx::query("update membership set roles = '{admin_agent}'")
        .execute(&world.kim.pool)
        .await
        .unwrap();
    let settings = world.kim.get("/settings").await.body;
    assert!(!settings.contains(SETTING), "{settings}");
    assert_eq!(world.kim.get(SETTING).await.status, StatusCode::FORBIDDEN);
}

fn page_mark(page: &str) -> String {
    let field = page.split("name=\"filled_with\"").nth(1).unwrap();
    let value = field.split("value=\"").nth(1).unwrap();
    value.split('"').next().unwrap().to_owned()
}
