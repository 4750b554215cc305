//! Many organizations of the program, for measuring: partners with their cases, listings and MPN IDs, and customers.
//!
//! Of twenty organizations, one is a provider with a listing, two are resellers whose cases wait for the operator, one
//! is a reseller of which somebody else is waited for, four are resellers in the program, and the others are customers.
//! The four are the locations of one member of the registry. Customers have been mailed. They have state and no
//! history, as filled-in customers.

mod mails;
mod parts;

use chrono::{DateTime, TimeDelta};
use sqlx::{PgConnection, PgPool};
use tierline_core::{
    Timestamp,
    directory::Listing,
    enrollment::Enrollment,
    ids::{OrganizationId, UserId},
    market::Country,
    membership::{self, Member},
    organization::{
        Capabilities, Capability, CapabilityState, Organization, RequiredOf, SignedAgreement,
    },
    review::Case,
};

use super::{connection, names, rows::fresh};
use crate::{
    demo::{DemoError, random::Stream},
    organization::store::Beside,
    pipeline::object::{New, Object},
    state::AppState,
    store::Stored,
};

/// The end of the domain of every organization made here.
pub const FILLED_COMPANIES: &str = "companies.example";

/// Organizations that are made alike, one of each part.
const BLOCK: u64 = 20;

/// Blocks in one transaction.
const CHUNK: u64 = 50;

/// The age of the first organization in days.
const DAYS: i64 = 700;

/// The age of the oldest open case in days.
const OPEN_DAYS: i64 = 20;

/// The first MPN ID given out here.
const FIRST_MPN: u64 = 20_000_000;

/// Fills in organizations up to this number, in whole blocks, and returns how many were added. `progress` gets the
/// number reached after each piece.
///
/// # Errors
/// When the database fails, or there is no operator.
pub async fn fill_program(
    state: &AppState,
    organizations: u64,
    mut progress: impl FnMut(u64),
) -> Result<u64, DemoError> {
    let pool = &state.pool;
    let program = Program::load(pool, state.clock.now(), organizations).await?;
    let end = organizations.div_ceil(BLOCK);
    let begin = there(pool).await?.div_ceil(BLOCK).min(end);
    let mut connection = connection(pool).await?;
    let mut block = begin;
    while block < end {
        let next = end.min(block + CHUNK);
        let chunk = program.chunk(block..next)?;
        write(&mut connection, chunk).await?;
        block = next;
        progress(block * BLOCK);
    }
    sqlx::Connection::close(connection).await?;
    sqlx::raw_sql(
        "vacuum (analyze) organization, enrollment, enrollment_case, listing, listing_version, registry_member,
            registry_mpn, mail",
    )
    .execute(pool)
    .await?;
    Ok((end - begin) * BLOCK)
}

/// The number of organizations filled in before.
async fn there(pool: &PgPool) -> Result<u64, DemoError> {
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from organization where domain like '%.' || $1"#,
        FILLED_COMPANIES
    )
    .fetch_one(pool)
    .await?;
    Ok(crate::list::count(count))
}

/// What the rows are made from.
struct Program {
    operator: OrganizationId,
    /// The operator's users, of whom each has taken some cases.
    reviewers: Vec<UserId>,
    by: UserId,
    agreement: SignedAgreement,
    markets: Vec<Country>,
    now: Timestamp,
    organizations: u64,
}

/// The objects of some blocks.
#[derive(Default)]
struct Chunk {
    organizations: Vec<New<Organization>>,
    enrollments: Vec<New<Enrollment>>,
    cases: Vec<New<Case>>,
    members: Vec<New<Member>>,
    listings: Vec<Listing>,
    mails: Vec<mails::Filled>,
}

