//! What is wrong with a file, or with a line of it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::read::Read;

/// The most characters that are told of a field, which may be as long as the file.
const TOLD: usize = 60;

/// What is wrong with a line, or with the whole file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Read)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum Problem {
    /// The file has nothing in it.
    EmptyFile,
    /// The file is in UTF-16.
    Utf16,
    /// The line is not in UTF-8.
    Encoding,
    /// The first line is a directive for a spreadsheet.
    Directive,
    /// Something else than a comma separates the columns.
    Separator {
        /// The character.
        by: String,
    },
    /// The file has the names of columns and nothing else.
    NoLines,
    /// The file has nothing for what was asked for.
    NothingFor {
        /// What was asked for.
        wanted: String,
        /// What the file has.
        found: String,
    },
    /// A column is missing.
    ColumnMissing {
        /// Its name.
        column: String,
    },
    /// A column is there twice.
    ColumnTwice {
        /// Its name.
        column: String,
    },
    /// Nobody knows this column.
    ColumnUnknown {
        /// Its name.
        column: String,
    },
    /// The line has more or fewer fields than there are columns.
    Fields {
        /// The number of its fields.
        has: u64,
        /// The number of columns.
        columns: u64,
    },
    /// It is no line of a CSV file.
    Unreadable {
        /// What the reader says.
        why: String,
    },
    /// A quotation mark has no second one.
    Unclosed {
        /// The column.
        column: String,
    },
    /// A field is empty that must not be.
    Empty {
        /// The column.
        column: String,
    },
    /// A field is not what it should be.
    Invalid {
        /// The column.
        column: String,
        /// The field.
        text: String,
        /// What it should be.
        wanted: Wanted,
    },
    /// An amount with a comma.
    Comma {
        /// The field.
        text: String,
    },
    /// A value is below the one that it may not be below.
    Below {
        /// Its column.
        column: String,
        /// The column of the other one.
        other: String,
    },
    /// A field differs from that of an earlier line about the same thing.
    Differs {
        /// The column.
        column: String,
    },
    /// An earlier line says this already.
    Twice {
        /// What the two lines have in common.
        text: String,
        /// That line.
        line: u64,
    },
    /// It is somebody else's already.
    Taken {
        /// What is.
        text: String,
    },
    /// It would move to another country, while an organization there uses it.
    InUse {
        /// What would.
        text: String,
        /// The organization's name.
        by: String,
    },
    /// The work account is that of somebody who is no user of the customer.
    AccountTaken {
        /// The work account.
        text: String,
    },
    /// The work account is that of somebody who was removed from the customer's users, and can be restored.
    UserRemoved {
        /// The work account.
        text: String,
    },
    /// A blocked user is to get a license.
    HolderBlocked {
        /// The work account.
        text: String,
    },
    /// Fewer licenses are free than lines ask for.
    NoneLeft {
        /// The product.
        text: String,
    },
    /// A base, or a target of an upgrade, is of another kind than the product.
    OtherKind {
        /// The column.
        column: String,
        /// The product.
        text: String,
        /// The other one.
        other: String,
    },
    /// An add-on is the base of another one.
    AddOnAsBase {
        /// The base.
        text: String,
        /// The add-on that it is the base of.
        of: String,
    },
    /// Upgrades lead back to where they began.
    Circle {
        /// The products, one after the other.
        text: String,
    },
}

/// What a field should be.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Wanted {
    /// An MPN ID.
    Mpn,
    /// A name.
    Name,
    /// A work account.
    Account,
    /// A country or region.
    Country,
    /// `active` or `inactive`.
    Status,
    /// The hash of a password.
    PasswordHash,
    /// The code of a market.
    Market,
    /// A segment.
    Segment,
    /// The id of a product.
    Product,
    /// The id of a SKU.
    Sku,
    /// A term.
    Term,
    /// A billing plan.
    Plan,
    /// The code of a currency.
    Currency,
    /// A price.
    Price,
    /// A number of licenses.
    Licenses,
    /// A date.
    Date,
    /// A UUID.
    Uuid,
    /// A kind of product.
    Kind,
    /// Yes or no.
    YesOrNo,
    /// A product and its SKU in one.
    Offer,
    /// A product of the catalog.
    Listed,
    /// Another product than the line's own.
    Another,
    /// An address in the customer's own domain.
    OwnAddress,
    /// A role of a customer.
    Role,
    /// Roles that whoever imports the file may give.
    GivenRole,
    /// A product that the customer has a subscription of.
    Subscribed,
}

impl Wanted {
    /// All of them.
    pub const ALL: [Wanted; 26] = [
        Wanted::Mpn,
        Wanted::Name,
        Wanted::Account,
        Wanted::Country,
        Wanted::Status,
        Wanted::PasswordHash,
        Wanted::Market,
        Wanted::Segment,
        Wanted::Product,
        Wanted::Sku,
        Wanted::Term,
        Wanted::Plan,
        Wanted::Currency,
        Wanted::Price,
        Wanted::Licenses,
        Wanted::Date,
        Wanted::Uuid,
        Wanted::Kind,
        Wanted::YesOrNo,
        Wanted::Offer,
        Wanted::Listed,
        Wanted::Another,
        Wanted::OwnAddress,
        Wanted::Role,
        Wanted::GivenRole,
        Wanted::Subscribed,
    ];

