//! A form with files as a browser sends it.

use http::Method;
use uuid::Uuid;

use super::client::{Answer, Client};

/// Posts a form with these fields, and these files by field and name.
pub(super) async fn posts_in_parts(
    client: &mut Client,
    path: &str,
    fields: &[(&str, &str)],
    files: &[(&str, &str, &[u8])],
) -> Answer {
    let mut body = Vec::new();
    let request = Uuid::now_v7().to_string();
    for (field, value) in [("request_id", request.as_str())].iter().chain(fields) {
        let part =
            format!("--b\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        body.extend(part.into_bytes());
    }
    for (field, name, file) in files {
        let head = format!(
            "--b\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: text/plain\r\n\r\n"
        );
        body.extend(head.into_bytes());
        body.extend(*file);
        body.extend(b"\r\n");
    }
    body.extend(b"--b--\r\n");
    client
        .send_as(Method::POST, "multipart/form-data; boundary=b", path, body)
        .await
}
