//! A file of members.

use std::fmt::Write as _;

use tierline_app::portal::all::*;
use tierline_core::{
    import::{Command, Effect, MOST_BYTES, Problem, Status, Wanted},
    membership::{Location, NewMember, Profile},
};

use super::{apply, code, given, lines, looked_at, members, settle, shown, upload, work};
use crate::{check::check, testing::world::World};

const HEAD: &str = "account,profile_mpn,profile,location_mpn,location,country,status\n";
const MEMBERS: &str = "select count(*) from registry_member";

fn file(lines: &str) -> Vec<u8> {
    format!("{HEAD}{lines}").into_bytes()
}

const ALPINE: &str = "mpn@a.example,7000000,Alpine,7000001,Alpine Berlin,DE,active\n";

async fn registered_by_the_operator(world: &World) -> i64 {
    let events = "select count(*) from event where object = 'member' and user_id = $1";
    sqlx::query_scalar(events)
        .bind(world.operator.user.into_uuid())
        .fetch_one(&world.state.pool)
        .await
        .unwrap()
}

#[tokio::test]
async fn nothing_is_changed_until_it_is_applied_under_the_operators_name() {
    let (world, own) = given().await;
    let checked = looked_at(&world, members(), &file(ALPINE)).await;
    let counts = checked.row.counts;
    assert_eq!(checked.row.status, Status::Checked);
    assert_eq!((counts.lines, counts.added, counts.wrong), (1, 1, 0));
    // The profile and its location.
    let told: Vec<_> = checked
        .first
        .iter()
        .map(|it| (it.line, it.effect, it.detail.as_str(), it.after.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            (Some(2), Effect::Added, "7000000", Some("Alpine, active")),
            (
                Some(2),
                Effect::Added,
                "7000001",
                Some("Alpine Berlin, DE, active")
            ),
        ]
    );
    assert_eq!((world.count(MEMBERS).await, own.files()), (0, 1));

    let applied = apply(&world, checked.row.id).await;
    assert_eq!(applied.row.status, Status::Applied);
    assert_eq!(applied.first, checked.first);
    assert!(applied.decided_by.is_some());
    assert_eq!((world.count(MEMBERS).await, own.files()), (1, 0));
    assert_eq!(registered_by_the_operator(&world).await, 1);
    let again = settle(&world, checked.row.id, Command::Apply).await;
    assert_eq!(code(again), "import_over");
}

#[tokio::test]
async fn the_same_file_once_more_changes_nothing() {
    let (world, _own) = given().await;
    let first = looked_at(&world, members(), &file(ALPINE)).await;
    apply(&world, first.row.id).await;
    let second = looked_at(&world, members(), &file(ALPINE)).await;
    assert_eq!((second.row.counts.added, second.row.counts.same), (0, 1));
    assert_eq!(second.first, []);
    let applied = apply(&world, second.row.id).await;
    assert_eq!(applied.row.status, Status::Applied);
    assert_eq!(registered_by_the_operator(&world).await, 1);
}

#[tokio::test]
async fn while_one_import_is_open_the_second_is_told() {
    let (world, own) = given().await;
    let first = upload(&world, members(), &file(ALPINE)).await.unwrap();
    let second = upload(&world, members(), &file(ALPINE)).await;
    assert_eq!(code(second), "import_open");
    assert_eq!(own.files(), 1);
    let start = world.portal(&world.operator);
    let start = start.import_start(members().kind).await.unwrap();
    assert_eq!(start.open.map(|it| it.id), Some(first));
    // Also while it waits for a decision.
    work(&world, first).await;
    let second = upload(&world, members(), &file(ALPINE)).await;
    assert_eq!(code(second), "import_open");
    settle(&world, first, Command::Discard).await.unwrap();
    assert_eq!(own.files(), 0);
    assert_eq!(shown(&world, first).await.row.status, Status::Discarded);
    upload(&world, members(), &file(ALPINE)).await.unwrap();
}

