//! Stored accounts: loading them for a change, adding, saving.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{PgConnection, PgExecutor, types::Json};
use tierline_app::i18n::Lang;
use tierline_core::{
    Timestamp,
    account::{Event, Origin, Password, SecondFactor, User},
    event,
    ids::{OrganizationId, UserId},
    reach::GroupSet,
    role::RoleSet,
    text::{
        EmailAddress,
        search::{SearchText, sort_key},
    },
};
use uuid::Uuid;

use super::Recipient;
use crate::{
    pipeline::object::{New, Object},
    store::{Stored, decoded},
};

/// An account to be changed or used, locked: others who do so wait.
#[derive(Clone, Debug)]
pub(crate) struct Account {
    pub stored: Stored<User>,
    pub language: Lang,
    pub password_hash: Option<String>,
}

impl Account {
    /// The user as core knows it.
    pub(crate) fn user(&self) -> &User {
        &self.stored.value
    }

    /// The address for mails about the account.
    pub(crate) fn recipient(&self) -> Recipient {
        Recipient {
            email: self.user().user_name.to_string(),
            language: self.language,
        }
    }
}

/// The account of this name, locked.
pub(crate) async fn lock_named(
    db: &mut PgConnection,
    user_name: &EmailAddress,
) -> Result<Option<Account>, sqlx::Error> {
    let id = sqlx::query_scalar!("select id from app_user where email = $1", user_name.key())
        .fetch_optional(&mut *db)
        .await?;
    match id {
        Some(id) => lock(db, id.into()).await,
        None => Ok(None),
    }
}

/// The user of this name.
pub(crate) async fn named(
    db: &mut PgConnection,
    user_name: &EmailAddress,
) -> Result<Option<User>, sqlx::Error> {
    let id = sqlx::query_scalar!("select id from app_user where email = $1", user_name.key())
        .fetch_optional(&mut *db)
        .await?;
    let Some(id) = id else { return Ok(None) };
    let stored = load(db, &[id]).await?.pop();
    Ok(stored.map(|stored| stored.value))
}

/// This user's account, locked.
pub(crate) async fn lock(
    db: &mut PgConnection,
    user: UserId,
) -> Result<Option<Account>, sqlx::Error> {
    let locked = sqlx::query!(
        "select language, password_hash from app_user where id = $1 for update",
        user.as_uuid(),
    )
    .fetch_optional(&mut *db)
    .await?;
    let Some(locked) = locked else {
        return Ok(None);
    };
    // Loaded after the lock is held; otherwise a caller that waited for it would see the old state.
    let stored = load(db, &[user.into_uuid()]).await?.pop();
    Ok(stored.map(|stored| Account {
        stored,
        language: Lang::from_tag(&locked.language).unwrap_or_default(),
        password_hash: locked.password_hash,
    }))
}

/// These users as stored, in the order of their ids.
pub(crate) async fn load(
    db: &mut PgConnection,
    ids: &[Uuid],
) -> Result<Vec<Stored<User>>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select u.id, u.email, u.name, u.must_change_password, u.has_second_factor,
              u.blocked_at is not null as "is_blocked!", u.version,
              (select coalesce(jsonb_object_agg(m.organization_id, to_jsonb(m.roles)), '{}')
                 from membership m where m.user_id = u.id) as "roles!: Json<BTreeMap<OrganizationId, RoleSet>>",
              array(select m.organization_id from membership m
                 where m.user_id = u.id and m.blocked_at is not null) as "blocked_in!",
              (select coalesce(jsonb_object_agg(m.organization_id, to_jsonb(m.customer_groups)), '{}') from membership m
                 where m.user_id = u.id and m.customer_groups is not null)
                 as "narrowed_in!: Json<BTreeMap<OrganizationId, GroupSet>>",
              exists (select from second_factor f where f.user_id = u.id and f.kind = 'app') as "app!",
              (select count(*) from second_factor f where f.user_id = u.id and f.kind = 'passkey') as "passkeys!",
              (select count(*) from recovery_code c where c.user_id = u.id) as "recovery_codes!"
           from app_user u where u.id = any($1) order by u.id"#,
        ids,
    )
    .fetch_all(db)
    .await?;
    let count = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
    rows.into_iter()
        .map(|row| {
            let second_factor = row.has_second_factor.then(|| SecondFactor {
                app: row.app,
                passkeys: count(row.passkeys),
                recovery_codes: count(row.recovery_codes),
            });
            let value = User {
                id: row.id.into(),
                name: decoded(row.name.parse())?,
                user_name: decoded(row.email.parse())?,
                roles: row.roles.0,
                password: if row.must_change_password {
                    Password::Temporary
                } else {
                    Password::Own
                },
                is_blocked: row.is_blocked,
                blocked_in: row
                    .blocked_in
                    .into_iter()
                    .map(Into::into)
                    .collect::<BTreeSet<_>>(),
                narrowed_in: row.narrowed_in.0,
                second_factor,
            };
            Ok(Stored {
                value,
                version: row.version,
            })
        })
        .collect()
}

