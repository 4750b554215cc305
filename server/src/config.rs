//! The server's settings at start: flags and environment variables, checked together.
//!
//! [`Flags`] holds the settings as text. [`Config::check`] turns them into plain valid data, or into *every* problem
//! found, each naming its flag and variable, the mistake and an example of a correct value.

mod flags;
mod mail;
mod problem;
mod proxies;
mod public_url;
mod sending;
mod timeouts;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;

use sqlx::postgres::PgConnectOptions;
use tierline_core::{organization::RequiredOf, text::TenantParent};

pub(crate) use flags::FICTIONAL_TENANT_DOMAIN;
pub use flags::Flags;
pub use mail::{MailConfig, MailTransport, SmtpUrl};
pub use problem::{Problem, Problems};
pub use proxies::{Doubt, ForwardedHeader, Proxies};
pub use public_url::PublicUrl;
pub use sending::Sending;
pub use timeouts::Timeouts;

/// The configuration: always valid.
#[derive(Clone, Debug)]
pub struct Config {
    pub database: DatabaseSource,
    /// The folder for the server's own data: its private database, mails in files.
    pub data_dir: PathBuf,
    /// The folder for uploaded documents, which all servers of a database share.
    pub documents_dir: PathBuf,
    /// Whether a second reviewer is asked before a review is ended.
    pub second_reviewer: bool,
    /// The account that root entrusts the private database and the server to; none leaves the choice.
    pub account: Option<String>,
    pub listen: SocketAddr,
    /// None: no metrics are served.
    pub metrics_listen: Option<SocketAddr>,
    /// The address by which browsers reach this server: used for links in mails and to tell own requests from foreign
    /// ones.
    pub public_url: PublicUrl,
    /// The proxies in front of it that are trusted to name the client.
    pub proxies: Proxies,
    /// The end of the domain of every new tenant. Existing tenants keep theirs.
    pub tenant_domain: TenantParent,
    /// The folder of the browser's half: scripts, styles and pictures.
    pub site_root: PathBuf,
    /// The folder with the fonts of documents.
    pub fonts: PathBuf,
    /// A world of fictional organizations, a mailbox page, and a clock that can be moved forward.
    pub demo: bool,
    pub mail: MailConfig,
    /// The users of whom a second factor is required at least, in every organization.
    pub second_factor: RequiredOf,
    /// How often invitations may be sent.
    pub sending: Sending,
    pub log: LogConfig,
    /// The most database connections that this server may hold at once.
    pub pool_size: u32,
    /// The bounds of each of them.
    pub timeouts: Timeouts,
    /// The most clients that may be connected at once.
    pub connections: usize,
    /// The most of them from one network; trusted proxies are not counted.
    pub connections_of_a_network: usize,
}

/// The Postgres to use.
#[derive(Clone)]
pub enum DatabaseSource {
    /// A server named in the settings.
    Named(Box<PgConnectOptions>),
    /// A cluster of our own, in the data folder.
    Private,
}

/// The format and the filter of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogConfig {
    pub format: LogFormat,
    pub filter: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    Json,
}

/// Hides the URL of a database, which may hold a password.
impl std::fmt::Debug for DatabaseSource {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            DatabaseSource::Named(_) => "Named(..)",
            DatabaseSource::Private => "Private",
        })
    }
}

impl Config {
    /// Checks all settings.
    pub fn check(flags: Flags) -> Result<Config, Problems> {
        let mut problems = Problems::default();
        let listen = problems.keep(address(
            &flags.listen,
            "--listen (TIERLINE_LISTEN)",
            "127.0.0.1:3000",
        ));
        let metrics_listen = match flags.metrics_listen.as_str() {
            "off" => Some(None),
            text => problems
                .keep(address(
                    text,
                    "--metrics-listen (TIERLINE_METRICS_LISTEN)",
                    "127.0.0.1:9464 or off",
                ))
                .map(Some),
        };
        let public_url = match (&flags.public_url, listen) {
            (Some(text), _) => problems.keep(PublicUrl::parse(text)),
            (None, Some(listen)) => Some(PublicUrl::local(listen.port())),
            (None, None) => None,
        };
        if let (Some(listen), Some(Some(metrics))) = (listen, metrics_listen)
            && listen == metrics
            && listen.port() != 0
        {
            problems.add(Problem {
                setting: "--metrics-listen (TIERLINE_METRICS_LISTEN)",
                wrong: format!("`{metrics}` is what --listen says too"),
                example: "127.0.0.1:9464 or off",
            });
        }
        let proxies = problems.keep_all(Proxies::parse(
            &flags.trusted_proxies,
            &flags.forwarded_header,
        ));
        let tenant_domain = problems.keep(tenant_domain(&flags.tenant_domain));
        let database = problems.keep(database(flags.database_url.as_deref()));
        let pool_size = problems.keep(pool_size(&flags.pool_size));
        let timeouts = problems.keep_all(Timeouts::check(&flags));
        let connections = problems.keep(connections(&flags.max_connections));
        let connections_of_a_network = problems.keep(connections_of_a_network(
            &flags.max_connections_of_a_network,
        ));
        let log = problems.keep_all(log(&flags.log_format, &flags.log));
        let mail = problems.keep_all(mail::check(&flags));
        let sending = problems.keep_all(sending::check(&flags));
        let second_factor = problems.keep(second_factor(&flags.require_second_factor));
        let all = (
            listen,
            metrics_listen,
            public_url,
            proxies,
            tenant_domain,
            database,
            pool_size,
            timeouts,
            connections,
            connections_of_a_network,
            log,
            mail,
            sending,
            second_factor,
        );
        let (
            Some(listen),
            Some(metrics_listen),
            Some(public_url),
            Some(proxies),
            Some(tenant_domain),
            Some(database),
            Some(pool_size),
            Some(timeouts),
            Some(connections),
            Some(connections_of_a_network),
            Some(log),
            Some(mail),
            Some(sending),
            Some(second_factor),
        ) = all
        else {
            return Err(problems);
        };
        problems.none_or_else(Config {
            database,
            documents_dir: flags
                .documents_dir
                .unwrap_or_else(|| flags.data_dir.join("documents")),
            second_reviewer: flags.second_reviewer,
            data_dir: flags.data_dir,
            account: flags.account.filter(|name| !name.is_empty()),
            listen,
            metrics_listen,
            public_url,
            proxies,
            tenant_domain,
            site_root: flags.site_root,
            fonts: flags.fonts,
            demo: flags.demo,
            mail,
            second_factor,
            sending,
            log,
            pool_size,
            timeouts,
            connections,
            connections_of_a_network,
        })
    }
}

