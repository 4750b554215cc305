use std::path::PathBuf;

/// What a demo names its tenants under. Like everything under `.example` it is fictional.
pub(crate) const FICTIONAL_TENANT_DOMAIN: &str = "tierline.example";

/// The settings of the command line and the environment. Checked by [`super::Config::check`], so that one start shows
/// every mistake and not only the first.
#[derive(Clone, Debug, clap::Args)]
pub struct Flags {
    /// URL of the Postgres database to use; without it, the server runs a private one in the data folder
    #[arg(
        long,
        env = "DATABASE_URL",
        hide_env_values = true,
        value_name = "URL",
        global = true
    )]
    pub database_url: Option<String>,

    /// Folder for the server's own data: its private database and emails written to files
    #[arg(
        long,
        env = "TIERLINE_DATA_DIR",
        value_name = "FOLDER",
        default_value = "./data",
        global = true
    )]
    pub data_dir: PathBuf,

    /// Folder for uploaded documents; several servers share one [default: `documents` in the data folder]
    #[arg(
        long,
        env = "TIERLINE_DOCUMENTS_DIR",
        value_name = "FOLDER",
        global = true
    )]
    pub documents_dir: Option<PathBuf>,

    /// Ask a second reviewer before a review is ended: for the last check that is passed, and for each that fails
    #[arg(long, env = "TIERLINE_SECOND_REVIEWER", value_parser = clap::builder::FalseyValueParser::new(), global = true)]
    pub second_reviewer: bool,

    /// Account that a server started as root switches to [default: tierline, else postgres]
    #[arg(long, env = "TIERLINE_ACCOUNT", value_name = "NAME", global = true)]
    pub account: Option<String>,

    /// Address and port to serve on
    #[arg(
        long,
        env = "TIERLINE_LISTEN",
        value_name = "ADDRESS",
        default_value = "127.0.0.1:3000",
        global = true
    )]
    pub listen: String,

    /// Address and port for Prometheus metrics, or `off`
    #[arg(
        long,
        env = "TIERLINE_METRICS_LISTEN",
        value_name = "ADDRESS",
        default_value = "127.0.0.1:9464",
        global = true
    )]
    pub metrics_listen: String,

    /// URL at which browsers reach this server, for links in emails and origin checks [default: http://localhost:PORT]
    #[arg(long, env = "TIERLINE_PUBLIC_URL", value_name = "URL", global = true)]
    pub public_url: Option<String>,

    /// Addresses or networks of the proxies in front, which are trusted to name the client, separated by commas
    #[arg(
        long,
        env = "TIERLINE_TRUSTED_PROXIES",
        value_name = "ADDRESSES",
        default_value = "",
        hide_default_value = true,
        global = true
    )]
    pub trusted_proxies: String,

    /// Header in which they name it: `x-forwarded-for` or `forwarded`; the other one is ignored
    #[arg(
        long,
        env = "TIERLINE_FORWARDED_HEADER",
        value_name = "HEADER",
        default_value = "x-forwarded-for",
        global = true
    )]
    pub forwarded_header: String,

    /// Domain for new tenants: an organization that chooses `contoso` gets contoso.DOMAIN
    #[arg(
        long,
        env = "TIERLINE_TENANT_DOMAIN",
        value_name = "DOMAIN",
        default_value = FICTIONAL_TENANT_DOMAIN,
        global = true
    )]
    pub tenant_domain: String,

    /// Folder with the browser files: scripts, styles, and images
    #[arg(
        long,
        env = "TIERLINE_SITE_ROOT",
        value_name = "FOLDER",
        default_value = "target/site",
        global = true
    )]
    pub site_root: PathBuf,

    /// Folder with the fonts of PDF files: NotoSansCJK-Regular.ttc and NotoSansCJK-Bold.ttc
    #[arg(
        long,
        env = "TIERLINE_FONTS",
        value_name = "FOLDER",
        default_value = "/usr/share/fonts/opentype/noto",
        global = true
    )]
    pub fonts: PathBuf,

    /// Serve a demo with fictional organizations, a mailbox page, and a clock you can move forward
    #[arg(long, env = "TIERLINE_DEMO", value_parser = clap::builder::FalseyValueParser::new(), global = true)]
    pub demo: bool,

    /// Mail server: smtp://, smtp+starttls:// or smtps://, with USER:PASSWORD@ if required; without it, emails go to
    /// files
    #[arg(
        long,
        env = "TIERLINE_SMTP_URL",
        hide_env_values = true,
        value_name = "URL",
        global = true
    )]
    pub smtp_url: Option<String>,

    /// Sender of all emails
    #[arg(
        long,
        env = "TIERLINE_MAIL_FROM",
        value_name = "MAILBOX",
        default_value = "Tierline <no-reply@tierline.example>",
        global = true
    )]
    pub mail_from: String,

    /// Mailbox for questions about automated emails: emails name it, and replies go there
    #[arg(
        long,
        env = "TIERLINE_MAIL_CONTACT",
        value_name = "MAILBOX",
        global = true
    )]
    pub mail_contact: Option<String>,

    /// Folder for emails if there is no mail server [default: mail in the data folder]
    #[arg(long, env = "TIERLINE_MAIL_DIR", value_name = "FOLDER", global = true)]
    pub mail_dir: Option<PathBuf>,

    /// Days to keep sent and undeliverable emails, with the links and addresses in them
    #[arg(
        long,
        env = "TIERLINE_MAIL_DAYS",
        value_name = "NUMBER",
        default_value = "30",
        global = true
    )]
    pub mail_days: String,

    /// Minutes to wait before the same invitation can be resent
    #[arg(
        long,
        env = "TIERLINE_RESEND_MINUTES",
        value_name = "NUMBER",
        default_value = "5",
        global = true
    )]
    pub resend_minutes: String,

    /// Maximum number of invitations an organization can send within 24 hours
    #[arg(
        long,
        env = "TIERLINE_INVITATIONS_A_DAY",
        value_name = "NUMBER",
        default_value = "1000",
        global = true
    )]
    pub invitations_a_day: String,

    /// Users who need a second factor in every organization, at minimum: `none`, `admins`, or `all`
    #[arg(
        long,
        env = "TIERLINE_REQUIRE_SECOND_FACTOR",
        value_name = "USERS",
        default_value = "none",
        global = true
    )]
    pub require_second_factor: String,

    /// Log format: `text` or `json`
    #[arg(
        long,
        env = "TIERLINE_LOG_FORMAT",
        value_name = "FORMAT",
        default_value = "text",
        global = true
    )]
    pub log_format: String,

    /// What to log, as a tracing filter
    #[arg(
        long,
        env = "TIERLINE_LOG",
        value_name = "FILTER",
        default_value = "info,sqlx=error,graphile_worker=warn",
        global = true
    )]
    pub log: String,

    /// Maximum number of database connections
    #[arg(
        long,
        env = "TIERLINE_POOL_SIZE",
        value_name = "NUMBER",
        default_value = "20",
        global = true
    )]
    pub pool_size: String,

    /// Maximum seconds for a database statement
    #[arg(
        long,
        env = "TIERLINE_STATEMENT_TIMEOUT",
        value_name = "SECONDS",
        default_value = "30",
        global = true
    )]
    pub statement_timeout: String,

    /// Maximum seconds a statement waits for a lock held by another transaction
    #[arg(
        long,
        env = "TIERLINE_LOCK_TIMEOUT",
        value_name = "SECONDS",
        default_value = "10",
        global = true
    )]
    pub lock_timeout: String,

    /// Maximum seconds between two statements of a transaction
    #[arg(
        long,
        env = "TIERLINE_IDLE_TIMEOUT",
        value_name = "SECONDS",
        default_value = "90",
        global = true
    )]
    pub idle_timeout: String,

    /// Maximum number of clients connected at once; others are asked to try again later
    #[arg(
        long,
        env = "TIERLINE_MAX_CONNECTIONS",
        value_name = "NUMBER",
        default_value = "500",
        global = true
    )]
    pub max_connections: String,

    /// Most of them from one IPv4 address or IPv6 /64; trusted proxies are not counted
    #[arg(
        long,
        env = "TIERLINE_MAX_CONNECTIONS_OF_A_NETWORK",
        value_name = "NUMBER",
        default_value = "100",
        global = true
    )]
    pub max_connections_of_a_network: String,
}
