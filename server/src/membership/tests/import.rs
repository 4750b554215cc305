//! Importing a registry file.

use std::fmt::Write as _;

use tierline_app::portal::all::*;
use tierline_core::import::Problem;

use super::{in_use, member};
use crate::{
    account::hash,
    check::check,
    membership::{
        command::{ImportMembers, Imported},
        parse::members,
    },
    pipeline::{self, Principal},
    testing::world::World,
};

const HEAD: &str = "account,profile_mpn,profile,location_mpn,location,country,status\n";

async fn import(world: &World, lines: &str, dry_run: bool) -> Imported {
    let import = ImportMembers {
        file: members(format!("{HEAD}{lines}").as_bytes()).unwrap(),
        dry_run,
    };
    let by = Principal::Operator(world.operator.user, world.operator.organization);
    let done = pipeline::run(&world.state, by, None, &import)
        .await
        .unwrap();
    done.unwrap()
}

const MEMBERS: &str = "select count(*) from registry_member";
const MPNS: &str = "select count(*) from registry_mpn";

#[tokio::test]
async fn a_dry_run_changes_nothing() {
    let world = World::new().await;
    let line = "mpn@a.example,7000000,A,7000001,A Berlin,DE,active\n";
    let would = import(&world, line, true).await;
    assert_eq!((would.new, would.lines), (1, 1));
    assert_eq!(world.count(MEMBERS).await, 0);
    assert_eq!(
        world
            .count("select count(*) from event where object = 'member'")
            .await,
        0
    );
    assert_eq!(import(&world, line, false).await.new, 1);
    assert_eq!(world.count(MEMBERS).await, 1);
    // Once more is nothing new.
    assert_eq!(import(&world, line, false).await.same, 1);
}

#[tokio::test]
async fn what_a_file_lacks_stays() {
    let world = World::new().await;
    member(&world, "mpn@fabrikam.example").await;
    let line = "mpn@fabrikam.example,7100000,Fabrikam,7100001,Fabrikam Taipei,TW,inactive\n";
    assert_eq!(import(&world, line, false).await.changed, 1);
    assert_eq!(world.count(MPNS).await, 4);
    let inactive = "select count(*) from registry_mpn where mpn = '7100001' and not is_active";
    assert_eq!(world.count(inactive).await, 1);
    // The password stays too.
    let set = "select count(*) from registry_member where password_hash is not null";
    assert_eq!(world.count(set).await, 1);
}

#[tokio::test]
async fn a_large_file_with_wrong_lines_changes_nothing_and_names_each() {
    let world = World::new().await;
    member(&world, "mpn@fabrikam.example").await;
    let mut lines = String::new();
    for n in 0..20_000_u32 {
        let (member, mpn) = (n / 4, 10_000_000 + n);
        // Twice a country that does not exist, once an MPN ID that another member has.
        let country = if n == 700 || n == 19_999 { "XX" } else { "TW" };
        let mpn = if n == 1500 { 7_100_001 } else { mpn };
        let profile = 20_000_000 + member;
        let _ = writeln!(
            lines,
            "mpn@m{member}.example,{profile},Member {member},{mpn},Place {n},{country},active"
        );
    }
    let found = import(&world, &lines, false).await;
    let wrong: Vec<_> = found.wrong.iter().map(|wrong| wrong.line).collect();
    assert_eq!(wrong, [702, 1502, 20_001]);
    assert_eq!(world.count(MEMBERS).await, 1);

    let mended = lines
        .replace(",XX,", ",TW,")
        .replace(",7100001,", ",30000000,");
    let found = import(&world, &mended, false).await;
    assert_eq!(
        (found.wrong.len(), found.new, found.lines),
        (0, 5000, 20_000)
    );
    assert_eq!(world.count(MPNS).await, 4 + 25_000);
    let again = mended.replace(",active\n", ",inactive\n");
    assert_eq!(import(&world, &again, false).await.changed, 5000);
    let report = check(&world.state.pool).await.unwrap();
    assert_eq!(report.differ.count, 0, "{report:?}");
}

#[tokio::test]
async fn the_operator_finds_what_was_imported() {
    let world = World::new().await;
    let lines = "mpn@a.example,7000000,Alpine,7000001,Alpine Berlin,DE,active\n\
                 mpn@b.example,7000010,Boulder,7000011,Boulder Paris,FR,inactive\n";
    import(&world, lines, false).await;
    let portal = world.portal(&world.operator);
    for (query, names) in [
        ("", vec!["Alpine", "Boulder"]),
        ("country=FR", vec!["Boulder"]),
        ("state=active", vec!["Alpine"]),
        ("search=7000011", vec!["Boulder"]),
    ] {
        let query = tierline_app::list::model::ListQuery::parse(query);
        let page = portal
            .listed::<tierline_app::membership::list::Registry>(query.clone())
            .await
            .unwrap();
        let found: Vec<_> = page
            .members
            .rows
            .iter()
            .map(|it| it.name.as_str())
            .collect();
        assert_eq!(found, names, "{query:?}");
    }
}

#[tokio::test]
async fn another_password_in_a_file_is_in_the_history_and_the_same_is_not() {
    let world = World::new().await;
    member(&world, "mpn@fabrikam.example").await;
    let hash = hash("nine slow rivers").await.unwrap();
    // In quotes: the hash has commas.
    let file = format!(
        "account,profile_mpn,profile,password_hash\nmpn@fabrikam.example,7100000,Fabrikam,\"{hash}\"\n"
    );
    let by = Principal::Operator(world.operator.user, world.operator.organization);
    for changed in [1, 0] {
        let import = ImportMembers {
            file: members(file.as_bytes()).unwrap(),
            dry_run: false,
        };
        let done = pipeline::run(&world.state, by, None, &import)
            .await
            .unwrap()
            .unwrap();
        assert_eq!((done.wrong.len(), done.changed), (0, changed), "{done:?}");
        let set = "select count(*) from event where body -> 'event' ->> 'type' = 'password_set'";
        assert_eq!(world.count(set).await, 1);
    }
    let secret = "select count(*) from event where body::text like '%argon2%'";
    assert_eq!(world.count(secret).await, 0);
    let report = check(&world.state.pool).await.unwrap();
    assert_eq!(report.differ.count, 0, "{report:?}");
}

#[tokio::test]
async fn a_dry_run_names_the_lines_that_would_move_a_location_in_use() {
    let world = World::new().await;
    member(&world, "mpn@fabrikam.example").await;
    in_use(&world, &world.reseller, "7100001").await;
    let lines = "mpn@fabrikam.example,7100000,Fabrikam,7100002,Fabrikam Wien,AT,active\n\
        mpn@fabrikam.example,7100000,Fabrikam,7100001,Fabrikam Berlin,DE,active\n";
    for dry_run in [true, false] {
        let would = import(&world, lines, dry_run).await;
        let [wrong] = would.wrong.as_slice() else {
            panic!("{:?}", would.wrong)
        };
        assert_eq!(wrong.line, 3);
        let (text, by) = ("7100001".to_owned(), "Fabrikam".to_owned());
        assert_eq!(wrong.problem, Problem::InUse { text, by });
    }
    let moved = "select count(*) from registry_mpn where country in ('AT', 'DE')";
    assert_eq!(world.count(moved).await, 1);
}
