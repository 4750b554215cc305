//! Listings with their logos, and the messages that ask to partner.

pub(crate) mod logo;

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp,
    directory::{Ask, AskEvent, Candidate, Event, Listing, MOST_TO_ONE, Profile, Version},
    event,
    ids::{AskId, ListingId, OrganizationId},
    text::{
        EmailAddress,
        search::{SearchText, sort_key},
    },
};
use uuid::Uuid;

use crate::{
    list::count,
    organization::store as organizations,
    pipeline::object::{New, Object},
    store::{Hold, Stored, decoded, held},
};

type Row = crate::store::Row<Listing>;
type AskRow = crate::store::Row<Ask>;

/// The listing of this provider.
pub(crate) async fn of_provider(
    db: &mut PgConnection,
    provider: OrganizationId,
    hold: Hold,
) -> Result<Option<Stored<Listing>>, sqlx::Error> {
    let row = held!(
        hold,
        Row,
        fetch_optional(db),
        r#"select body as "body: Json<Listing>", version from listing where provider_id = $1"#,
        " for update",
        provider.as_uuid(),
    )?;
    Ok(row.map(Row::stored))
}

/// The listing with this id.
pub(crate) async fn listing(
    db: &mut PgConnection,
    id: ListingId,
    hold: Hold,
) -> Result<Option<Stored<Listing>>, sqlx::Error> {
    let row = held!(
        hold,
        Row,
        fetch_optional(db),
        r#"select body as "body: Json<Listing>", version from listing where id = $1"#,
        " for update",
        id.as_uuid(),
    )?;
    Ok(row.map(Row::stored))
}

/// The provider of this listing; it never changes.
pub(crate) async fn provider_of(
    db: &mut PgConnection,
    id: ListingId,
) -> Result<Option<OrganizationId>, sqlx::Error> {
    let provider = sqlx::query_scalar!(
        "select provider_id from listing where id = $1",
        id.as_uuid()
    )
    .fetch_optional(db)
    .await?;
    Ok(provider.map(OrganizationId::from_uuid))
}

/// The versions that were shown, before this one if there is one, the newest first: a page of them.
pub(crate) async fn versions(
    db: &mut PgConnection,
    id: ListingId,
    before: Option<u32>,
) -> Result<Vec<Version>, sqlx::Error> {
    const SHOWN: i64 = 20;
    let rows = sqlx::query_scalar!(
        r#"select body as "body: Json<Version>" from listing_version
           where listing_id = $1 and ($2::integer is null or number < $2) order by number desc limit $3"#,
        id.as_uuid(),
        before.map(u32::cast_signed),
        SHOWN,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| row.0).collect())
}

/// The message with this id, of or to this organization.
pub(crate) async fn ask(
    db: &mut PgConnection,
    organization: OrganizationId,
    id: AskId,
    hold: Hold,
) -> Result<Option<Stored<Ask>>, sqlx::Error> {
    let row = held!(
        hold,
        AskRow,
        fetch_optional(db),
        r#"select body as "body: Json<Ask>", version from partner_ask
           where id = $1 and $2 in (reseller_id, provider_id)"#,
        " for update",
        id.as_uuid(),
        organization.as_uuid(),
    )?;
    Ok(row.map(AskRow::stored))
}

/// The latest messages of this reseller to this provider, as many as core asks for, the newest first.
pub(crate) async fn latest_asks(
    db: &mut PgConnection,
    reseller: OrganizationId,
    provider: OrganizationId,
) -> Result<Vec<Ask>, sqlx::Error> {
    let rows = sqlx::query_scalar!(
        r#"select body as "body: Json<Ask>" from partner_ask
           where reseller_id = $1 and provider_id = $2 order by asked_at desc, id desc limit $3"#,
        reseller.as_uuid(),
        provider.as_uuid(),
        i64::try_from(MOST_TO_ONE).unwrap_or(i64::MAX),
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| row.0).collect())
}

/// The most users of a reseller that are looked through for one whom a request is addressed to.
const MOST_CANDIDATES: i64 = 20;

