//! The arguments on the command line. Each is text and none is required, so that one run reports every problem.

/// Commands on organizations.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum OrganizationCommand {
    /// Add an organization with its first user, who gets a one-time password
    #[command(
        override_usage = "tierline organization add --name <NAME> --domain <DOMAIN> --market <CODE> \
                          --capability <CAPABILITY>... --admin-name <NAME> --admin-email <ADDRESS> [OPTIONS]",
        after_help = "Example:\n  \
                      tierline organization add --name 'Contoso Distribution' --domain contoso.example --market TW \\\n      \
                      --capability indirect-provider --mpn 4586213 --agreement 2026-01 \\\n      \
                      --admin-name 'Grace Lin' --admin-email grace.lin@contoso.example\n\n\
                      The one-time password is printed only once and has to be changed at the first sign-in."
    )]
    Add(NewOrganization),
    /// Enter a partner's missing data: its MPN ID or the partner agreement it has signed
    #[command(
        override_usage = "tierline organization complete --domain <DOMAIN> [--mpn <NUMBER>] [--agreement <VERSION>] [OPTIONS]"
    )]
    Complete(OrganizationCompletion),
}

/// An organization and its first user.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "The organization")]
pub struct NewOrganization {
    /// Legal name
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// Domain of its tenant; its users' work accounts end in this domain
    #[arg(long, value_name = "DOMAIN")]
    pub domain: Option<String>,
    /// Country or territory of its legal location, such as TW, TWN, or Taiwan; determines the region
    #[arg(long, value_name = "CODE")]
    pub market: Option<String>,
    /// Its capability in the program: operator, indirect-provider, indirect-reseller, direct-bill, or customer; for a
    /// partner with several, repeat --capability
    #[arg(long, value_name = "CAPABILITY", value_delimiter = ',')]
    pub capability: Vec<String>,
    /// Location MPN ID of a partner; without one, it can't do new business
    #[arg(long, value_name = "NUMBER")]
    pub mpn: Option<String>,
    /// Version of the partner agreement the partner signed on paper; without one, it can't do new business
    #[arg(long, value_name = "VERSION")]
    pub agreement: Option<String>,
    /// Name of the first user: global admin, or program admin of the operator
    #[arg(long, value_name = "NAME", help_heading = "Its first user")]
    pub admin_name: Option<String>,
    /// Work account of the first user, an address in the organization's domain
    #[arg(long, value_name = "ADDRESS", help_heading = "Its first user")]
    pub admin_email: Option<String>,
    /// Language of emails to the first user: en, zh-Hant, or zh-Hans
    #[arg(
        long,
        value_name = "TAG",
        default_value = "en",
        help_heading = "Its first user"
    )]
    pub language: String,
}

/// Data entered for an existing partner.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "The partner")]
pub struct OrganizationCompletion {
    /// Domain of its tenant
    #[arg(long, value_name = "DOMAIN")]
    pub domain: Option<String>,
    /// Location MPN ID; replaces the current one
    #[arg(long, value_name = "NUMBER")]
    pub mpn: Option<String>,
    /// Version of the partner agreement it signed on paper; replaces the current one
    #[arg(long, value_name = "VERSION")]
    pub agreement: Option<String>,
}

/// A user.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "The user")]
pub struct NewUser {
    /// Domain of the organization the user belongs to
    #[arg(long, value_name = "DOMAIN")]
    pub organization: Option<String>,
    /// Name of the user
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// Work account of the user, an address in the organization's domain
    #[arg(long, value_name = "ADDRESS")]
    pub email: Option<String>,
    /// Role of the user; repeat --role for several. Partners: global-admin, admin-agent, sales-agent, helpdesk-agent,
    /// incentives-admin, report-viewer. Customers: global-admin, billing-admin, user. The operator: program-admin,
    /// reviewer
    #[arg(long, value_name = "ROLE", value_delimiter = ',')]
    pub role: Vec<String>,
    /// Language of emails to the user: en, zh-Hant, or zh-Hans
    #[arg(long, value_name = "TAG", default_value = "en")]
    pub language: String,
}
