//! Users of very many organizations.

use tierline_core::organization::{RequiredBy, RequiredOf};

use super::Client;
use crate::account::session::{self, Proof};

#[tokio::test]
async fn a_session_knows_few_of_many_organizations_and_what_all_of_them_require() {
    let client = Client::new(&[]).await;
    let user = client.user("kim@contoso.example", &["Zebra"]).await;
    for statement in [
        "insert into organization (id, name, domain, country, capabilities, created_at)
         select gen_random_uuid(), 'Partner ' || n, 'partner' || n || '.example', 'DE', '{}', now()
         from generate_series(1, 300) n",
        "insert into membership (organization_id, user_id, roles)
         select o.id, u.id, '{admin_agent}' from organization o, app_user u where o.name like 'Partner %'",
        // By name it is the last of all.
        "update organization set second_factor = 'everybody' where name = 'Zebra'",
    ] {
        sqlx::query(statement).execute(&client.pool).await.unwrap();
    }
    let own: uuid::Uuid = sqlx::query_scalar("select id from organization where name = 'Zebra'")
        .fetch_one(&client.pool)
        .await
        .unwrap();
    for (organization, others) in [(None, 200), (Some(own), 199)] {
        let begun = session::begin(&client.pool, user, organization, "Firefox", Proof::Nothing);
        let secret = begun.await.unwrap().unwrap();
        let found = session::find(&client.pool, &secret, RequiredOf::Nobody);
        let info = found.await.unwrap().unwrap().info;
        assert_eq!(info.others.len(), others);
        let acted_for = info.organization.map(|it| it.id.into_uuid());
        assert_eq!(acted_for, organization);
        assert!(
            matches!(&info.second_factor_owed, Some(RequiredBy::Organization { organization })
                if organization.name.as_str() == "Zebra"),
            "{:?}",
            info.second_factor_owed
        );
    }
}
