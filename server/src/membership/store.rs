//! Members of the registry, and who has proved to be one.

mod columns;
mod places;
mod proof;

pub(crate) use places::to_follow;
pub(crate) use proof::{forget, prove, proved, purge};

use std::collections::HashSet;

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    event,
    ids::{MemberId, OrganizationId},
    membership::{Event, Location, Member, Profile},
    organization::Party,
    text::{EmailAddress, MpnId},
};
use uuid::Uuid;

use self::columns::Columns;
use crate::{
    organization::store as organizations,
    pipeline::object::{New, Object},
    store::{Hold, Stored, decoded, held},
};

type Row = crate::store::Row<Member>;

/// This member.
pub(crate) async fn by_id(
    db: &mut PgConnection,
    id: MemberId,
    hold: Hold,
) -> Result<Option<Stored<Member>>, sqlx::Error> {
    let row = held!(
        hold,
        Row,
        fetch_optional(db),
        r#"select body as "body: Json<Member>", version from registry_member where id = $1"#,
        " for update",
        id.as_uuid(),
    )?;
    Ok(row.map(Row::stored))
}

/// The members with these accounts, locked in the order of their ids.
pub(crate) async fn lock_of_accounts(
    db: &mut PgConnection,
    accounts: &[String],
) -> Result<Vec<Stored<Member>>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        r#"select body as "body: Json<Member>", version from registry_member
           where account = any($1) order by id for update"#,
        accounts,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Row::stored).collect())
}

/// The account of a member: whose it is, and the hash of its password.
pub(crate) struct Account {
    pub member: MemberId,
    pub password_hash: Option<String>,
}

/// The account of this user name.
pub(crate) async fn account(
    db: &mut PgConnection,
    account: &EmailAddress,
) -> Result<Option<Account>, sqlx::Error> {
    let row = sqlx::query!(
        "select id, password_hash from registry_member where account = $1",
        account.key()
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Account {
        member: row.id.into(),
        password_hash: row.password_hash,
    }))
}

/// Whether anybody can sign in to the member's account.
pub(crate) async fn has_password(
    db: &mut PgConnection,
    member: MemberId,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select password_hash is not null as "has!" from registry_member where id = $1"#,
        member.as_uuid()
    )
    .fetch_one(db)
    .await
}