/// The users of the reseller whom a request that is made of this message might be addressed to: who asked, and global
/// admins, the first one first. Those who are blocked are nobody's correspondents.
pub(crate) async fn candidates(
    db: &mut PgConnection,
    ask: &Ask,
) -> Result<Vec<Candidate>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select u.id, u.email, 'global_admin' = any(m.roles) as "is_global_admin!"
           from membership m join app_user u on u.id = m.user_id
           where m.organization_id = $1 and m.blocked_at is null and u.blocked_at is null
             and ('global_admin' = any(m.roles) or u.id = $2)
           order by u.id <> $2, u.id limit $3"#,
        ask.reseller.as_uuid(),
        ask.by.as_uuid(),
        MOST_CANDIDATES,
    )
    .fetch_all(&mut *db)
    .await?;
    let mut candidates = Vec::new();
    for row in rows {
        let address: EmailAddress = decoded(row.email.parse())?;
        let whose = organizations::of_address(db, &address).await?;
        candidates.push(Candidate {
            user: row.id.into(),
            is_own: whose == Some(ask.reseller),
            address,
            is_global_admin: row.is_global_admin,
        });
    }
    Ok(candidates)
}

/// The reseller's message to this provider that waits for an answer, and how many wait in all. Asked while the
/// reseller is locked, for a change.
pub(crate) async fn waiting(
    db: &mut PgConnection,
    reseller: OrganizationId,
    provider: OrganizationId,
) -> Result<(Option<AskId>, u32), sqlx::Error> {
    let row = sqlx::query!(
        r#"select count(*) as "all!",
              (select id from partner_ask where reseller_id = $1 and provider_id = $2 and status = 'waiting') as "open"
           from partner_ask where reseller_id = $1 and status = 'waiting'"#,
        reseller.as_uuid(),
        provider.as_uuid(),
    )
    .fetch_one(db)
    .await?;
    let all = u32::try_from(count(row.all)).unwrap_or(u32::MAX);
    Ok((row.open.map(AskId::from_uuid), all))
}

/// What lists filter, search and sort by.
struct Beside {
    published_at: Option<Timestamp>,
    countries: Vec<String>,
    region: Option<&'static str>,
    services: Vec<String>,
    found_by: FoundBy,
    state: Option<&'static str>,
    proposed_at: Option<Timestamp>,
    proposed_found_by: FoundBy,
    reviewer: Option<Uuid>,
}

/// What a name is sorted and found by.
#[derive(Default)]
struct FoundBy {
    sort_key: String,
    search: String,
    words: Vec<String>,
}

impl FoundBy {
    fn of(profile: &Profile) -> FoundBy {
        let name = profile.name.as_str();
        let text = SearchText::of([name]);
        FoundBy {
            sort_key: sort_key(name),
            search: text.to_string(),
            words: text.indexed(""),
        }
    }
}

impl Beside {
    fn of(listing: &Listing) -> Beside {
        let shown = listing.published.as_ref();
        let profile = shown.map(|version| &version.profile);
        let countries = profile.map(|it| it.countries()).unwrap_or_default();
        let proposal = listing.proposal.as_ref();
        Beside {
            published_at: shown.map(|version| version.at),
            // All locations are in one region.
            region: countries.first().map(|country| country.region().code()),
            countries: countries.iter().map(|it| it.code().to_owned()).collect(),
            services: profile
                .map(|it| it.services.iter().map(|it| it.code().to_owned()).collect())
                .unwrap_or_default(),
            found_by: profile.map(FoundBy::of).unwrap_or_default(),
            state: proposal.map(|proposal| proposal.state().code()),
            proposed_at: proposal.map(|proposal| proposal.submitted),
            proposed_found_by: proposal
                .map(|proposal| FoundBy::of(&proposal.profile))
                .unwrap_or_default(),
            reviewer: proposal.and_then(|it| it.reviewer).map(Uuid::from),
        }
    }
}

impl Object for Listing {
    type Beside = ();

    fn id(&self) -> ListingId {
        self.id
    }

    fn logged(id: ListingId, event: Event) -> event::Event {
        event::Event::Listing { id, event }
    }

    /// Who of the operator works on it is the operator's own affair.
    fn audience(&self, event: &Event) -> Vec<OrganizationId> {
        match event {
            Event::Taken { operator, .. } | Event::GivenBack { operator, .. } => vec![*operator],
            _ => vec![self.provider],
        }
    }