#[tokio::test]
async fn a_file_of_something_else_is_named_with_the_reason() {
    let (world, own) = given().await;
    let cut = format!("{HEAD}{ALPINE}mpn@b.example,7000010,Boulder,70000");
    for (bytes, line, problem) in [
        (b"".to_vec(), None, Problem::EmptyFile),
        (b"\xff\xfea\0c\0c\0".to_vec(), None, Problem::Utf16),
        (
            file("mpn@a.example,7000000,\u{1}"),
            Some(2),
            Problem::Fields { has: 3, columns: 7 },
        ),
        (
            [HEAD.as_bytes(), b"mpn@a.example,7000000,M\xfcller,,,,\n"].concat(),
            Some(2),
            Problem::Encoding,
        ),
        (
            b"account,profile_mpn,name\n".to_vec(),
            Some(1),
            Problem::ColumnMissing {
                column: "profile".to_owned(),
            },
        ),
        (
            b"account;profile_mpn;profile\n".to_vec(),
            Some(1),
            Problem::Separator { by: ";".to_owned() },
        ),
        (HEAD.as_bytes().to_vec(), None, Problem::NoLines),
        (
            cut.into_bytes(),
            Some(3),
            Problem::Fields { has: 4, columns: 7 },
        ),
    ] {
        let found = looked_at(&world, members(), &bytes).await;
        assert_eq!(found.row.status, Status::Wrong, "{problem:?}");
        let first = found.first.first().unwrap();
        assert_eq!((first.line, first.problem.as_ref()), (line, Some(&problem)));
        let refused = settle(&world, found.row.id, Command::Apply).await;
        assert_eq!(code(refused), "import_over");
    }
    assert_eq!((world.count(MEMBERS).await, own.files()), (0, 0));
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused_on_its_way() {
    let (world, own) = given().await;
    let large = vec![b'a'; usize::try_from(MOST_BYTES).unwrap() + 1];
    let refused = upload(&world, members(), &large).await;
    assert_eq!(code(refused), "import_too_large");
    assert_eq!(own.files(), 0);
    assert_eq!(world.count("select count(*) from import").await, 0);
}

#[tokio::test]
async fn what_was_not_shown_is_not_applied() {
    let (world, _own) = given().await;
    let first = looked_at(&world, members(), &file(ALPINE)).await;
    // Meanwhile the member is registered by hand, with another name of its location.
    let new = NewMember {
        account: "mpn@a.example".parse().unwrap(),
        profiles: vec![Profile {
            mpn: "7000000".parse().unwrap(),
            name: "Alpine".parse().unwrap(),
            is_active: true,
            locations: vec![Location {
                mpn: "7000001".parse().unwrap(),
                name: "Alpine Bonn".parse().unwrap(),
                country: "DE".parse().unwrap(),
                is_active: true,
            }],
        }],
    };
    let request = uuid::Uuid::now_v7().into();
    let portal = world.portal(&world.operator);
    portal.register_member(new, None, request).await.unwrap();

    let renewed = apply(&world, first.row.id).await;
    assert_eq!(renewed.row.status, Status::Checked);
    assert!(renewed.is_renewed);
    assert_eq!(
        (renewed.row.counts.added, renewed.row.counts.changed),
        (0, 1)
    );
    let line = renewed.first.first().unwrap();
    assert_eq!(line.before.as_deref(), Some("Alpine Bonn, DE, active"));
    assert_eq!(line.after.as_deref(), Some("Alpine Berlin, DE, active"));
    let applied = apply(&world, first.row.id).await;
    assert_eq!(applied.row.status, Status::Applied);
    assert_eq!(registered_by_the_operator(&world).await, 2);
}

#[tokio::test]
async fn twenty_thousand_lines_are_imported_and_every_wrong_one_is_named() {
    let (world, _own) = given().await;
    let mut all = String::new();
    for n in 0..20_000_u32 {
        let (member, mpn) = (n / 4, 10_000_000 + n);
        let country = if n % 1_000 == 7 { "XX" } else { "TW" };
        let profile = 20_000_000 + member;
        let _ = writeln!(
            all,
            "mpn@m{member}.example,{profile},Member {member},{mpn},Place {n},{country},active"
        );
    }
    let wrong = looked_at(&world, members(), &file(&all)).await;
    assert_eq!(
        (wrong.row.status, wrong.row.counts.wrong),
        (Status::Wrong, 20)
    );
    let named: Vec<_> = lines(&world, wrong.row.id, "effect=wrong").await;
    let expected: Vec<_> = (0..20).map(|n| Some(n * 1_000 + 9)).collect();
    let numbers: Vec<_> = named.iter().map(|it| it.line).collect();
    assert_eq!(numbers, expected);
    let problem = Problem::invalid("country", "XX", Wanted::Country);
    assert!(named.iter().all(|it| it.problem.as_ref() == Some(&problem)));
    assert_eq!(world.count(MEMBERS).await, 0);

    let mended = all.replace(",XX,", ",TW,");
    let checked = looked_at(&world, members(), &file(&mended)).await;
    assert_eq!(
        (checked.row.counts.lines, checked.row.counts.added),
        (20_000, 5_000)
    );
    let found = lines(&world, checked.row.id, "search=m4999").await;
    assert_eq!(found.len(), 5, "{found:?}");
    let applied = apply(&world, checked.row.id).await;
    assert_eq!(applied.row.status, Status::Applied);
    assert_eq!(world.count(MEMBERS).await, 5_000);
    let report = check(&world.state.pool).await.unwrap();
    assert_eq!(report.differ.count, 0, "{report:?}");
}

#[tokio::test]
async fn nobody_else_sees_or_settles_an_import() {
    let (world, _own) = given().await;
    let id = upload(&world, members(), &file(ALPINE)).await.unwrap();
    for person in [&world.provider, &world.customer] {
        let portal = world.portal(person);
        assert!(portal.import(id).await.is_err());
        assert!(portal.import_start(members().kind).await.is_err());
        let request = uuid::Uuid::now_v7().into();
        let settled = portal.settle_import(id, Command::Discard, request).await;
        assert!(settled.is_err());
    }
    assert_eq!(shown(&world, id).await.row.status, Status::Checking);
}