/// Stores the user's language: for every browser that has none set, and for mails.
pub(crate) async fn set_language(
    db: impl PgExecutor<'_>,
    user: Uuid,
    lang: Lang,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update app_user set language = $2 where id = $1",
        user,
        lang.tag()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Columns stored with a new account that are no part of its history.
#[derive(Debug)]
pub(crate) struct Beside {
    pub password_hash: String,
    pub language: Lang,
    pub at: Timestamp,
}

/// Secrets are written by the code that checks them; this writes the columns that everyone who sees the account reads.
impl Object for User {
    type Beside = Beside;

    fn id(&self) -> UserId {
        self.id
    }

    fn logged(id: UserId, event: Event) -> event::Event {
        event::Event::User { id, event }
    }

    /// The organizations that the event names; those that the user belongs to if it is about the account alone. A
    /// first user is covered by the organization's own event.
    fn audience(&self, event: &Event) -> Vec<OrganizationId> {
        if let Event::Added {
            origin: Origin::WithOrganization,
            ..
        } = event
        {
            return Vec::new();
        }
        let named = event.organizations();
        if named.is_empty() {
            self.roles.keys().copied().collect()
        } else {
            named
        }
    }

    async fn insert(db: &mut PgConnection, new: &[New<User>]) -> Result<(), sqlx::Error> {
        let texts = |of: fn(&New<User>) -> String| new.iter().map(of).collect::<Vec<_>>();
        let ids: Vec<Uuid> = new.iter().map(|it| it.value.id.into_uuid()).collect();
        let temporary: Vec<bool> = new
            .iter()
            .map(|it| it.value.password == Password::Temporary)
            .collect();
        let since: Vec<Timestamp> = new.iter().map(|it| it.beside.at).collect();
        let versions: Vec<i64> = new.iter().map(|it| it.version).collect();
        let (mut members, mut organizations, mut roles) = (Vec::new(), Vec::new(), Vec::new());
        let mut narrowed = Vec::new();
        for it in new {
            for (organization, set) in &it.value.roles {
                narrowed.push(it.value.narrowed_in.get(organization).map(Json));
                members.push(it.value.id.into_uuid());
                organizations.push(organization.into_uuid());
                roles.push(Json(*set));
            }
        }
        sqlx::query!(
            "with users as (
                insert into app_user
                    (id, email, name, password_hash, must_change_password, language, created_at, version, sort_key,
                     search)
                select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::boolean[], $6::text[],
                    $7::timestamptz[], $8::bigint[], $12::text[], $13::text[])
             )
             insert into membership (organization_id, user_id, roles, customer_groups)
             select organization, member, array(select jsonb_array_elements_text(roles)),
                case when groups is not null then array(select jsonb_array_elements_text(groups)::uuid) end
             from unnest($9::uuid[], $10::uuid[], $11::jsonb[], $14::jsonb[])
                as members (organization, member, roles, groups)",
            &ids,
            &texts(|it| it.value.user_name.to_string()),
            &texts(|it| it.value.name.to_string()),
            &texts(|it| it.beside.password_hash.clone()),
            &temporary,
            &texts(|it| it.beside.language.tag().to_owned()),
            &since,
            &versions,
            &organizations,
            &members,
            &roles as _,
            &texts(|it| sort_key(it.value.name.as_str())),
            &texts(|it| search_text(&it.value)),
            &narrowed as _,
        )
        .execute(db)
        .await?;
        Ok(())
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<User>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        let user = &after.value;
        let (mut organizations, mut roles, mut blocked) = (Vec::new(), Vec::new(), Vec::new());
        let mut narrowed = Vec::new();
        for (organization, set) in &user.roles {
            narrowed.push(user.narrowed_in.get(organization).map(Json));
            organizations.push(organization.into_uuid());
            roles.push(Json(*set));
            blocked.push(user.blocked_in.contains(organization));
        }
        let saved = sqlx::query_scalar!(
            r#"with saved as (
                update app_user set must_change_password = $3, has_second_factor = $4,
                    blocked_at = case when $5 then coalesce(blocked_at, now()) end, version = $6,
                    name = $7, sort_key = $8, search = $9, email = $14
                where id = $1 and version = $2
                returning id
             ), places as (
                select organization, array(select jsonb_array_elements_text(roles)) as roles, is_blocked,
                    case when groups is not null then array(select jsonb_array_elements_text(groups)::uuid) end as groups
                from unnest($10::uuid[], $11::jsonb[], $12::boolean[], $13::jsonb[])
                    as places (organization, roles, is_blocked, groups)
             ), gone as (
                delete from membership m using saved
                where m.user_id = saved.id and m.organization_id not in (select organization from places)
             ), kept as (
                update membership m set roles = p.roles, customer_groups = p.groups,
                    blocked_at = case when p.is_blocked then coalesce(m.blocked_at, now()) end
                from saved, places p
                where m.user_id = saved.id and m.organization_id = p.organization
                    and (m.roles <> p.roles or (m.blocked_at is not null) <> p.is_blocked
                        or m.customer_groups is distinct from p.groups)
             ), new as (
                insert into membership (organization_id, user_id, roles, customer_groups)
                select p.organization, saved.id, p.roles, p.groups from saved, places p
                where not exists (
                    select from membership m where m.user_id = saved.id and m.organization_id = p.organization)
             )
             select count(*) as "saved!" from saved"#,
            user.id.as_uuid(),
            from,
            user.password == Password::Temporary,
            user.second_factor.is_some(),
            user.is_blocked,
            after.version,
            user.name.as_str(),
            sort_key(user.name.as_str()),
            search_text(user),
            &organizations,
            &roles as _,
            &blocked,
            &narrowed as _,
            user.user_name.as_str(),
        )
        .fetch_one(db)
        .await?;
        Ok(saved == 1)
    }
}

/// The words by which a user is found.
fn search_text(user: &User) -> String {
    SearchText::of([user.name.as_str(), user.user_name.as_str()]).to_string()
}
