//! Lists by their address: settings kept from one to the next, search, and the file beside each.

use http::StatusCode;
use tierline_core::{
    ids::{OrganizationId, RelationshipId, UserId},
    organization::{Capabilities, Capability, Organization, RequiredOf},
    relationship::{GrantSet, Grants, Origin, Relationship, Side, State},
};
use uuid::Uuid;

use super::Client;
use crate::{
    organization,
    pipeline::object::{New, Object},
    relationship,
};

/// A provider that serves these customers, in the browser of its user.
pub(super) async fn provider(customers: &[&str]) -> Client {
    let mut client = Client::new(&[]).await;
    let user = client.user("kim@contoso.example", &["Contoso"]).await;
    let partner: Uuid =
        sqlx::query_scalar("select organization_id from membership where user_id = $1")
            .bind(user)
            .fetch_one(&client.pool)
            .await
            .unwrap();
    for (number, name) in (1_u128..).zip(customers) {
        // "Name in FR without order_on_behalf": elsewhere, and with less than was asked for.
        let (name, without) = name.split_once(" without ").unwrap_or((name, ""));
        let (name, country) = name.split_once(" in ").unwrap_or((name, "DE"));
        let asked = Side::IndirectProvider.asks_for();
        let granted = asked.iter().filter(|right| right.code() != without);
        serve(
            &client,
            (partner, user),
            number,
            (name, country),
            granted.collect(),
        )
        .await;
    }
    client.sign_in("kim@contoso.example").await;
    client
}

async fn serve(
    client: &Client,
    (partner, user): (Uuid, Uuid),
    number: u128,
    (name, country): (&str, &str),
    granted: GrantSet,
) {
    let now = "2026-11-01T09:00:00Z".parse().unwrap();
    let customer = Organization {
        id: OrganizationId::from_uuid(Uuid::from_u128(number)),
        name: name.parse().unwrap(),
        domain: format!("org{number}.example").parse().unwrap(),
        country: country.parse().unwrap(),
        capabilities: Capabilities::only(Capability::Customer),
        agreement: None,
        mpn: None,
        second_factor: RequiredOf::Nobody,
        suspensions: Vec::new(),
        offboarding: None,
        mpn_inactive: None,
        asked_first: false,
    };
    let partner = OrganizationId::from_uuid(partner);
    let relationship = Relationship {
        id: RelationshipId::from_uuid(Uuid::now_v7()),
        partner,
        customer: customer.id,
        side: Side::IndirectProvider,
        together_with: None,
        origin: Origin::Created {
            by: partner,
            user: UserId::from_uuid(user),
        },
        since: now,
        grants: Grants::granted(granted, now),
        until: None,
        renewal: None,
        groups: Default::default(),
        tenant_owner: None,
        state: State::Active,
    };
    let mut db = client.pool.acquire().await.unwrap();
    let listed = relationship::store::Listed::of(&customer);
    let beside = organization::store::Beside {
        contact: None,
        address: Vec::new(),
        at: now,
    };
    Organization::insert(&mut db, &[new(customer, beside)])
        .await
        .unwrap();
    Relationship::insert(&mut db, &[new(relationship, listed)])
        .await
        .unwrap();
}

fn new<T: Object>(value: T, beside: T::Beside) -> New<T> {
    New {
        value,
        version: 1,
        beside,
    }
}