/// Sets the password of the member's account. Who has signed in with another one has to do it again.
pub(crate) async fn set_password(
    db: &mut PgConnection,
    member: MemberId,
    hash: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update registry_member set password_hash = $2 where id = $1",
        member.as_uuid(),
        hash
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "delete from registry_proof where member_id = $1",
        member.as_uuid()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Those of these accounts whose stored password is another one.
pub(crate) async fn with_other_passwords(
    db: &mut PgConnection,
    passwords: &[(String, String)],
) -> Result<HashSet<String>, sqlx::Error> {
    let (accounts, hashes): (Vec<String>, Vec<String>) = passwords.iter().cloned().unzip();
    let others = sqlx::query_scalar!(
        "select m.account from registry_member m
         join unnest($1::text[], $2::text[]) as new (account, hash) on new.account = m.account
         where m.password_hash is distinct from new.hash",
        &accounts,
        &hashes,
    )
    .fetch_all(db)
    .await?;
    Ok(others.into_iter().collect())
}

/// The same for several members, by their accounts.
pub(crate) async fn set_passwords(
    db: &mut PgConnection,
    passwords: &[(String, String)],
) -> Result<(), sqlx::Error> {
    let (accounts, hashes): (Vec<String>, Vec<String>) = passwords.iter().cloned().unzip();
    let changed = sqlx::query_scalar!(
        "update registry_member m set password_hash = new.hash
         from unnest($1::text[], $2::text[]) as new (account, hash)
         where m.account = new.account and m.password_hash is distinct from new.hash returning m.id",
        &accounts,
        &hashes,
    )
    .fetch_all(&mut *db)
    .await?;
    sqlx::query!(
        "delete from registry_proof where member_id = any($1)",
        &changed
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Whether another member has this account.
pub(crate) async fn is_account_taken(
    db: &mut PgConnection,
    account: &EmailAddress,
    but: MemberId,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from registry_member where account = $1 and id <> $2) as "is!""#,
        account.key(),
        but.as_uuid(),
    )
    .fetch_one(db)
    .await
}

/// Those of the MPN IDs that stand in the registry, each with its member.
pub(crate) async fn known_mpns(
    db: &mut PgConnection,
    mpns: &[String],
) -> Result<Vec<(MpnId, MemberId)>, sqlx::Error> {
    let rows = sqlx::query!(
        "select mpn, member_id from registry_mpn where mpn = any($1)",
        mpns
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| Ok((decoded(row.mpn.parse())?, row.member_id.into())))
        .collect()
}

/// An MPN ID that neither the registry nor an organization has.
pub(crate) async fn new_mpn(db: &mut PgConnection) -> Result<MpnId, sqlx::Error> {
    loop {
        let mpn = sqlx::query_scalar!(
            r#"select n::text as "mpn!" from nextval('registry_new_mpn') n
               where not exists (select from registry_mpn where mpn = n::text)
                  and not exists (select from organization where mpn = n::text)"#
        )
        .fetch_optional(&mut *db)
        .await?;
        if let Some(mpn) = mpn {
            return decoded(mpn.parse());
        }
    }
}

/// Those of the MPN IDs that are associated, each with the organization as others see it.
pub(crate) async fn in_use(
    db: &mut PgConnection,
    mpns: &[String],
) -> Result<Vec<(MpnId, Party)>, sqlx::Error> {
    let mut found = Vec::new();
    if mpns.is_empty() {
        return Ok(found);
    }
    for (mpn, id) in associated(&mut *db, mpns).await? {
        if let Some(name) = organizations::name(&mut *db, id).await? {
            let name = decoded(name.parse())?;
            found.push((mpn, Party { id, name }));
        }
    }
    Ok(found)
}

/// Those of the MPN IDs that are associated, each with its organization.
pub(crate) async fn associated(
    db: &mut PgConnection,
    mpns: &[String],
) -> Result<Vec<(MpnId, OrganizationId)>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select mpn as "mpn!", id from organization where mpn = any($1)"#,
        mpns
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| Ok((decoded(row.mpn.parse())?, row.id.into())))
        .collect()
}

/// The location of this MPN ID, with its profile.
pub(crate) async fn place(
    db: &mut PgConnection,
    mpn: &MpnId,
) -> Result<Option<(Profile, Location)>, sqlx::Error> {
    let row = sqlx::query_as!(
        Row,
        r#"select m.body as "body: Json<Member>", m.version from registry_mpn r
           join registry_member m on m.id = r.member_id where r.mpn = $1"#,
        mpn.as_str(),
    )
    .fetch_optional(db)
    .await?;
    let member = row.map(|row| row.stored().value);
    Ok(member.and_then(|member| {
        let (profile, location) = member.location(mpn)?;
        Some((profile.clone(), location.clone()))
    }))
}

/// Whether one of the member's locations can be associated.
pub(crate) fn is_active(member: &Member) -> bool {
    let mut active = member.profiles.iter().filter(|it| it.is_active);
    active.any(|profile| profile.locations.iter().any(|it| it.is_active))
}

/// Writes the MPN IDs of these members anew.
async fn write_mpns(db: &mut PgConnection, members: &[&Member]) -> Result<(), sqlx::Error> {
    let ids: Vec<Uuid> = members.iter().map(|it| it.id.into_uuid()).collect();
    sqlx::query!("delete from registry_mpn where member_id = any($1)", &ids)
        .execute(&mut *db)
        .await?;
    let (mut mpns, mut of) = (Vec::new(), Vec::new());
    let (mut profiles, mut countries) =
        (Vec::<Option<String>>::new(), Vec::<Option<String>>::new());
    let (mut names, mut active) = (Vec::new(), Vec::new());
    for member in members {
        for profile in &member.profiles {
            mpns.push(profile.mpn.to_string());
            of.push(member.id.into_uuid());
            profiles.push(None);
            countries.push(None);
            names.push(profile.name.to_string());
            active.push(profile.is_active);
            for location in &profile.locations {
                mpns.push(location.mpn.to_string());
                of.push(member.id.into_uuid());
                profiles.push(Some(profile.mpn.to_string()));
                countries.push(Some(location.country.code().to_owned()));
                names.push(location.name.to_string());
                active.push(location.is_active);
            }
        }
    }
    sqlx::query!(
        "insert into registry_mpn (mpn, member_id, profile, country, name, is_active)
         select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::boolean[])",
        &mpns,
        &of,
        &profiles as _,
        &countries as _,
        &names,
        &active,
    )
    .execute(db)
    .await?;
    Ok(())
}

