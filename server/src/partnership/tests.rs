mod choice;
mod settling;

use tierline_app::partnership::model::{Among, Finding};

use crate::{
    partnership::{
        query::{Choosing, choices},
        store::{between, of_provider},
    },
    store::Hold,
    testing::world::World,
};

#[tokio::test]
async fn what_is_in_force_comes_before_what_is_over_for_change_and_page_alike() {
    let world = World::new().await;
    let id = world.partners().await;
    // Written down with a later beginning, as by a clock that was set back between the two.
    sqlx::query(
        "insert into partnership (provider_id, reseller_id, id, status, since, ends_at, body, version)
         select provider_id, reseller_id, other, 'ended', since + interval '1 hour', since, jsonb_set(body, '{id}', to_jsonb(other)), 1
         from partnership, gen_random_uuid() as other",
    )
    .execute(&world.state.pool)
    .await
    .unwrap();
    let (provider, reseller) = (world.provider.organization, world.reseller.organization);
    let mut db = world.state.pool.begin().await.unwrap();
    for hold in [Hold::Free, Hold::Locked] {
        for (first, second) in [(provider, reseller), (reseller, provider)] {
            let found = between(&mut db, first, second, hold).await.unwrap();
            assert_eq!(found.map(|it| it.id), Some(id), "{hold:?}");
        }
        let found = of_provider(&mut db, provider, reseller, hold).await;
        assert_eq!(found.unwrap().map(|it| it.id), Some(id), "{hold:?}");
        // The other way round they have none.
        let found = of_provider(&mut db, reseller, provider, hold).await;
        assert_eq!(found.unwrap().map(|it| it.id), None, "{hold:?}");
    }
    let choosing = Choosing {
        organization: provider,
        among: Among::All,
        customer: None,
    };
    let choices = choices(&mut db, choosing, Finding::default(), world.now())
        .await
        .unwrap();
    let offered: Vec<_> = choices.partners.iter().map(|it| it.partnership).collect();
    assert_eq!(offered, [id]);
}
