//! Keys in a database whose locale lowers letters in its own way.

use tierline_app::portal::{NewInvitation, all::*};

use crate::{
    catalog::{self, products},
    cli::{
        perform,
        tests::{OPERATOR, request as command},
    },
    clock::Clock,
    state::AppState,
    testing::{
        self,
        world::{World, message, refused, request},
    },
};

#[tokio::test]
async fn an_address_is_the_same_in_either_case_where_a_database_lowers_its_letters_otherwise() {
    let world = World::within(testing::turkish_database().await).await;
    let lowered: String = sqlx::query_scalar("select lower('I')")
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    assert_eq!(lowered, "ı", "what this test is about");

    world
        .invited(
            &world.reseller,
            NewInvitation::Relationship,
            "INFO@IRIS.EXAMPLE",
        )
        .await;
    let again = world
        .portal(&world.reseller)
        .draft_invitation(
            NewInvitation::Relationship,
            message("info@iris.example"),
            request(),
        )
        .await;
    assert_eq!(refused(again), "already_invited");
}

#[tokio::test]
async fn the_operators_user_is_named_in_either_case_where_a_database_lowers_its_letters_otherwise()
{
    let database = testing::turkish_database().await;
    let config = std::sync::Arc::new(testing::config(&[]));
    let state = AppState::new(database.pool.clone(), Clock::system(), config);
    let operator = OPERATOR.replace("pat@", "info@");
    perform(&state, command(&operator).unwrap()).await.unwrap();
    let second = "user add --organization program.example --name Quinn --email quinn@program.example \
                  --role reviewer --as INFO@Program.Example";
    perform(&state, command(second).unwrap()).await.unwrap();
}

#[tokio::test]
async fn products_are_in_one_order_where_a_database_lowers_its_letters_otherwise() {
    let world = World::within(testing::turkish_database().await).await;
    let listed = products(
        b"sku,part_number,name,maximum,TWD\n\
          00000000-0000-0000-0000-000000000001,A,Ink,10,1\n\
          00000000-0000-0000-0000-000000000002,B,ice,10,1\n\
          00000000-0000-0000-0000-000000000003,C,Jar,10,1\n"
            .as_slice(),
    )
    .unwrap();
    let mut db = world.state.pool.acquire().await.unwrap();
    let now = world.state.clock.now();
    catalog::store::import(&mut db, &listed, now).await.unwrap();
    let page = catalog::query::found(
        &mut db,
        None,
        &tierline_app::list::model::ListQuery::default(),
        world.state.clock.now(),
    )
    .await
    .unwrap();
    let names: Vec<String> = page.rows.into_iter().map(|row| row.product.name).collect();
    assert_eq!(names, ["Business Basic", "ice", "Ink", "Jar"]);
}