impl Object for Member {
    /// The hash of the account's password, if it has one.
    type Beside = Option<String>;

    fn id(&self) -> MemberId {
        self.id
    }

    fn logged(id: MemberId, event: Event) -> event::Event {
        event::Event::Member { id, event }
    }

    /// The operator, and the organization that added a location.
    fn audience(&self, event: &Event) -> Vec<OrganizationId> {
        let added = match event {
            Event::LocationAdded { organization, .. } => Some(*organization),
            Event::Registered { .. } | Event::Changed { .. } | Event::PasswordSet { .. } => None,
        };
        [self.operator].into_iter().chain(added).collect()
    }

    async fn insert(db: &mut PgConnection, new: &[New<Member>]) -> Result<(), sqlx::Error> {
        let mut columns = Columns::default();
        for it in new {
            columns.add(&it.value, it.version)?;
        }
        let hashes: Vec<Option<String>> = new.iter().map(|it| it.beside.clone()).collect();
        sqlx::query!(
            "insert into registry_member
                (id, operator_id, account, password_hash, name, is_active, locations, countries, since, body, version,
                 sort_key, search, words)
             select id, operator_id, account, password_hash, name, is_active, locations,
                string_to_array(countries, ' '), since, body, version, sort_key, search,
                array_to_tsvector(array(select jsonb_array_elements_text(words)))
             from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::int[],
                $8::text[], $9::timestamptz[], $10::jsonb[], $11::bigint[], $12::text[], $13::text[], $14::jsonb[])
                as new (id, operator_id, account, password_hash, name, is_active, locations, countries, since, body,
                    version, sort_key, search, words)",
            &columns.ids,
            &columns.operators,
            &columns.accounts,
            &hashes as _,
            &columns.names,
            &columns.active,
            &columns.locations,
            &columns.countries,
            &columns.since,
            &columns.bodies,
            &columns.versions,
            &columns.sort_keys,
            &columns.searches,
            &columns.words,
        )
        .execute(&mut *db)
        .await?;
        let members: Vec<&Member> = new.iter().map(|it| &it.value).collect();
        write_mpns(db, &members).await
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<Member>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        Ok(save_all(db, &[(after.clone(), from)]).await? == 1)
    }
}

/// Stores changed members whose stored versions are still these; returns how many there were.
pub(crate) async fn save_all(
    db: &mut PgConnection,
    changed: &[(Stored<Member>, i64)],
) -> Result<u64, sqlx::Error> {
    let mut columns = Columns::default();
    for (after, _) in changed {
        columns.add(&after.value, after.version)?;
    }
    let from: Vec<i64> = changed.iter().map(|(_, from)| *from).collect();
    let saved = sqlx::query!(
        "update registry_member m set account = new.account, name = new.name, is_active = new.is_active,
            locations = new.locations, countries = string_to_array(new.countries, ' '), body = new.body,
            version = new.version, sort_key = new.sort_key, search = new.search,
            words = array_to_tsvector(array(select jsonb_array_elements_text(new.words)))
         from unnest($1::uuid[], $2::text[], $3::text[], $4::boolean[], $5::int[], $6::text[], $7::jsonb[],
            $8::bigint[], $9::text[], $10::text[], $11::bigint[], $12::jsonb[])
            as new (id, account, name, is_active, locations, countries, body, version, sort_key, search, before, words)
         where m.id = new.id and m.version = new.before",
        &columns.ids,
        &columns.accounts,
        &columns.names,
        &columns.active,
        &columns.locations,
        &columns.countries,
        &columns.bodies,
        &columns.versions,
        &columns.sort_keys,
        &columns.searches,
        &from,
        &columns.words,
    )
    .execute(&mut *db)
    .await?;
    let members: Vec<&Member> = changed.iter().map(|(after, _)| &after.value).collect();
    write_mpns(db, &members).await?;
    Ok(saved.rows_affected())
}
