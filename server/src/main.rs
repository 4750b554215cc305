//! The program: it reports mistakes in its arguments, or runs the command.

use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use tierline_app::i18n::Lang;
use tierline_server::{
    check,
    cli::{self, OperatorCommand},
    config::{Config, Flags},
    database::{Database, OpenError},
    demo, logging, serve, web,
    with_database::with_database,
};

type Failure = Box<dyn std::error::Error>;

/// Two-tier partner relationships for a cloud solution provider program
#[derive(Parser)]
#[command(
    name = "tierline",
    version,
    propagate_version = true,
    after_help = "You can also set every flag with its environment variable. All of them are checked at startup, and every \
                  problem is listed.\nWithout a database URL, the server runs its own PostgreSQL in the data folder."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    flags: Flags,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the portal until asked to stop (Ctrl-C)
    Serve,
    /// Bring the database schema up to date and exit
    Migrate,
    /// Fill an empty database with the demo world, and with any number of customers and other objects for benchmarks
    Demo {
        /// Number of customers besides those of the demo world
        #[arg(long, value_name = "NUMBER", default_value_t = 0)]
        customers: u64,
        /// Number of organizations besides them, with open cases, MPN IDs and listings
        #[arg(long, value_name = "NUMBER", default_value_t = 0)]
        organizations: u64,
        /// Number of subscriptions besides them, of further customers, with their histories and charges
        #[arg(long, value_name = "NUMBER", default_value_t = 0)]
        subscriptions: u64,
        /// Number of subscriptions that a server renews as soon as it is started
        #[arg(long, value_name = "NUMBER", default_value_t = 0)]
        renewals: u64,
    },
    #[command(flatten)]
    Operator(Box<OperatorCommand>),
    /// Print the texts of pages in a language as browsers get them with the files in the site's folder
    Words {
        /// `en`, `zh-Hant` or `zh-Hans`
        #[arg(value_parser = language)]
        language: Lang,
        /// Those that other pages need than the first
        #[arg(long)]
        more: bool,
    },
    /// Compare the stored state with the history; fails if they differ
    Check,
    /// Run a command with the database's address in DATABASE_URL; without one, print it and wait
    Database {
        /// Such as `cargo test`, or `sh -c 'psql "$DATABASE_URL"'`
        #[arg(trailing_var_arg = true)]
        command: Vec<OsString>,
    },
}

fn main() -> ExitCode {
    let ended = run(Arguments::parse());
    let is_read = logging::end();
    match ended {
        Ok(code) => code,
        Err(error) => {
            if is_read {
                // Not `eprintln!`, which panics when nobody reads it.
                let _ = writeln!(std::io::stderr(), "tierline: {error}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    let mut config = Config::check(arguments.flags)?;
    if matches!(arguments.command, Command::Demo { .. } | Command::Check) {
        config.timeouts = config.timeouts.for_long_work();
    }
    logging::start(&config.log)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        match arguments.command {
            Command::Serve => serve::serve(config).await?,
            Command::Migrate => migrate(&config).await?,
            Command::Demo {
                customers,
                organizations,
                subscriptions,
                renewals,
            } => {
                let filled = demo::command::Filled {
                    customers,
                    organizations,
                    subscriptions,
                    renewals,
                };
                demo::command::run(config, filled).await?;
            }
            Command::Operator(command) => cli::run(config, (*command).try_into()?).await?,
            Command::Words { language, more } => {
                let (first, others) = web::words(&config.site_root, language);
                print!("{}", if more { others } else { first });
            }
            Command::Check => return check(&config).await,
            Command::Database { command } => return Ok(with_database(&config, &command).await?),
        }
        Ok(ExitCode::SUCCESS)
    })
}

fn language(tag: &str) -> Result<Lang, String> {
    Lang::from_tag(tag).ok_or_else(|| format!("there is no language `{tag}`"))
}

async fn migrate(config: &Config) -> Result<(), Failure> {
    let database = Database::open(config).await?;
    database.using(async |_| Ok::<_, OpenError>(())).await?;
    println!("the schema is up to date");
    Ok(())
}

async fn check(config: &Config) -> Result<ExitCode, Failure> {
    let database = Database::open_beside_server(config).await?;
    let report = check::check(&database.pool).await;
    database.close().await?;
    let report = report?;
    print!("{report}");
    Ok(if report.is_good() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
