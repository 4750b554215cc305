//! What waits, in the numbers of the navigation, and the walk through the demo.

use tierline_app::{demo::model::Step, list::model::ListQuery, portal::all::*, shell::Waits};
use tierline_core::relationship::{Command, Grant};

use crate::{overview::query::waits, testing::world::request, tests::pages::World};

async fn numbers(world: &World, name: &str) -> Waits {
    let session = world.of(name).caller.info.unwrap();
    let now = world.state.clock.now();
    waits(world.pool(), &session, now).await.unwrap()
}

#[tokio::test]
async fn the_navigation_counts_what_the_overview_lists() {
    let world = World::new().await;
    for name in [
        "Grace Lin",
        "Hana Wu",
        "Amy Huang",
        "Jonas Vogel",
        "Urs Keller",
        "Margie Shoop",
        "Max Hsu",
        "王晓明",
        "Robin Counts",
        "Wendy Tsai",
        "Petra Schulz",
        "Terry Kuo",
    ] {
        let listed = world.of(name).overview().await.unwrap().for_us.len();
        let counted = numbers(&world, name).await;
        assert_eq!(counted.overview, u64::try_from(listed).unwrap(), "{name}");
        // A page asks for the same after a change.
        assert_eq!(world.of(name).waits().await.unwrap(), counted, "{name}");
    }
    let grace = numbers(&world, "Grace Lin").await;
    assert!(grace.partners >= 2 && grace.customers == 0, "{grace:?}");
    assert_eq!(numbers(&world, "Robin Counts").await.mails, 1);
    let petra = numbers(&world, "Petra Schulz").await;
    assert!(petra.grants == 1 && petra.partners == 0, "{petra:?}");
}

#[tokio::test]
async fn the_walk_ticks_itself_off_by_what_was_done() {
    let world = World::new().await;
    let done = async || {
        let steps = world.stranger().demo_walk().await.unwrap();
        assert_eq!(steps.len(), 6);
        let done = steps.into_iter().filter(|step| step.done);
        done.map(|step| step.step).collect::<Vec<_>>()
    };
    // The story of the demo has something of every kind, and none of it counts.
    assert_eq!(done().await, []);
    let wendy = world.of("Wendy Tsai");
    let page = wendy.grants(ListQuery::default()).await.unwrap();
    let active = page.partners.rows.into_iter().map(|it| it.relationship);
    let id = active
        .filter(|it| it.is_active() && it.grants(Grant::OrderOnBehalf))
        .map(|it| it.id)
        .next()
        .unwrap();
    wendy
        .change_relationship(id, Command::EndGrant(Grant::OrderOnBehalf), None, request())
        .await
        .unwrap();
    assert_eq!(done().await, [Step::RemovePermission]);
    let mail = world.id("select id from mail where status = 'dead'").await;
    world
        .of("Robin Counts")
        .resend_mail(mail, request())
        .await
        .unwrap();
    assert_eq!(done().await, [Step::RemovePermission, Step::ResendMail]);
}
