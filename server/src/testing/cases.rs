//! Applicants whose enrollments are in review, and reviewers of the operator, without a history.

use serde_json::json;
use sqlx::PgPool;
use tierline_core::{
    Evolve as _, Timestamp,
    enrollment::{Enrollment, Event, Path},
    ids::{EnrollmentId, OrganizationId, UserId},
};
use uuid::Uuid;

use crate::pipeline::object::{New, Object as _};

/// An organization of this user's that enrolls, with a submitted enrollment whose contact has confirmed today.
pub(crate) async fn applicant(pool: &PgPool, user: Uuid) -> EnrollmentId {
    let organization = Uuid::now_v7();
    found(
        pool,
        organization,
        user,
        json!({"indirect_reseller": "enrolling"}),
        "global_admin",
    )
    .await;
    let now = sqlx::query_scalar("select now()");
    let now: Timestamp = now.fetch_one(pool).await.expect("the time");
    submitted(pool, organization.into(), user.into(), now).await
}

/// The operator, with this user as a reviewer.
pub(crate) async fn reviewer(pool: &PgPool, user: Uuid) {
    found(
        pool,
        Uuid::now_v7(),
        user,
        json!({"operator": "active"}),
        "reviewer",
    )
    .await;
}

/// The operator, with this user as its program admin.
pub(crate) async fn program_admin(pool: &PgPool, user: Uuid) {
    found(
        pool,
        Uuid::now_v7(),
        user,
        json!({"operator": "active"}),
        "program_admin",
    )
    .await;
}

async fn found(pool: &PgPool, id: Uuid, user: Uuid, capabilities: serde_json::Value, role: &str) {
    let domain = format!("{}.example", id.simple());
    sqlx::query(
        "insert into organization (id, name, domain, country, capabilities, created_at)
         values ($1, 'Fabrikam', $2, 'DE', $3, now())",
    )
    .bind(id)
    .bind(domain)
    .bind(capabilities)
    .execute(pool)
    .await
    .expect("an organization");
    sqlx::query(
        "insert into membership (organization_id, user_id, roles) values ($1, $2, array[$3])",
    )
    .bind(id)
    .bind(user)
    .bind(role)
    .execute(pool)
    .await
    .expect("a membership");
}

/// The enrollment of this organization, submitted and confirmed at this time.
pub(crate) async fn submitted(
    pool: &PgPool,
    organization: OrganizationId,
    by: UserId,
    at: Timestamp,
) -> EnrollmentId {
    let domain: String = sqlx::query_scalar("select domain from organization where id = $1")
        .bind(organization.into_uuid())
        .fetch_one(pool)
        .await
        .expect("the organization");
    let mut contact = tierline_core::testing::primary_contact();
    contact.email = format!("anna@{domain}").parse().expect("an address");
    let entered = |contact| {
        [
            Event::Begun {
                organization,
                path: Path::New,
                at,
                by,
            },
            Event::ProfileEntered {
                profile: tierline_core::testing::legal_profile(),
                affects: Vec::new(),
                at,
                by,
            },
            Event::ContactEntered {
                contact,
                affects: Vec::new(),
                at,
                by,
            },
            Event::SupportEntered {
                support: tierline_core::testing::support_contact(),
                at,
                by,
            },
            Event::Submitted { at, by },
            Event::ConfirmationSent { link: 1, at },
            Event::ContactConfirmed { at },
        ]
    };
    let id = EnrollmentId::from_uuid(Uuid::now_v7());
    let events = entered(contact);
    let new = New {
        value: Enrollment::replay(id, &events).expect("an enrollment"),
        version: 7,
        beside: (),
    };
    let mut db = pool.acquire().await.expect("a connection");
    Enrollment::insert(&mut db, &[new])
        .await
        .expect("a new enrollment");
    id
}
