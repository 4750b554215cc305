//! A decision as a browser without scripts makes it.

use http::StatusCode;
use uuid::Uuid;

use super::client::Client;
use crate::testing::cases;

/// The value of the hidden field of this name.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let field = format!("name=\"{name}\" value=\"");
    let (_, rest) = page.split_once(field.as_str()).unwrap();
    rest.split_once('"').unwrap().0
}

#[tokio::test]
async fn a_note_is_in_no_address_and_is_sent_as_it_was_read() {
    let mut reviewer = Client::new(&[]).await;
    let user = reviewer.user("anna@fabrikam.example", &[]).await;
    let id = cases::applicant(&reviewer.pool, user).await.to_string();
    let user = reviewer.user("rita@program.example", &[]).await;
    cases::reviewer(&reviewer.pool, user).await;
    reviewer.sign_in("rita@program.example").await;

    let path = format!("/cases/{id}/decision?check=business&reason=name_unknown");
    let case = format!("/cases/{id}");
    let request = Uuid::now_v7().to_string();
    let first = reviewer.get(&path).await.body;
    let mark = hidden(&first, "filled_with").to_owned();
    let fields = |note: &'static str, shown: &'static str, then: &'static str| {
        [
            ("page", path.clone()),
            ("form", "decision".to_owned()),
            ("request_id", request.clone()),
            ("enrollment", id.clone()),
            ("check", "business".to_owned()),
            ("reason", "name_unknown".to_owned()),
            ("filled_with", mark.clone()),
            ("note", note.to_owned()),
            ("shown", shown.to_owned()),
            ("then", then.to_owned()),
        ]
    };
    let mut posted = async |note, shown, then| {
        let fields = fields(note, shown, then);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (*a, b.as_str())).collect();
        let answer = reviewer.post("/api/decide-case", &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let location = answer.location().to_owned();
        let page = reviewer.get(&location).await.body;
        (location, page)
    };

    // What has not been read in the mail is not sent, whichever button was pressed.
    for then in ["decide", "show"] {
        let (location, page) = posted("see our letter", "", then).await;
        assert_eq!(location, path);
        assert_eq!(hidden(&page, "shown"), "see our letter");
        let (_, mail) = page.split_once("mail-text").unwrap();
        assert!(mail.contains("see our letter"), "{mail}");
    }
    let (location, page) = posted("see our letter", "see our letter", "decide").await;
    assert_eq!(location, format!("{case}?done=case_decided"));
    assert!(page.contains("see our letter"), "{page}");
}