fn address(
    text: &str,
    setting: &'static str,
    example: &'static str,
) -> Result<SocketAddr, Problem> {
    text.parse().map_err(|_| Problem {
        setting,
        wrong: format!("`{text}` is not an IP address with a port"),
        example,
    })
}

fn tenant_domain(text: &str) -> Result<TenantParent, Problem> {
    TenantParent::parse(text).map_err(|error| Problem {
        setting: "--tenant-domain (TIERLINE_TENANT_DOMAIN)",
        wrong: format!("`{text}` cannot be the domain of tenants: {error}"),
        example: "tenants.example.com",
    })
}

fn database(url: Option<&str>) -> Result<DatabaseSource, Problem> {
    let Some(url) = url.filter(|url| !url.is_empty()) else {
        return Ok(DatabaseSource::Private);
    };
    // The URL is not repeated in the message: it may hold a password.
    let problem = |wrong: String| Problem {
        setting: "--database-url (DATABASE_URL)",
        wrong,
        example: "postgres://tierline:password@localhost/tierline",
    };
    if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
        return Err(problem("it does not begin with `postgres://`".to_owned()));
    }
    PgConnectOptions::from_str(url)
        .map(|options| DatabaseSource::Named(Box::new(options)))
        .map_err(|error| problem(format!("it is not a valid URL: {error}")))
}

fn second_factor(text: &str) -> Result<RequiredOf, Problem> {
    match text {
        "none" => Ok(RequiredOf::Nobody),
        "admins" => Ok(RequiredOf::Admins),
        "all" => Ok(RequiredOf::Everybody),
        other => Err(Problem {
            setting: "--require-second-factor (TIERLINE_REQUIRE_SECOND_FACTOR)",
            wrong: format!("`{other}` is neither `none`, `admins` nor `all`"),
            example: "admins",
        }),
    }
}

fn pool_size(text: &str) -> Result<u32, Problem> {
    // With fewer than four, the job worker, its listener and a page could wait for each other.
    text.parse()
        .ok()
        .filter(|size| (4..=1000).contains(size))
        .ok_or_else(|| Problem {
            setting: "--pool-size (TIERLINE_POOL_SIZE)",
            wrong: format!("`{text}` isn't a number from 4 to 1000"),
            example: "20",
        })
}

fn connections(text: &str) -> Result<usize, Problem> {
    text.parse()
        .ok()
        .filter(|most| (8..=100_000).contains(most))
        .ok_or_else(|| Problem {
            setting: "--max-connections (TIERLINE_MAX_CONNECTIONS)",
            wrong: format!("`{text}` isn't a number from 8 to 100000"),
            example: "500",
        })
}

fn connections_of_a_network(text: &str) -> Result<usize, Problem> {
    // Browsers open six at once.
    text.parse()
        .ok()
        .filter(|most| (6..=100_000).contains(most))
        .ok_or_else(|| Problem {
            setting: "--max-connections-of-a-network (TIERLINE_MAX_CONNECTIONS_OF_A_NETWORK)",
            wrong: format!("`{text}` is not a number from 6 to 100000"),
            example: "100",
        })
}

fn log(format: &str, filter: &str) -> Result<LogConfig, Vec<Problem>> {
    let mut problems = Vec::new();
    let parsed = match format {
        "text" => LogFormat::Text,
        "json" => LogFormat::Json,
        other => {
            problems.push(Problem {
                setting: "--log-format (TIERLINE_LOG_FORMAT)",
                wrong: format!("`{other}` is neither `text` nor `json`"),
                example: "json",
            });
            LogFormat::Text
        }
    };
    if let Err(error) = tracing_subscriber::EnvFilter::builder().parse(filter) {
        problems.push(Problem {
            setting: "--log (TIERLINE_LOG)",
            wrong: format!("`{filter}` is not a log filter: {error}"),
            example: "info,tierline_server=debug",
        });
    }
    if problems.is_empty() {
        Ok(LogConfig {
            format: parsed,
            filter: filter.to_owned(),
        })
    } else {
        Err(problems)
    }
}

#[cfg(test)]
mod tests;
