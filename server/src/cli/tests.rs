//! The commands, from the command line to the database.

mod agreement;
mod at_once;
mod operator;
mod second_factor;
mod sheet;

use std::sync::Arc;

use clap::{CommandFactory as _, Parser as _};
use sqlx::PgPool;

use super::{AdminError, OperatorCommand, Problems, Report, Request, perform};
use crate::{
    account::password,
    check,
    clock::Clock,
    state::AppState,
    testing::{self, TestDatabase},
};

#[derive(clap::Parser)]
#[command(name = "tierline")]
enum Typed {
    #[command(flatten)]
    Operator(OperatorCommand),
}

/// The request of this command line.
pub(crate) fn request(line: &str) -> Result<Request, Problems> {
    let Typed::Operator(command) =
        Typed::parse_from(std::iter::once("tierline").chain(line.split_whitespace()));
    command.try_into()
}

/// The registration of the operator, which comes before any other.
pub(crate) const OPERATOR: &str = "organization add --name Program --domain program.example --market US \
    --capability operator --admin-name Pat --admin-email pat@program.example";
const CONTOSO: &str = "organization add --name Contoso --domain contoso.example --market tw \
    --capability indirect-provider --mpn 4586213 --agreement 2026-01 --admin-name Grace \
    --admin-email Grace@Contoso.example --language zh-Hant";
const WOODGROVE: &str = "organization add --name Woodgrove --domain woodgrove.example --market TW \
    --capability customer --admin-name Wendy --admin-email wendy@woodgrove.example";

/// Notes for owners of accounts about what was done here.
const NOTED: &str =
    "select count(*) from sign_in where outcome like '%_changed' and browser = 'tierline'";

struct Installation {
    state: AppState,
    _database: TestDatabase,
}

impl Installation {
    /// With an operator, which has one user.
    async fn new() -> Installation {
        Installation::on(Clock::system()).await
    }

    /// The same, at the time of this clock.
    async fn on(clock: Clock) -> Installation {
        let here = Installation::without_operator(clock).await;
        here.done(OPERATOR).await;
        here
    }

    async fn empty() -> Installation {
        Installation::without_operator(Clock::system()).await
    }

    async fn without_operator(clock: Clock) -> Installation {
        let database = testing::database().await;
        let config = Arc::new(testing::config(&[]));
        Installation {
            state: AppState::new(database.pool.clone(), clock, config),
            _database: database,
        }
    }

    fn pool(&self) -> &PgPool {
        &self.state.pool
    }

    async fn done(&self, line: &str) -> Report {
        perform(&self.state, request(line).unwrap()).await.unwrap()
    }

    async fn refused(&self, line: &str) -> Vec<String> {
        match perform(&self.state, request(line).unwrap()).await {
            Err(AdminError::Problems(problems)) => problems.iter().map(str::to_owned).collect(),
            other => panic!("expected problems, got {other:?}"),
        }
    }

    async fn number(&self, query: &'static str) -> i64 {
        sqlx::query_scalar(query)
            .fetch_one(self.pool())
            .await
            .unwrap()
    }

    /// The types of all events but the operator's own, the oldest first.
    async fn history(&self) -> Vec<String> {
        sqlx::query_scalar(
            "select body -> 'event' ->> 'type' from event
             where exists (select from event_audience a join organization o on o.id = a.organization_id
                where a.event_id = event.id and o.capabilities ->> 'operator' is null)
             order by event.id",
        )
        .fetch_all(self.pool())
        .await
        .unwrap()
    }
}

fn wrong(line: &str) -> Vec<String> {
    let problems = request(line).unwrap_err();
    problems.iter().map(str::to_owned).collect()
}

#[test]
fn everything_that_is_missing_is_told_at_once() {
    assert_eq!(
        wrong("organization add"),
        [
            "--name is missing; for example: --name 'Contoso Distribution'",
            "--domain is missing; for example: --domain contoso.example",
            "--market is missing; for example: --market TW",
            "--capability is missing; for example: --capability indirect-provider",
            "--admin-name is missing; for example: --admin-name 'Grace Lin'",
            "--admin-email is missing; for example: --admin-email grace.lin@contoso.example",
        ]
    );
    assert_eq!(wrong("user add").len(), 4);
    assert_eq!(
        wrong("user password"),
        ["--email is missing; for example: --email grace.lin@contoso.example"]
    );
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let line = "organization add --name - --domain contoso --market UK --capability distributor,customer \
        --mpn 45862l3 --admin-name Grace --admin-email grace --language de";
    assert_eq!(
        wrong(line),
        [
            "--name: expected a name with at least one letter or digit, but got `-`",
            "--domain: expected a domain such as `contoso.com`, but got `contoso`",
            "--market: expected the code of ISO 3166, which is GB for United Kingdom, but got `UK`",
            "--capability: expected one of operator, indirect-provider, indirect-reseller, direct-bill, customer, \
             but got `distributor`",
            "--mpn: expected an MPN ID of 5 to 10 digits, but got `45862l3`",
            "--admin-email: expected an email address such as `anna@contoso.com`, but got `grace`",
            "--language: expected one of en, zh-Hant, zh-Hans, but got `de`",
        ]
    );
    let problems = request(line).unwrap_err().to_string();
    assert!(
        problems.starts_with("nothing was changed because:\n  --name: "),
        "{problems}"
    );
}

