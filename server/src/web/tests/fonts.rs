//! A server without the fonts of PDF files.

use http::StatusCode;

use super::Client;

/// Everything but the document is there, and no page says where the server looks for fonts.
#[tokio::test]
async fn without_fonts_the_page_stays_and_the_document_is_told() {
    let mut client = Client::new(&["--fonts", "/nowhere"]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    client.sign_in("kim@contoso.example").await;
    let page = client.get("/statement").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let answer = client.get("/statement.pdf").await;
    assert_eq!(
        answer.status,
        StatusCode::INTERNAL_SERVER_ERROR,
        "{}",
        answer.body
    );
    assert!(!answer.body.contains("nowhere"), "{}", answer.body);
}
