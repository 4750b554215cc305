//! Every role, with every server function, on objects of its own organization: a function that the table of roles does
//! not permit is refused for the role, or answers as missing for an organization of this kind, and changes nothing; a
//! permitted view is not refused for the role.

mod action;

use std::collections::BTreeSet;

use http::{Method, StatusCode};
use sqlx::types::Json;
use tierline_core::{
    access::Action, organization::Capabilities, permission::SubjectKind, role::Role,
};
use tierline_tests::{
    demo::{Demo, Person, refusal_in},
    snapshot::Snapshot,
};

use self::action::action;
use crate::{
    function::{Function, Values, registered, with_id, without_id},
    id::Id,
};

/// A provider, a reseller, a direct-bill partner, a customer, the operator.
const ONE_OF_EACH: [&str; 5] = [
    "grace.lin@contoso-distribution.example",
    "amy.huang@fourthcoffee.example",
    "kim.abercrombie@bestforyou.example",
    "wendy.tsai@woodgrove.example",
    "robin.counts@program.example",
];

/// These require no specific role: the user's own account, functions for strangers, the demo's mailbox, a new
/// temporary password, which either of two rights allows, and earlier entries of a timeline, which hold
/// what the role may see.
const NO_ROLE: [&str; 51] = [
    // Gives up what was proved, if anything was.
    "/api/leave-membership",
    "/api/find-providers",
    "/api/provider-profile",
    "/api/earlier",
    "/api/setup-info",
    "/api/choose-organization",
    "/api/renew-setup-password",
    "/api/mail",
    "/api/end-session",
    "/api/mailbox",
    "/api/own-sessions",
    // Each row as the roles open it.
    "/api/settings",
    "/api/own-sign-ins",
    "/api/demo-accounts",
    "/api/demo-walk",
    "/api/domain-suffix",
    "/api/link",
    "/api/continue-link",
    "/api/decline-link",
    "/api/accept-link",
    "/api/join-link",
    "/api/join",
    "/api/join-as-new",
    "/api/password-link",
    "/api/choose-password",
    "/api/sign-up",
    "/api/move-clock",
    "/api/set-language",
    "/api/set-theme",
    "/api/sign-in",
    "/api/sign-in-as",
    "/api/change-password",
    "/api/second-factor",
    "/api/begin-second-factor",
    "/api/confirm-second-factor",
    "/api/ask-for-new-passkey",
    "/api/ask-for-passkey",
    "/api/add-passkey",
    "/api/prove",
    "/api/remove-factor",
    "/api/renew-recovery-codes",
    "/api/turn-off-second-factor",
    "/api/recovery-codes",
    "/api/enter-code",
    "/api/sign-in-ways",
    "/api/confirmation",
    "/api/answer-confirmation",
    "/api/sign-up-to-enroll",
    "/api/end-other-sessions",
    "/api/sign-out",
    "/api/program-promise",
];

/// Missing for an organization of this kind. Also, a draft's id is the id of the request that submits it: with the id
/// of a submitted draft, a different request is answered with a conflict.
fn hidden(path: &str, status: StatusCode) -> bool {
    status == StatusCode::NOT_FOUND
        || status == StatusCode::CONFLICT && path == "/api/submit-customer"
}

/// Whoever may not do this is not told that there is anything, whatever the organization.
fn is_secret(action: Action) -> bool {
    action == Action::ManageMail
}

fn with_an_action() -> BTreeSet<&'static str> {
    let listed = with_id().chain(without_id()).map(|function| function.path);
    listed.filter(|path| action(path).is_some()).collect()
}

async fn give(demo: &Demo, person: &Person, role: Role) {
    sqlx::query(
        "update membership set roles = array[$1] where user_id = $2 and organization_id = $3",
    )
    .bind(role.code())
    .bind(person.user)
    .bind(person.organization)
    .execute(demo.pool())
    .await
    .unwrap();
}

async fn capabilities(demo: &Demo, person: &Person) -> Capabilities {
    let Json(capabilities) =
        sqlx::query_scalar("select capabilities from organization where id = $1")
            .bind(person.organization)
            .fetch_one(demo.pool())
            .await
            .unwrap();
    capabilities
}

/// Those about the users of a customer.
const OF_CUSTOMERS_USERS: [&str; 9] = [
    "/api/add-customer-user",
    "/api/customer-user",
    "/api/help-user",
    "/api/new-customer-user",
    "/api/removed-user",
    "/api/rename-customer-user",
    "/api/restore-user",
    "/api/update-customer-user-roles",
    "/api/user-password",
];