#[test]
fn help_explains_every_flag() {
    fn look_at(command: &clap::Command) {
        assert!(command.get_about().is_some(), "{}", command.get_name());
        for argument in command.get_arguments() {
            assert!(argument.get_help().is_some(), "{}", argument.get_id());
        }
        command.get_subcommands().for_each(look_at);
    }
    let mut whole = Typed::command();
    whole.build();
    for topic in whole.get_subcommands() {
        topic.get_subcommands().for_each(look_at);
    }
    let help = whole
        .find_subcommand_mut("organization")
        .and_then(|topic| topic.find_subcommand_mut("add"))
        .map(|add| add.render_help().to_string())
        .unwrap();
    for word in [
        "--name <NAME>",
        "--market <CODE>",
        "direct-bill",
        "--admin-email",
        "Example:",
    ] {
        assert!(help.contains(word), "{word}: {help}");
    }
}

#[tokio::test]
async fn an_organization_comes_with_its_first_user_and_a_history() {
    let here = Installation::new().await;
    let report = here.done(CONTOSO).await;
    assert_eq!(report.account().unwrap().user_name, "grace@contoso.example");
    let (hash, must_change, language, roles): (String, bool, String, Vec<String>) = sqlx::query_as(
        "select password_hash, must_change_password, language, roles
         from app_user join membership on user_id = id where email = $1",
    )
    .bind(&report.account().unwrap().user_name)
    .fetch_one(here.pool())
    .await
    .unwrap();
    assert!(
        password::verify(&report.account().unwrap().password, Some(hash))
            .await
            .unwrap()
    );
    assert!(must_change);
    assert_eq!(
        (language.as_str(), roles),
        ("zh-Hant", vec!["global_admin".to_owned()])
    );
    assert_eq!(here.history().await, ["registered"]);
    let told = report.to_string();
    for word in [
        "Contoso is in the program: indirect-provider, domain contoso.example, market TW",
        "http://localhost:3000/sign-in",
        "grace@contoso.example",
        report.account().unwrap().password.as_str(),
    ] {
        assert!(told.contains(word), "{word}: {told}");
    }
    assert!(!told.contains("do new business"), "{told}");
    assert!(!format!("{report:?}").contains(&report.account().unwrap().password));
    assert!(check::check(here.pool()).await.unwrap().is_good());
}

#[tokio::test]
async fn what_is_taken_is_told_together_and_changes_nothing() {
    let here = Installation::new().await;
    here.done(CONTOSO).await;
    let again = "organization add --name Other --domain Contoso.Example --market TW --mpn 4586213 \
        --capability indirect-reseller --admin-name Grace --admin-email grace@contoso.example";
    assert_eq!(
        here.refused(again).await,
        [
            "--mpn: the MPN ID `4586213` is associated with another organization",
            "--domain: the domain `contoso.example` already belongs to an organization",
            "--admin-email: the work account `grace@contoso.example` already exists",
        ]
    );
    let not_for_it = "organization add --name Other --domain other.example --market Taiwan --mpn 4586214 \
        --capability customer,direct-bill --admin-name Grace --admin-email grace@contoso.example";
    assert_eq!(
        here.refused(not_for_it).await,
        [
            "--capability: `customer` can't be combined with `direct_bill`",
            "--admin-email: the work account `grace@contoso.example` has to be an address in the tenant's domain, \
             `other.example`",
        ]
    );
    assert_eq!(here.number("select count(*) from organization").await, 2);
    assert_eq!(here.number("select count(*) from app_user").await, 2);
    assert_eq!(here.history().await, ["registered"]);
}

#[tokio::test]
async fn of_two_at_once_one_is_told_of_the_other() {
    let here = Installation::new().await;
    let (one, other) = tokio::join!(
        perform(&here.state, request(WOODGROVE).unwrap()),
        perform(&here.state, request(WOODGROVE).unwrap()),
    );
    let refused = [one, other].into_iter().filter_map(Result::err);
    let told: Vec<String> = refused.map(|error| error.to_string()).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].contains("--domain: the domain `woodgrove.example`"),
        "{told:?}"
    );
}

#[tokio::test]
async fn there_is_one_operator() {
    let here = Installation::empty().await;
    let operator = |domain| {
        format!(
            "organization add --name Program --domain {domain} --market US --capability operator \
             --admin-name Pat --admin-email pat@{domain}"
        )
    };
    here.done(&operator("program.example")).await;
    assert_eq!(
        here.refused(&operator("second.example")).await,
        ["--capability: the program already has an operator, `Program`"]
    );
    let roles: Vec<String> = sqlx::query_scalar("select unnest(roles) from membership")
        .fetch_all(here.pool())
        .await
        .unwrap();
    assert_eq!(roles, ["program_admin"]);
}

