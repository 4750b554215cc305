//! Refusals: the data, the text, the fixer and the next step.

use std::collections::BTreeSet;

use insta::assert_json_snapshot;
use tierline_core::{
    Refusal,
    read::{self, Unreadable},
    testing,
};

#[test]
fn refusals() {
    let refusals = testing::refusals();
    let shown: Vec<_> = refusals
        .iter()
        .map(|refusal| {
            let json = serde_json::to_value(refusal).unwrap();
            assert_eq!(json["code"], refusal.code());
            assert_eq!(
                &serde_json::from_value::<Refusal>(json.clone()).unwrap(),
                refusal
            );
            assert_eq!(read::json(&json.to_string()).as_ref(), Ok(refusal));
            serde_json::json!({
                "refusal": json,
                "text": refusal.to_string(),
                "fixer": refusal.fixer(),
                "next_step": refusal.next_step(),
            })
        })
        .collect();
    let here: BTreeSet<_> = refusals.iter().map(Refusal::code).collect();
    assert_eq!(here, Refusal::codes().collect());
    assert_json_snapshot!(shown);
}

#[test]
fn no_two_refusals_share_a_code() {
    let codes: BTreeSet<_> = Refusal::codes().collect();
    assert_eq!(codes.len(), Refusal::codes().count());
    let unknown = r#"{"code":"no_such_rule"}"#;
    assert!(serde_json::from_str::<Refusal>(unknown).is_err());
    assert_eq!(read::json::<Refusal>(unknown), Err(Unreadable::Shape));
}