/// So many objects of a kind are tried: the roles are the same for all, and some organizations have dozens.
const TRIED: usize = 4;

/// The function's forms for objects of the person's organization; empty if there is no such object.
async fn forms(demo: &Demo, person: &Person, function: &Function) -> Vec<Vec<(String, String)>> {
    let values = Values::of(demo, person).await;
    let Some((_, of)) = function.id else {
        return vec![function.form(&values)];
    };
    let theirs = if of.is_the_programs() {
        // Whoever has no part in running the program names them all the same.
        of.any(demo, person).await.into_iter()
    } else {
        of.theirs(demo, person).await.into_iter()
    };
    let about = |id| Values {
        id,
        ..values.clone()
    };
    // Of drafts, one has to be unfinished.
    let most = if of == Id::CustomerDraft {
        usize::MAX
    } else {
        TRIED
    };
    theirs
        .take(most)
        .map(|id| function.form(&about(id)))
        .collect()
}

/// Begins a new customer, because the world has no unfinished one.
async fn begin_customer(demo: &Demo, person: &Person) {
    let begin = with_id()
        .find(|function| function.path == "/api/customer-details")
        .unwrap();
    let form = forms(demo, person, begin).await.swap_remove(0);
    let answer = demo.signed_in(person).await.post(begin.path, &form).await;
    assert!(answer.status.is_success(), "{answer:?}");
}

/// Invites a user, because in the world nobody is waited for.
pub(crate) async fn invite_user(demo: &Demo, person: &Person) {
    let invite = without_id()
        .find(|function| function.path == "/api/invite-user")
        .unwrap();
    let form = forms(demo, person, invite).await.swap_remove(0);
    let answer = demo.signed_in(person).await.post(invite.path, &form).await;
    assert!(answer.status.is_success(), "{answer:?}");
}

/// Asks for an order, of which the customer is asked, because of these nobody has.
pub(crate) async fn ask_for_order(demo: &Demo) {
    let customer = demo.person(ONE_OF_EACH[3]).await;
    let reseller = demo.person(ONE_OF_EACH[1]).await;
    let provider = demo.person(ONE_OF_EACH[0]).await;
    let request = || ("request_id".to_owned(), uuid::Uuid::now_v7().to_string());
    let first = [request(), ("asked_first".to_owned(), "yes".to_owned())];
    let mut browser = demo.signed_in(&customer).await;
    let answer = browser.post("/api/set-asked-first", &first).await;
    assert!(answer.status.is_success(), "{answer:?}");
    let (subscription, quantity): (uuid::Uuid, i32) = sqlx::query_as(
        "select id, quantity from subscription
         where customer_id = $1 and partner_id = $2 and partner_of_record_id = $3 and status = 'active'
           and kind = 'license'
         order by id desc limit 1",
    )
    .bind(customer.organization)
    .bind(provider.organization)
    .bind(reseller.organization)
    .fetch_one(demo.pool())
    .await
    .unwrap();
    let form = [
        request(),
        ("customer".to_owned(), customer.organization.to_string()),
        ("subscription".to_owned(), subscription.to_string()),
        ("what".to_owned(), "licenses".to_owned()),
        ("from".to_owned(), quantity.to_string()),
        ("quantity".to_owned(), (quantity + 1).to_string()),
    ];
    let mut browser = demo.signed_in(&reseller).await;
    let answer = browser.post("/api/ask-for-order", &form).await;
    assert!(answer.status.is_success(), "{answer:?}");
}

/// Begins to enroll a partner that is in the program already, because no other of these has an enrollment.
async fn begin_enrollment(demo: &Demo, person: &Person) {
    let admin = demo.another_global_admin(person).await;
    let form = [("request_id".to_owned(), uuid::Uuid::now_v7().to_string())];
    let answer = demo
        .signed_in(&admin)
        .await
        .post("/api/begin-enrollment", &form)
        .await;
    assert!(answer.status.is_success(), "{answer:?}");
}