#[tokio::test]
async fn users_are_added_to_an_organization_with_roles_that_it_has() {
    let here = Installation::new().await;
    here.done(CONTOSO).await;
    let report = here
        .done(
            "user add --organization contoso.example --name Oscar --email oscar@contoso.example \
             --role sales-agent --role report_viewer",
        )
        .await;
    assert!(
        report
            .to_string()
            .contains("Contoso has a new user: sales-agent, report-viewer."),
        "{report}"
    );
    assert_eq!(here.history().await, ["registered", "added"]);
    let report = check::check(here.pool()).await.unwrap();
    assert!(report.is_good(), "{report}");
    assert_eq!(
        report.agree, 5,
        "two organizations, their first users, and this one"
    );
    assert_eq!(
        here.refused(
            "user add --organization contoso.example --name Oscar --email OSCAR@contoso.example --role billing-admin"
        )
        .await,
        [
            "--role: there is no role `billing_admin` in this kind of organization, only global_admin, admin_agent, \
             sales_agent, helpdesk_agent, incentives_admin, report_viewer",
            "--email: the work account `OSCAR@contoso.example` already exists",
        ]
    );
    assert_eq!(
        here.refused(
            "user add --organization x.example --name X --email x@contoso.example --role user"
        )
        .await,
        [
            "--organization: no organization has the domain `x.example`",
            "--email: the work account `x@contoso.example` has to be an address in the tenant's domain, `x.example`",
        ]
    );
    assert_eq!(here.number("select count(*) from membership").await, 3);
}

#[tokio::test]
async fn a_new_password_ends_what_was_and_lets_the_blocked_in_only_when_told_to() {
    let here = Installation::new().await;
    let first = here.done(WOODGROVE).await;
    assert_eq!(
        here.refused("user password --email nobody@woodgrove.example")
            .await,
        ["--email: the work account `nobody@woodgrove.example` doesn't exist"]
    );
    for statement in [
        "update app_user set must_change_password = false, blocked_at = now() where name = 'Wendy'",
        "insert into session (id_hash, user_id, expires_at)
         select sha256('x'), id, now() + interval '1 hour' from app_user where name = 'Wendy'",
    ] {
        sqlx::query(statement).execute(here.pool()).await.unwrap();
    }
    assert_eq!(
        here.refused("user password --email wendy@woodgrove.example")
            .await,
        [
            "--email: the account `wendy@woodgrove.example` is blocked; to unblock the user, add --unblock"
        ]
    );
    assert_eq!(here.number("select count(*) from session").await, 1);
    let second = here
        .done("user password --email Wendy@woodgrove.example --unblock")
        .await;
    assert_ne!(first.account(), second.account());
    assert!(second.to_string().contains("is now unblocked"), "{second}");
    assert_eq!(here.number("select count(*) from session").await, 0);
    assert_eq!(
        here.number(
            "select count(*) from app_user where name = 'Wendy' and must_change_password and blocked_at is null"
        )
        .await,
        1
    );
    assert_eq!(here.history().await, ["registered", "password_reset"]);
    assert_eq!(here.number(NOTED).await, 1);
    let told = here
        .done("user password --email wendy@woodgrove.example")
        .await;
    assert!(!told.to_string().contains("blocked"), "{told}");
    let report = check::check(here.pool()).await.unwrap();
    assert!(report.is_good(), "{report}");
}

#[tokio::test]
async fn a_partner_is_completed_later() {
    let installation = Installation::new().await;
    installation.done(CONTOSO).await;
    installation.done(WOODGROVE).await;
    installation
        .done(
            "organization add --name Bellows --domain bellows.example --market TW \
             --capability indirect-reseller --admin-name Ben --admin-email ben@bellows.example",
        )
        .await;
    let said = "organization complete --domain bellows.example";
    assert_eq!(wrong("organization complete").len(), 3);
    assert_eq!(wrong(said).len(), 2);
    assert_eq!(
        installation.refused(&format!("{said} --mpn 4586213")).await,
        ["--mpn: the MPN ID `4586213` is associated with another organization"]
    );
    let customer = "organization complete --domain woodgrove.example --agreement 2026-01";
    assert_eq!(
        installation.refused(customer).await,
        ["--agreement: only partners sign the partner agreement"]
    );
    let unknown = "organization complete --domain nobody.example --agreement 2026-01";
    assert_eq!(
        installation.refused(unknown).await,
        ["--domain: no organization has the domain `nobody.example`"]
    );

    let half = installation.done(&format!("{said} --mpn 4586214")).await;
    assert!(half.account().is_none());
    assert!(half.to_string().contains("Without an MPN ID and a signed"));
    // The same again is nothing new, and no reason to refuse.
    let whole = format!("{said} --mpn 4586214 --agreement 2026-01");
    let whole = installation.done(&whole).await;
    assert!(!whole.to_string().contains("Without"), "{whole}");
    let stored = "select count(*) from organization where domain = 'bellows.example'
        and mpn = '4586214' and agreement ->> 'version' = '2026-01'";
    assert_eq!(installation.number(stored).await, 1);
    assert_eq!(
        installation.history().await.split_off(3),
        ["completed", "completed"]
    );
}
