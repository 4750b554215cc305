//! What histories tell of groups, and to whom.

use tierline_app::timeline::Scope;

use super::*;

#[tokio::test]
async fn histories_tell_a_narrowed_user_of_no_other_customer() {
    let it = Grouped::new().await;
    let portal = it.world.portal(&it.agent);
    let told = |entries: Vec<tierline_app::timeline::TimelineEntry>| {
        let said = entries.into_iter().map(|entry| {
            let about = entry.about.map(|about| about.name).unwrap_or_default();
            format!("{} {about}", entry.told.what.in_language(Lang::En))
        });
        said.collect::<Vec<_>>().join("\n")
    };
    let recent = told(portal.overview().await.unwrap().recent);
    assert!(recent.contains("Proseware"), "{recent}");
    assert!(!recent.contains("Wide World Importers"), "{recent}");
    for (customer, is_told) in [(it.seen, true), (it.hidden, false)] {
        for scope in [
            Scope::Customer(customer.into_uuid()),
            Scope::Objects(vec![customer.into_uuid()]),
        ] {
            let history = portal.earlier(scope, i64::MAX).await.unwrap();
            assert_eq!(!history.entries.is_empty(), is_told);
        }
    }
}

/// The history of the groups has the removed ones too, by the name that they had; what there is leads to its page.
#[tokio::test]
async fn the_history_names_removed_groups_and_links_those_that_are_left() {
    let it = Grouped::new().await;
    let portal = it.world.portal(&it.world.provider);
    let remove = portal.change_customer_group(it.of_hidden, Command::Remove, request());
    remove.await.unwrap();
    let history = portal.customer_groups().await.unwrap().timeline;
    assert_eq!(history.scope, Scope::CustomerGroups);
    let told: Vec<_> = history
        .entries
        .into_iter()
        .map(|entry| {
            let page = entry.about.and_then(|about| about.page);
            (entry.told.what.in_language(Lang::En), page)
        })
        .collect();
    let north = Some(format!("/customers?group={}", it.of_seen));
    let expected = [
        ("Removed the customer group South", None),
        ("Added the customer group South", None),
        ("Added the customer group North", north),
    ];
    let expected = expected.map(|(what, page)| (what.to_owned(), page));
    assert_eq!(told, expected);
    // A user who is narrowed reads nothing of it.
    let portal = it.world.portal(&it.agent);
    let hidden = portal.earlier(Scope::CustomerGroups, i64::MAX).await;
    assert!(hidden.unwrap().entries.is_empty());
}

#[tokio::test]
async fn a_history_links_a_colleague_for_who_manages_users() {
    let it = Grouped::new().await;
    let scope = || Scope::Objects(vec![it.agent.user.into_uuid()]);
    let pages = async |by: &Person| {
        let history = it.world.portal(by).earlier(scope(), i64::MAX).await;
        let entries = history.unwrap().entries.into_iter();
        let pages = entries.filter_map(|entry| entry.about?.page);
        pages.collect::<BTreeSet<_>>()
    };
    let page = format!("/settings/users/{}", it.agent.user);
    assert_eq!(pages(&it.world.provider).await, BTreeSet::from([page]));
    let agent = it
        .world
        .colleague(&it.world.provider, Role::SalesAgent)
        .await;
    assert!(pages(&agent).await.is_empty());
}