#[tokio::test]
async fn each_role_may_what_the_table_says() {
    let demo = Demo::new().await;
    let (mut wrong, mut refused, mut seen) = (Vec::new(), 0, 0);
    let mut tried = BTreeSet::new();
    begin_customer(&demo, &demo.person(ONE_OF_EACH[0]).await).await;
    invite_user(&demo, &demo.person(ONE_OF_EACH[0]).await).await;
    begin_enrollment(&demo, &demo.person(ONE_OF_EACH[0]).await).await;
    ask_for_order(&demo).await;
    for email in ONE_OF_EACH {
        // A user without previous requests: a repeated request gets its first answer, whatever the user's role is now.
        let person = demo.another_global_admin(&demo.person(email).await).await;
        let capabilities = capabilities(&demo, &person).await;
        let mut browser = demo.signed_in(&person).await;
        let roles = Role::ALL
            .into_iter()
            .filter(|role| role.exists_in(&capabilities));
        for role in roles {
            give(&demo, &person, role).await;
            let before = Snapshot::without(demo.pool(), &["session"]).await;
            for function in with_id().chain(without_id()) {
                let Some(action) = action(function.path) else {
                    continue;
                };
                let method = &registered()[function.path];
                // Those of users are about the own ones, but for these; with users of customers, others work too.
                let roles = if action == Action::ManageUsers
                    && !OF_CUSTOMERS_USERS.contains(&function.path)
                {
                    action.roles_on(&capabilities, SubjectKind::Own)
                } else {
                    action.roles_in(&capabilities)
                };
                let permitted = roles.contains(role);
                // Permitted changes are tested elsewhere.
                if permitted && *method != Method::GET {
                    continue;
                }
                for form in forms(&demo, &person, function).await {
                    let answer = browser.call(method, function.path, &form).await;
                    assert!(
                        !answer.status.is_server_error(),
                        "{}: {answer:?}",
                        function.path
                    );
                    let missing = refusal_in(&answer) == "role_missing";
                    // A customer is told that its partners do it.
                    let is_for_partners = refusal_in(&answer) == "itself";
                    let as_it_should = match (permitted, is_secret(action)) {
                        (true, true) => answer.status.is_success(),
                        (true, false) => !missing,
                        (false, true) => answer.status == StatusCode::NOT_FOUND,
                        (false, false) => {
                            missing || is_for_partners || hidden(function.path, answer.status)
                        }
                    };
                    if !as_it_should {
                        wrong.push(format!(
                            "{} of {} ({}): {:?} {}",
                            role.code(),
                            person.kind,
                            function.path,
                            answer.status,
                            answer.body.chars().take(300).collect::<String>()
                        ));
                    }
                    if missing || permitted || is_secret(action) {
                        tried.insert(function.path);
                    }
                    seen += u32::from(permitted);
                    refused += u32::from(missing);
                }
            }
            let changed = Snapshot::without(demo.pool(), &["session"])
                .await
                .changed_since(&before);
            assert_eq!(changed, Vec::<String>::new(), "{} of {email}", role.code());
        }
    }
    assert!(
        wrong.is_empty(),
        "{} are wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert_eq!(tried, with_an_action(), "some functions were never tried");
    assert!(refused > 100 && seen > 40, "{refused} refused, {seen} seen");
}

/// Another connection holds every object. A change that looked for the row of its object first would wait for it until
/// the time is up, and fail for that reason.
#[tokio::test]
async fn a_caller_without_the_role_waits_for_no_lock() {
    let demo = Demo::new().await;
    begin_customer(&demo, &demo.person(ONE_OF_EACH[0]).await).await;
    invite_user(&demo, &demo.person(ONE_OF_EACH[0]).await).await;
    ask_for_order(&demo).await;
    let mut tried = BTreeSet::new();
    for (email, role) in [
        (ONE_OF_EACH[0], Role::HelpdeskAgent),
        (ONE_OF_EACH[1], Role::ReportViewer),
        (ONE_OF_EACH[2], Role::HelpdeskAgent),
        (ONE_OF_EACH[3], Role::User),
    ] {
        let person = demo.another_global_admin(&demo.person(email).await).await;
        give(&demo, &person, role).await;
        let capabilities = capabilities(&demo, &person).await;
        let mut browser = demo.signed_in(&person).await;
        let mut holder = demo.pool().begin().await.unwrap();
        sqlx::query(
            "lock table organization, invitation, partnership, relationship, customer_draft in exclusive mode",
        )
        .execute(&mut *holder)
        .await
        .unwrap();
        for function in with_id().chain(without_id()) {
            let Some(action) = action(function.path) else {
                continue;
            };
            let method = &registered()[function.path];
            let roles = action.roles_in(&capabilities);
            if *method == Method::GET || roles.is_empty() || roles.contains(role) {
                continue;
            }
            for form in forms(&demo, &person, function).await {
                let answer = browser.call(method, function.path, &form).await;
                if answer.status == StatusCode::CONFLICT && hidden(function.path, answer.status) {
                    continue;
                }
                assert_eq!(
                    refusal_in(&answer),
                    "role_missing",
                    "{}: {answer:?}",
                    function.path
                );
                tried.insert(function.path);
            }
        }
        holder.rollback().await.unwrap();
    }
    assert!(tried.len() > 12, "only {tried:?}");
}
