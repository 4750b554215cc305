//! Words for an index that a migration wrote for what was stored before, beside those that core writes.

use sqlx::AssertSqlSafe;
use tierline_core::text::search::{SearchText, sort_key};

use crate::testing;

/// Names that are taken apart in all ways: signs, accents, widths, scripts with and without spaces, ids, long words.
const TRICKY: &[&str] = &[
    "Contoso",
    "contoso CONTOSO Contoso",
    "Ängelholm “Bröd” & Söner",
    "  —  Fabrikam, Inc. (North)",
    "7-Eleven 4711",
    "100% Cotton_a b\\c",
    "'; select 'x' || $1 -- ",
    "{curly} [square] ~tilde~",
    "Abcdefghijklmnop Abcdefghijklmnopqrstuvwxyz",
    "Åbcdefghijklmnopqr éééééééééééééééééééé",
    "宏遠",
    "宏",
    "台北市聯強國際ACER股份有限公司",
    "ダイエー ﾀﾞｲｴｰ カタカナ",
    "ひらがな Ab 漢字1漢字",
    "한국 마이크로소프트",
    "ไมโครซอฟท์ ประเทศไทย",
    "မြန်မာ ខ្មែរ ລາວ",
    "ꦗꦮ ꧠꩠ",
    "𠮷野家 𛀀",
    "豈更車 㐀",
    "Ωμέγα Ελλάς Москва İstanbul ıI",
    "العربية עברית हिन्दी",
    "deadbeef1 0192f3a0-7c1e-7000-8000-00000000002a 0192f3a07c1e",
    "deadbeef",
    "0192f3a0-7c1e",
    "ﬁnance ﷺ ½ ² Ⅷ",
    "🙂",
    "",
];

/// The function of a migration that has dropped it since, under another name.
fn of_migration(sql: &str, name: &str) -> String {
    let (_, from) = sql.split_once("create function words_of_search").unwrap();
    let (signature, rest) = from.split_once("$$").unwrap();
    let (body, _) = rest.split_once("$$").unwrap();
    format!("create function {name}{signature}$${body}$$")
}

#[tokio::test]
async fn migrations_write_the_words_that_core_writes() {
    let database = testing::database().await;
    let former = of_migration(
        include_str!("../../migrations/0062_size.sql"),
        "words_of_0062",
    );
    sqlx::raw_sql(AssertSqlSafe(former))
        .execute(&database.pool)
        .await
        .unwrap();
    for name in TRICKY {
        for id in ["", "0192f3a0-7c1e-7000-8000-00000000002a"] {
            let found_by = SearchText::of([*name, "tricky.example"]).with_id(id);
            let mut expected = found_by.indexed("");
            expected.sort_unstable();
            for function in ["words_of_0062", "words_of_search"] {
                let mut written: Vec<String> = sqlx::query_scalar(AssertSqlSafe(format!(
                    "select unnest(tsvector_to_array({function}($1, $2)))"
                )))
                .bind(sort_key(name))
                .bind(found_by.to_string())
                .fetch_all(&database.pool)
                .await
                .unwrap();
                written.sort_unstable();
                assert_eq!(written, expected, "{name} by {function}");
            }
        }
    }
}
