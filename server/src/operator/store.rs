//! Who is waited for in an organization, and with whom it deals.

mod dealings;

pub(super) use dealings::{customers, partners};

use sqlx::PgConnection;
use tierline_app::i18n::Lang;
use tierline_core::{ids::UserId, organization::Organization, text::EmailAddress};

use crate::store::decoded;

/// A global admin who has not chosen a password yet.
#[derive(Clone, Debug)]
pub(crate) struct Awaited {
    pub user: UserId,
    pub name: String,
    pub address: EmailAddress,
    pub language: Lang,
}

/// The first such admin of the organization, unless another one is there already. Whoever a customer waits for was
/// invited by its partner, and not into the program.
pub(crate) async fn awaited(
    db: &mut PgConnection,
    organization: &Organization,
) -> Result<Option<Awaited>, sqlx::Error> {
    if !organization.capabilities.is_partner() {
        return Ok(None);
    }
    let row = sqlx::query!(
        "select u.id, u.name, u.email, u.language from membership m join app_user u on u.id = m.user_id
         where m.organization_id = $1 and 'global_admin' = any(m.roles) and u.must_change_password
            and m.blocked_at is null and u.blocked_at is null
            and not exists (select from membership n join app_user v on v.id = n.user_id
                where n.organization_id = $1 and 'global_admin' = any(n.roles) and not v.must_change_password)
         order by u.created_at, u.id limit 1",
        organization.id.as_uuid(),
    )
    .fetch_optional(db)
    .await?;
    row.map(|row| {
        Ok(Awaited {
            user: row.id.into(),
            name: row.name,
            address: decoded(row.email.parse())?,
            language: Lang::from_tag(&row.language).unwrap_or_default(),
        })
    })
    .transpose()
}
