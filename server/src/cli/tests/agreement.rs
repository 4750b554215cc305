//! `tierline agreement publish`.

use super::{Installation, wrong};
use crate::cli::{perform, tests::request};

/// Files that are there as long as their test runs.
struct Files(std::path::PathBuf);

impl Files {
    fn new() -> Files {
        let name = format!("tierline-agreement-{}", uuid::Uuid::now_v7().simple());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir(&folder).unwrap();
        Files(folder)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, bytes).unwrap();
        path.display().to_string()
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

async fn error(here: &Installation, line: &str) -> String {
    perform(&here.state, request(line).unwrap())
        .await
        .unwrap_err()
        .to_string()
}

#[tokio::test]
async fn a_version_is_published_from_files() {
    let (here, files) = (Installation::new().await, Files::new());
    let english = files.write("en.md", b"\xef\xbb\xbf# Terms\r\n\r\nBe kind.\r\n");
    let chinese = files.write("zh.md", "# 條款".as_bytes());
    let line = format!(
        "agreement publish --kind partner-agreement --name 2026-02 --english {english} --traditional {chinese} \
         --effective 2030-01-01 --must-be-signed-by 2030-03-01"
    );
    let report = here.done(&line).await;
    assert_eq!(
        report.to_string(),
        "Version 2026-02 of the partner agreement is published. It applies from 2030-01-01 and must be signed by 2030-03-01."
    );
    let words: Vec<String> =
        sqlx::query_scalar("select words from agreement_text order by language")
            .fetch_all(here.pool())
            .await
            .unwrap();
    assert_eq!(words, ["# Terms\n\nBe kind.", "# 條款"]);
    // Core's reason is told as it stands.
    assert_eq!(
        error(&here, &line).await,
        "version `2026-02` exists already"
    );
}

#[tokio::test]
async fn what_is_no_text_is_not_published() {
    let (here, files) = (Installation::new().await, Files::new());
    for (bytes, said) in [
        (&b"\xff\xfe"[..], "isn't text in UTF-8"),
        (b"a\0b", "isn't text in UTF-8"),
        (b"\n \n", "is empty"),
    ] {
        let file = files.write("en.md", bytes);
        let line = format!("agreement publish --kind partner-agreement --name 1 --english {file}");
        let error = error(&here, &line).await;
        assert!(error.ends_with(said), "{error}");
    }
    assert_eq!(here.number("select count(*) from agreement").await, 0);
}

#[test]
fn everything_that_is_missing_is_told_at_once() {
    assert_eq!(
        wrong("agreement publish --effective tomorrow"),
        [
            "--kind is missing; for example: --kind partner-agreement",
            "--name is missing; for example: --name 2026-02",
            "--effective: input contains invalid characters, but got `tomorrow`",
            "--english is missing; for example: --english agreement.md",
        ]
    );
}
