use super::*;

#[tokio::test]
async fn of_several_who_ask_for_an_mpn_id_at_once_one_gets_it() {
    let here = Installation::new().await;
    let lines = ["first", "second", "third", "fourth"].map(|name| {
        format!(
            "organization add --name {name} --domain {name}.example --market TW --mpn 4586213 \
             --capability indirect-provider --admin-name Grace --admin-email grace@{name}.example"
        )
    });
    let asked = lines
        .iter()
        .map(|line| perform(&here.state, request(line).unwrap()));
    let answers = futures_util::future::join_all(asked).await;
    let (done, refused): (Vec<_>, Vec<_>) = answers.into_iter().partition(Result::is_ok);
    assert_eq!(done.len(), 1);
    for answer in refused {
        let said = answer.unwrap_err().to_string();
        assert!(
            said.contains("--mpn: the MPN ID `4586213` is associated with another organization"),
            "{said}"
        );
    }
}