async fn write(connection: &mut PgConnection, chunk: Chunk) -> Result<(), DemoError> {
    let mut transaction = sqlx::Connection::begin(connection).await?;
    Organization::insert(&mut transaction, &chunk.organizations).await?;
    Enrollment::insert(&mut transaction, &chunk.enrollments).await?;
    Case::insert(&mut transaction, &chunk.cases).await?;
    Member::insert(&mut transaction, &chunk.members).await?;
    mails::insert(&mut transaction, chunk.mails).await?;
    let begun: Vec<New<Listing>> = chunk
        .listings
        .iter()
        .map(|it| new(it.clone(), ()))
        .collect();
    Listing::insert(&mut transaction, &begun).await?;
    for value in chunk.listings {
        // What is shown is written with a change.
        Listing::save(&mut transaction, &Stored { value, version: 0 }, 0).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// An object without a history.
fn new<T: Object>(value: T, beside: T::Beside) -> New<T> {
    New {
        value,
        version: 0,
        beside,
    }
}

impl Program {
    async fn load(pool: &PgPool, now: Timestamp, organizations: u64) -> Result<Program, DemoError> {
        let users = sqlx::query!(
            "select m.user_id, o.id from membership m join organization o on o.id = m.organization_id
             where o.capabilities ->> 'operator' is not null order by m.user_id"
        )
        .fetch_all(pool)
        .await?;
        let first = users.first().ok_or(DemoError::NoPartners)?;
        let version = sqlx::query_scalar!(
            "select name from agreement where kind = 'partner_agreement' and effective_at <= $1
             order by effective_at desc limit 1",
            now
        )
        .fetch_optional(pool)
        .await?;
        Ok(Program {
            operator: first.id.into(),
            by: first.user_id.into(),
            reviewers: users.iter().map(|row| row.user_id.into()).collect(),
            agreement: SignedAgreement {
                version: version.unwrap_or_default(),
                at: now - TimeDelta::days(1),
            },
            markets: Country::all()
                .filter(|it| it.currency().is_some())
                .collect(),
            now,
            organizations,
        })
    }

    fn chunk(&self, blocks: std::ops::Range<u64>) -> Result<Chunk, DemoError> {
        let mut chunk = Chunk::default();
        for block in blocks {
            self.block(&mut chunk, block)?;
        }
        Ok(chunk)
    }

    fn block(&self, chunk: &mut Chunk, block: u64) -> Result<(), DemoError> {
        let mut stream = Stream::new(block ^ 0x70_726f_6772_616d);
        let first = block * BLOCK;
        let provider = self.company(&mut stream, first, Capability::IndirectProvider.into())?;
        chunk
            .listings
            .push(self.listing(&mut stream, first, &provider)?);
        chunk.organizations.push(provider);
        for number in first + 1..first + 4 {
            let reseller = self.company(&mut stream, number, Part::Enrolling)?;
            let is_open = number < first + 3;
            let enrollment = self.enrolling(&mut stream, number, &reseller, is_open)?;
            if is_open && number.is_multiple_of(2) {
                chunk
                    .cases
                    .push(new(self.case(&mut stream, number, &enrollment), ()));
            }
            chunk.organizations.push(reseller);
            chunk.enrollments.push(new(enrollment, ()));
        }
        let mut locations = Vec::with_capacity(4);
        for number in first + 4..first + 8 {
            let mpn = FIRST_MPN + block * 5 + number - first - 3;
            let part = Part::Reseller { mpn };
            let reseller = self.company(&mut stream, number, part)?;
            chunk
                .enrollments
                .push(new(self.active(&mut stream, &reseller)?, ()));
            locations.push(membership::Location {
                mpn: written(&mpn.to_string())?,
                name: reseller.value.name.clone(),
                country: reseller.value.country,
                is_active: true,
            });
            chunk.organizations.push(reseller);
        }
        chunk
            .members
            .push(self.member(&mut stream, block, locations)?);
        for number in first + 8..first + BLOCK {
            let customer = self.company(&mut stream, number, Capability::Customer.into())?;
            chunk.mails.push(self.mail(&mut stream, number, &customer));
            chunk.organizations.push(customer);
        }
        Ok(())
    }

    fn company(
        &self,
        stream: &mut Stream,
        number: u64,
        part: Part,
    ) -> Result<New<Organization>, DemoError> {
        let at = self.since(number);
        let country = self.country(stream)?;
        let (name, domain) = names::name(stream, country.code());
        let domain = format!("{domain}-{number}.{FILLED_COMPANIES}");
        let (capabilities, is_signed, mpn) = match part {
            Part::Of(capability) => (
                Capabilities::only(capability),
                capability.is_partner(),
                None,
            ),
            Part::Enrolling => {
                let enrolling = CapabilityState::Enrolling;
                let none = Capabilities::default();
                (
                    none.with(Capability::IndirectReseller, enrolling),
                    false,
                    None,
                )
            }
            Part::Reseller { mpn } => (
                Capabilities::only(Capability::IndirectReseller),
                true,
                Some(mpn.to_string()),
            ),
        };
        let organization = Organization {
            id: OrganizationId::from_uuid(fresh(stream, at)),
            name: written(&name)?,
            country,
            capabilities,
            agreement: is_signed.then(|| self.agreement.clone()),
            mpn: mpn.map(|mpn| written(&mpn)).transpose()?,
            second_factor: RequiredOf::Nobody,
            suspensions: Vec::new(),
            offboarding: None,
            mpn_inactive: None,
            asked_first: false,
            domain: written(&domain)?,
        };
        let beside = Beside {
            contact: Some(written(&format!("office@{domain}"))?),
            address: vec![written(&format!(
                "{} Market Street",
                1 + stream.below(240)
            ))?],
            at,
        };
        Ok(new(organization, beside))
    }

    /// Half of them are in one country, and the others anywhere.
    fn country(&self, stream: &mut Stream) -> Result<Country, DemoError> {
        if stream.below(2) == 0 {
            return written("DE");
        }
        let country = stream.one_of(&self.markets).copied();
        country.ok_or(DemoError::NoPartners)
    }

    /// Organizations came one after another, up to yesterday.
    fn since(&self, number: u64) -> Timestamp {
        let span = TimeDelta::days(DAYS).num_milliseconds();
        let part = i128::from(span) * i128::from(number) / i128::from(self.organizations.max(1));
        let past = TimeDelta::days(DAYS + 1);
        self.at(i64::try_from(part).unwrap_or(span), past)
    }

    fn waiting_since(&self, stream: &mut Stream) -> Timestamp {
        let span = TimeDelta::days(OPEN_DAYS);
        let most = u64::try_from(span.num_milliseconds()).unwrap_or(1);
        self.at(i64::try_from(stream.below(most)).unwrap_or(0), span)
    }

    /// So many milliseconds after a moment in the past, as times are stored.
    fn at(&self, milliseconds: i64, past: TimeDelta) -> Timestamp {
        let at = self.now - past + TimeDelta::milliseconds(milliseconds);
        DateTime::from_timestamp_millis(at.timestamp_millis()).unwrap_or(at)
    }
}

/// The part that an organization plays.
#[derive(Clone, Copy)]
enum Part {
    Of(Capability),
    Enrolling,
    Reseller { mpn: u64 },
}

impl From<Capability> for Part {
    fn from(capability: Capability) -> Part {
        Part::Of(capability)
    }
}

fn written<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> Result<T, DemoError> {
    text.parse().map_err(DemoError::written)
}