    const fn what(self) -> &'static str {
        match self {
            Wanted::Mpn => "an MPN ID, such as 5120901",
            Wanted::Name => "a name",
            Wanted::Account => "a work account, such as mpn@contoso.example",
            Wanted::Country => "a country or region, such as TW",
            Wanted::Status => "active or inactive",
            Wanted::PasswordHash => "an argon2id hash in PHC format",
            Wanted::Market => "a market, such as TW",
            Wanted::Segment => "a segment, such as Commercial",
            Wanted::Product => "twelve letters and digits, such as CFQ7TTC0LH18",
            Wanted::Sku => "four characters, such as 0001; spreadsheets drop leading zeros",
            Wanted::Term => "a term: P1M, P1Y, or P3Y",
            Wanted::Plan => "a billing plan: Monthly, Annual, Triennial, or None",
            Wanted::Currency => "a currency, such as EUR",
            Wanted::Price => "a price in this currency, such as 12.50",
            Wanted::Licenses => "a whole number of licenses",
            Wanted::Date => "a date, such as 2026-01-31T00:00:00Z",
            Wanted::Uuid => "a UUID, such as 3b555118-da6a-4418-894f-7df1e2096870",
            Wanted::Kind => "a kind of product: license, platform, reservation, or software",
            Wanted::YesOrNo => "yes or no",
            Wanted::Offer => "a product and its SKU, such as CFQ7TTC0LH18:0001",
            Wanted::Listed => "a product of the catalog: import the price sheet first",
            Wanted::Another => "another product",
            Wanted::OwnAddress => "an address in the customer's domain",
            Wanted::Role => "a role: global_admin, billing_admin, or user",
            Wanted::GivenRole => "among the roles that you may give",
            Wanted::Subscribed => "a product that the customer has an active subscription of",
        }
    }
}

impl Problem {
    /// A field that is not what it should be.
    #[must_use]
    pub fn invalid(column: &str, text: &str, wanted: Wanted) -> Problem {
        Problem::Invalid {
            column: column.to_owned(),
            text: beginning(text),
            wanted,
        }
    }
}

/// As much of a field as is told.
pub(crate) fn beginning(text: &str) -> String {
    text.chars().take(TOLD).collect()
}

/// In English, for the command line.
///
/// ```
/// use tierline_core::import::{Problem, Wanted};
/// let problem = Problem::invalid("country", "Atlantis", Wanted::Country);
/// assert_eq!(problem.to_string(), "country `Atlantis` isn't a country or region, such as TW");
/// ```
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::EmptyFile => f.write_str("the file is empty"),
            Problem::Utf16 => f.write_str("the file is in UTF-16: save it as CSV UTF-8"),
            Problem::Encoding => f.write_str("it isn't in UTF-8: save the file as CSV UTF-8"),
            Problem::Directive => f.write_str("it is a directive for a spreadsheet: remove it"),
            Problem::Separator { by } => {
                write!(f, "`{by}` separates the columns: save the file with commas")
            }
            Problem::NoLines => f.write_str("it has the names of columns and nothing else"),
            Problem::NothingFor { wanted, found } => {
                write!(f, "no lines are for {wanted}; the file has {found}")
            }
            Problem::ColumnMissing { column } => write!(f, "the column `{column}` is missing"),
            Problem::ColumnTwice { column } => write!(f, "the column `{column}` appears twice"),
            Problem::ColumnUnknown { column } => write!(f, "the column `{column}` is unknown"),
            Problem::Fields { has, columns } => {
                write!(
                    f,
                    "it has {has} fields, and the first line names {columns} columns"
                )
            }
            Problem::Unreadable { why } => f.write_str(why),
            Problem::Unclosed { column } => write!(
                f,
                "{column} continues on the next lines because a quotation mark isn't closed"
            ),
            Problem::Empty { column } => write!(f, "{column} is empty"),
            Problem::Invalid {
                column,
                text,
                wanted,
            } => write!(f, "{column} `{text}` isn't {}", wanted.what()),
            Problem::Comma { text } => write!(
                f,
                "the price `{text}` has a comma: use a decimal point and no thousands separators"
            ),
            Problem::Below { column, other } => write!(f, "{column} is below {other}"),
            Problem::Differs { column } => {
                write!(f, "{column} differs from that of an earlier line")
            }
            Problem::Twice { text, line } => write!(f, "{text} is already on line {line}"),
            Problem::Taken { text } => write!(f, "another member has {text}"),
            Problem::InUse { text, by } => {
                write!(
                    f,
                    "{by} has associated {text}, which has to stay in its country"
                )
            }
            Problem::AccountTaken { text } => write!(f, "{text} has an account already"),
            Problem::UserRemoved { text } => {
                write!(f, "{text} was removed and can be restored")
            }
            Problem::HolderBlocked { text } => {
                write!(f, "{text} is blocked and gets no licenses")
            }
            Problem::NoneLeft { text } => write!(f, "no license of {text} is left"),
            Problem::OtherKind {
                column,
                text,
                other,
            } => write!(f, "{column}: `{other}` is of another kind than `{text}`"),
            Problem::AddOnAsBase { text, of } => {
                write!(
                    f,
                    "Bases: `{text}` is the base of `{of}`, and an add-on itself"
                )
            }
            Problem::Circle { text } => {
                write!(f, "UpgradeTargets lead back to where they began: {text}")
            }
        }
    }
}

impl std::error::Error for Problem {}