#[tokio::test]
async fn a_filter_keeps_the_order_of_the_list() {
    let mut client = provider(&["Fabrikam"]).await;
    for list in [
        "/customers",
        "/resellers",
        "/customers/requests",
        "/resellers/requests",
    ] {
        let page = client.get(&format!("{list}?sort=-since&search=x")).await;
        assert_eq!(page.status, StatusCode::OK, "{list}");
        assert!(
            page.body
                .contains(r#"<input type="hidden" name="sort" value="-since">"#),
            "{list}: {}",
            page.body
        );
    }
}

#[tokio::test]
async fn several_filters_hold_together_on_the_page_and_in_the_file() {
    let mut client = provider(&[
        "Alder in FR without order_on_behalf",
        "Birch in FR without order_on_behalf",
        "Cedar in FR",
        "Dogwood without order_on_behalf",
    ])
    .await;
    let names = ["Alder", "Birch", "Cedar", "Dogwood"];
    let found = |text: &str| names.map(|name| text.contains(name));
    for (filters, expected) in [
        ("country=FR", [true, true, true, false]),
        ("missing=order_on_behalf", [true, true, false, true]),
        (
            "country=FR&missing=order_on_behalf",
            [true, true, false, false],
        ),
        (
            "country=FR&missing=order_on_behalf&search=b",
            [false, true, false, false],
        ),
        ("country=FR&missing=support", [false; 4]),
        ("country=&side=indirect_provider&missing=", [true; 4]),
        ("side=direct_bill", [false; 4]),
        ("country=%00", [false; 4]),
        // Among those of another partner, of which there are none.
        (
            "filter=00000000-0000-0000-0000-000000000001&country=FR",
            [false; 4],
        ),
    ] {
        let page = client
            .get(&format!("/customers?{filters}&sort=-name"))
            .await;
        assert_eq!(page.status, StatusCode::OK, "{filters}");
        assert_eq!(found(&page.body), expected, "{filters}: {}", page.body);
        let count = expected.iter().filter(|is_there| **is_there).count();
        if count > 0 {
            let noun = if count == 1 { "customer" } else { "customers" };
            let total = format!("{count} {noun}<");
            assert!(page.body.contains(&total), "{filters}: {}", page.body);
        }
        let file = client
            .get(&format!("/customers.csv?{filters}&sort=-name"))
            .await;
        assert_eq!(found(&file.body), expected, "{filters}: {}", file.body);
        assert_eq!(file.body.lines().count(), count + 1, "{filters}");
    }
    let page = client
        .get("/customers?country=FR&missing=order_on_behalf&sort=-name&columns=name,id")
        .await
        .body;
    for kept in [
        // The order keeps the filters, the filters keep the order and the columns, and all can be taken away.
        r#"href="/customers?country=FR&amp;missing=order_on_behalf&amp;columns=name,id&amp;sort=since""#,
        r#"<input type="hidden" name="sort" value="-name">"#,
        r#"<input type="hidden" name="columns" value="name,id">"#,
        r#"href="/customers?sort=-name&amp;columns=name%2Cid""#,
        r#"href="/customers.csv?sort=-name&amp;country=FR&amp;missing=order_on_behalf""#,
        r#"<option value="FR" selected"#,
        // Each of them alone, too.
        r#"href="/customers?sort=-name&amp;columns=name%2Cid&amp;missing=order_on_behalf" aria-label="Remove filter Country/region: France""#,
        r#"href="/customers?sort=-name&amp;columns=name%2Cid&amp;country=FR""#,
        r#"<span class="tab-count">2<"#,
    ] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
}

#[tokio::test]
async fn a_file_is_sent_compressed_to_the_end() {
    let mut client = provider(&["Alder"]).await;
    client.headers.push(("accept-encoding", "gzip"));
    let file = client.get("/customers.csv").await;
    assert_eq!(file.header("content-encoding"), "gzip");
    assert!(file.body.len() > 20, "{:?}", file.body);
}

#[tokio::test]
async fn columns_are_chosen_by_the_address() {
    let mut client = provider(&["Alder"]).await;
    for (columns, class) in [
        (
            "",
            r#"<table class="table fit-1 without-4 fit-5 without-7 without-8 without-9 without-10 fit-11 fit-12 fit-13">"#,
        ),
        (
            "?columns=name",
            r#"<table class="table fit-1 without-3 without-4 without-5 without-6 without-7 without-8 without-9 without-10 without-11 without-12 without-13 ends-2">"#,
        ),
        // As boxes are sent.
        (
            "?columns=name&columns=id&columns=since&columns=other",
            r#"<table class="table fit-1 without-3 without-5 without-7 without-8 without-9 without-10 without-11 without-12 fit-13">"#,
        ),
    ] {
        let page = client.get(&format!("/customers{columns}")).await.body;
        assert!(page.contains(class), "{columns}: {page}");
    }
    let page = client.get("/customers?columns=id&search=a").await.body;
    for part in [
        r#"<input type="checkbox" name="columns" value="id" checked"#,
        r#"<input type="hidden" name="search" value="a">"#,
        r#"href="/customers?search=a""#,
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains(r#"value="since" checked"#), "{page}");
}

#[tokio::test]
async fn customers_are_found_by_any_word_in_any_writing() {
    let mut client = provider(&["Müller Bäckerei", "Ängelholm 50% Bröd", "台北市聯強國際"]).await;
    for (search, found) in [
        ("backerei", "Müller Bäckerei"),
        ("BÄCK%20mu", "Müller Bäckerei"),
        ("b%61ck+m", "Müller Bäckerei"),
        ("org1.ex", "Müller Bäckerei"),
        ("50%25", "Ängelholm 50% Bröd"),
        ("br%EF%BD%8F", "Ängelholm 50% Bröd"),
        ("%E8%81%AF%E5%BC%B7", "台北市聯強國際"),
        ("00000000-0000-0000-0000-000000000003", "台北市聯強國際"),
    ] {
        let page = client
            .get(&format!("/customers?search={search}"))
            .await
            .body;
        assert!(
            page.contains("1 customer<") && page.contains(found),
            "{search}: {page}"
        );
    }
    for search in [
        "ckerei", "%25", "_", "5_", "m%25", "%5C", "'", "%00", "back+x",
    ] {
        let page = client
            .get(&format!("/customers?search={search}"))
            .await
            .body;
        assert!(page.contains("No customers match"), "{search}: {page}");
    }
    let page = client.get("/customers").await.body;
    let place = |name: &str| page.find(name).unwrap();
    assert!(place("Ängelholm") < place("Müller"), "{page}");
}

#[tokio::test]
async fn the_file_has_what_the_filter_leaves() {
    let mut client = provider(&["Bakery, \"North\"", "=cmd()", "Brewery"]).await;
    let page = client.get("/customers?search=b&sort=-name").await.body;
    assert!(
        page.contains(r#"href="/customers.csv?search=b&amp;sort=-name""#),
        "{page}"
    );
    let file = client.get("/customers.csv?search=b&sort=-name").await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(
        file.header("content-disposition"),
        "attachment; filename=\"customers.csv\""
    );
    let id = |number| Uuid::from_u128(number);
    let expected = [
        "\u{feff}Name,Domain,Microsoft ID,Country/region,Indirect reseller,Your role,Permission not granted,Permissions end,Customer groups,Subscriptions,Licenses,Since\r\n".to_owned(),
        format!("Brewery,org3.example,{},Germany,,Indirect provider,,,,0,0,2026-11-01\r\n", id(3)),
        format!("\"Bakery, \"\"North\"\"\",org1.example,{},Germany,,Indirect provider,,,,0,0,2026-11-01\r\n", id(1)),
    ];
    assert_eq!(file.body, expected.concat());
    client
        .post(
            "/api/set-language",
            &[("language", "zh-Hans"), ("page", "/")],
        )
        .await;
    let file = client.get("/customers.csv").await.body;
    assert!(file.starts_with("\u{feff}名称,域名,"), "{file}");
    assert!(file.contains("\r\n'=cmd(),"), "{file}");
}

#[tokio::test]
async fn a_file_goes_on_where_a_page_would_end() {
    let names: Vec<String> = (0..120)
        .map(|number| format!("Customer {number:03}"))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut client = provider(&names).await;
    let file = client.get("/customers.csv").await.body;
    let lines: Vec<&str> = file
        .lines()
        .skip(1)
        .map(|line| line.split(',').next().unwrap())
        .collect();
    assert_eq!(lines, names);
}

#[tokio::test]
async fn who_may_not_see_a_list_gets_no_file() {
    let mut client = provider(&["Fabrikam"]).await;
    let mut stranger = client.another();
    for list in [
        "/customers",
        "/subscriptions",
        "/resellers",
        "/providers",
        "/customers/requests",
        "/resellers/requests",
        "/demo/mailbox",
        "/mail-delivery",
        "/listing-changes",
    ] {
        let answer = stranger.get(&format!("{list}.csv?sort=name")).await;
        assert_eq!(answer.location(), format!("{list}?sort=name"), "{list}");
    }
    client.accept = "text/csv";
    for (list, status) in [
        ("/resellers", 200),
        ("/subscriptions", 200),
        ("/customers/requests", 200),
        ("/resellers/requests", 200),
        // A provider has no providers, this is no demo, and its organization is not the operator's.
        ("/providers", 404),
        ("/demo/mailbox", 404),
        ("/mail-delivery", 404),
    ] {
        let answer = client.get(&format!("{list}.csv")).await;
        assert_eq!(answer.status.as_u16(), status, "{list}");
    }
}

#[tokio::test]
async fn the_customers_lead_to_a_new_one_or_tell_why_not() {
    let mut client = provider(&[]).await;
    let link = r#"href="/customers/new""#;
    let unsigned = client.get("/customers").await.body;
    assert!(
        !unsigned.contains(link) && unsigned.contains("<span>New customer<"),
        "{unsigned}"
    );
    assert!(unsigned.contains("MPN ID"), "{unsigned}");
    sqlx::query(
        r#"update organization set mpn = '4586213', agreement = '{"version": "2026-01", "at": "2026-01-05T10:00:00Z"}'"#,
    )
    .execute(&client.pool)
    .await
    .unwrap();
    let page = client.get("/customers").await.body;
    assert!(
        page.contains(link) && page.matches("<span>New customer<").count() == 1,
        "{page}"
    );
    // A reseller was never one to create customers: it is offered to ask for them.
    sqlx::query(r#"update organization set capabilities = '{"indirect_reseller": "active"}'"#)
        .execute(&client.pool)
        .await
        .unwrap();
    let page = client.get("/customers").await.body;
    assert!(!page.contains("New customer"), "{page}");
    sqlx::query(r#"update organization set capabilities = '{"indirect_provider": "active"}';"#)
        .execute(&client.pool)
        .await
        .unwrap();
    sqlx::query("update membership set roles = '{helpdesk_agent}'")
        .execute(&client.pool)
        .await
        .unwrap();
    let page = client.get("/customers").await.body;
    assert!(
        !page.contains(link) && page.contains("<span>New customer<"),
        "{page}"
    );
}