    async fn insert(db: &mut PgConnection, new: &[New<Listing>]) -> Result<(), sqlx::Error> {
        // A listing begins with a draft: nothing of it is shown or proposed yet.
        let ids =
            |of: fn(&Listing) -> Uuid| new.iter().map(|it| of(&it.value)).collect::<Vec<Uuid>>();
        let bodies: Vec<_> = new.iter().map(|it| Json(&it.value)).collect();
        let versions: Vec<i64> = new.iter().map(|it| it.version).collect();
        sqlx::query!(
            "insert into listing (id, provider_id, body, version)
             select * from unnest($1::uuid[], $2::uuid[], $3::jsonb[], $4::bigint[])",
            &ids(|it| it.id.into_uuid()),
            &ids(|it| it.provider.into_uuid()),
            &bodies as _,
            &versions,
        )
        .execute(db)
        .await?;
        Ok(())
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<Listing>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        let listing = &after.value;
        let beside = Beside::of(listing);
        let saved = sqlx::query!(
            "update listing set published_at = $3, countries = $4, region = $5, services = $6, sort_key = $7,
                search = $8, proposal_state = $9, proposed_at = $10, proposed_sort_key = $11, proposed_search = $12,
                body = $13, version = $14, words = array_to_tsvector($15::text[]),
                proposed_words = array_to_tsvector($16::text[]), reviewer_id = $17
             where id = $1 and version = $2",
            listing.id.as_uuid(),
            from,
            beside.published_at,
            &beside.countries,
            beside.region,
            &beside.services,
            beside.found_by.sort_key,
            beside.found_by.search,
            beside.state,
            beside.proposed_at,
            beside.proposed_found_by.sort_key,
            beside.proposed_found_by.search,
            Json(listing) as _,
            after.version,
            &beside.found_by.words,
            &beside.proposed_found_by.words,
            beside.reviewer,
        )
        .execute(&mut *db)
        .await?;
        if let Some(version) = &listing.published {
            sqlx::query!(
                "insert into listing_version (listing_id, number, body) values ($1, $2, $3) on conflict do nothing",
                listing.id.as_uuid(),
                version.number.cast_signed(),
                Json(version) as _,
            )
            .execute(&mut *db)
            .await?;
            if let Some(logo) = version.profile.logo {
                logo::shown(db, listing.provider, logo).await?;
            }
        }
        Ok(saved.rows_affected() == 1)
    }
}

impl Object for Ask {
    type Beside = ();

    fn id(&self) -> AskId {
        self.id
    }

    fn logged(id: AskId, event: AskEvent) -> event::Event {
        event::Event::Ask { id, event }
    }

    fn audience(&self, _: &AskEvent) -> Vec<OrganizationId> {
        vec![self.reseller, self.provider]
    }

    async fn insert(db: &mut PgConnection, new: &[New<Ask>]) -> Result<(), sqlx::Error> {
        let ids = |of: fn(&Ask) -> Uuid| new.iter().map(|it| of(&it.value)).collect::<Vec<Uuid>>();
        let statuses: Vec<String> = new
            .iter()
            .map(|it| it.value.state.code().to_owned())
            .collect();
        let asked: Vec<Timestamp> = new.iter().map(|it| it.value.at).collect();
        let bodies: Vec<_> = new.iter().map(|it| Json(&it.value)).collect();
        let versions: Vec<i64> = new.iter().map(|it| it.version).collect();
        sqlx::query!(
            "insert into partner_ask (id, reseller_id, provider_id, status, asked_at, body, version)
             select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::jsonb[],
                $7::bigint[])",
            &ids(|it| it.id.into_uuid()),
            &ids(|it| it.reseller.into_uuid()),
            &ids(|it| it.provider.into_uuid()),
            &statuses,
            &asked,
            &bodies as _,
            &versions,
        )
        .execute(db)
        .await?;
        Ok(())
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<Ask>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        let ask = &after.value;
        let saved = sqlx::query!(
            "update partner_ask set status = $3, body = $4, version = $5 where id = $1 and version = $2",
            ask.id.as_uuid(),
            from,
            ask.state.code(),
            Json(ask) as _,
            after.version,
        )
        .execute(db)
        .await?;
        Ok(saved.rows_affected() == 1)
    }
}
