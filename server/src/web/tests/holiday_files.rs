//! Holidays as a browser sends them: pasted, or as a file.

use http::StatusCode;

use super::{
    client::{Answer, Client},
    parts::posts_in_parts,
};
use crate::testing::cases;

const PAGE: &str = "/settings/program/holidays";
const ADMIN: &str = "robin@program.example";

async fn operator() -> Client {
    let mut client = Client::new(&[]).await;
    let user = client.user(ADMIN, &[]).await;
    cases::program_admin(&client.pool, user).await;
    client.sign_in(ADMIN).await;
    client
}

async fn adds(client: &mut Client, typed: &str, file: Option<(&str, &[u8])>) -> Answer {
    let fields = [("page", PAGE), ("form", "holidays"), ("list", typed)];
    let (name, file) = file.unwrap_or_default();
    let files = [("list_file", name, file)];
    posts_in_parts(client, "/api/add-holidays", &fields, &files).await
}

async fn calendar(client: &mut Client) -> String {
    client.get("/settings/program/calendar").await.body
}

#[tokio::test]
async fn a_table_and_a_calendar_come_as_files() {
    let mut client = operator().await;
    let table = "Day,Name\r\n2027-01-01,New Year\r\n";
    let events = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20271224\r\nDTEND;VALUE=DATE:20271227\r\n\
                  SUMMARY:Christmas\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    for (name, file) in [("days.csv", table), ("days.ics", events)] {
        let answer = adds(&mut client, "", Some((name, file.as_bytes()))).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        assert_eq!(
            answer.location(),
            "/settings/program/calendar?done=settings_saved"
        );
    }
    let page = calendar(&mut client).await;
    assert!(page.contains("2027: 4 holidays"), "{page}");
}

#[tokio::test]
async fn every_wrong_line_is_named_nothing_is_added_and_what_was_typed_stays() {
    let mut client = operator().await;
    let typed = "2027-01-01,Kept by me";
    let list = "2027-05-01\nsoon\n2027-05-02\nlater\nnever\n1999-01-01\n";
    for (typed, file, said) in [
        ("", Some(("days.csv", list.as_bytes())), "lines 2, 4–5"),
        ("", Some(("days.csv", list.as_bytes())), "line 6"),
        (
            typed,
            Some(("days.csv", &b"2027-05-01"[..])),
            "but not both",
        ),
        (
            typed,
            Some(("days.csv", &b"2027-05-01,Ma\xff"[..])),
            "UTF-8",
        ),
        ("", None, "Fill in this field"),
        ("2027-01-01,Kept by me\nsoon", None, "line 2"),
    ] {
        let answer = adds(&mut client, typed, file).await;
        assert_eq!(answer.location(), PAGE, "{said}");
        let page = client.get(PAGE).await.body;
        assert!(page.contains(said), "{said}: {page}");
        assert!(
            page.contains(typed.lines().next().unwrap_or_default()),
            "{page}"
        );
    }
    let page = calendar(&mut client).await;
    assert!(page.contains("The calendar has no holidays"), "{page}");
}
