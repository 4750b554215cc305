//! Actions of people in the story, in a few words each.

use tierline_app::portal::all::*;
use tierline_app::{
    customer::model::CustomerDraft,
    i18n::Lang,
    portal::{DraftCheck, NewInvitation, SignUp},
};
use tierline_core::{
    ids::{CustomerDraftId, InvitationId, OrganizationId, PartnershipId, RelationshipId, UserId},
    invitation::Delivery,
    partnership,
    relationship::{self, Grant, GrantSet},
    text::Reason,
};

use crate::demo::{
    DemoError, organizations, people, random,
    stage::{Acting, Stage, message, step},
};

/// The kind of an invitation, with the partner that it includes besides the inviter.
#[derive(Clone, Copy)]
pub(super) enum Asks {
    Partnership,
    Relationship,
    /// A customer of the inviting reseller and this provider.
    Both(&'static str),
}

/// A new invitation, and its state so far.
pub(super) struct Invitation {
    pub id: InvitationId,
    by: &'static str,
    /// The newest link's token, if the link was sent.
    token: String,
}

fn id_of(organization: &str) -> Result<OrganizationId, DemoError> {
    Ok(organizations::named(organization)?.id())
}

impl Stage {
    /// A user begins an invitation.
    pub(super) async fn draft(
        &self,
        by: &'static str,
        days_ago: i64,
        asks: Asks,
        to: &str,
        lang: Lang,
    ) -> Result<Invitation, DemoError> {
        let acting = self.acting(by, days_ago)?;
        let kind = match asks {
            Asks::Partnership => NewInvitation::Partnership,
            Asks::Relationship => NewInvitation::Relationship,
            Asks::Both(provider) => NewInvitation::Joint(id_of(provider)?),
        };
        let message = message(
            to,
            people::named(by)?.home,
            !matches!(asks, Asks::Partnership),
            lang,
        )?;
        let drafted = acting
            .portal
            .draft_invitation(kind, message, self.request())
            .await;
        let id = drafted.map_err(step(format!("{by} invites {to}")))?;
        Ok(Invitation {
            id,
            by,
            token: String::new(),
        })
    }

    /// The inviter sends it, or sends it again.
    pub(super) async fn send(
        &self,
        invitation: &mut Invitation,
        days_ago: i64,
    ) -> Result<(), DemoError> {
        let acting = self.acting(invitation.by, days_ago)?;
        let sent = acting
            .portal
            .send_invitation(invitation.id, Delivery::OwnMail, self.request())
            .await;
        sent.map_err(step(format!("{} sends", invitation.by)))?;
        let token = acting.portal.cookies.kept_link(invitation.id);
        invitation.token = token.ok_or_else(|| {
            DemoError::Written("an invitation went out without a link".to_owned())
        })?;
        Ok(())
    }

    /// Begins an invitation and has the portal mail it.
    pub(super) async fn mailed(
        &self,
        by: &'static str,
        days_ago: i64,
        asks: Asks,
        to: &str,
        lang: Lang,
    ) -> Result<(), DemoError> {
        let invitation = self.draft(by, days_ago, asks, to, lang).await?;
        let acting = self.acting(by, days_ago)?;
        let sent = acting
            .portal
            .send_invitation(invitation.id, Delivery::Portal, self.request())
            .await;
        sent.map_err(step(format!("{by} mails {to}")))
    }

    /// Begins an invitation and sends it.
    pub(super) async fn sent(
        &self,
        by: &'static str,
        days_ago: i64,
        asks: Asks,
        to: &str,
        lang: Lang,
    ) -> Result<Invitation, DemoError> {
        let mut invitation = self.draft(by, days_ago, asks, to, lang).await?;
        self.send(&mut invitation, days_ago).await?;
        Ok(invitation)
    }

    /// A visitor without an account opens it.
    pub(super) async fn opened(
        &self,
        invitation: &Invitation,
        days_ago: i64,
    ) -> Result<(), DemoError> {
        let stranger = self.stranger(days_ago)?;
        stranger
            .open_link(&invitation.token)
            .await
            .map_err(step("somebody opens a link"))
    }

    /// The addressee opens it and accepts, with fewer rights for some partners.
    pub(super) async fn accepted(
        &self,
        invitation: &Invitation,
        by: &str,
        days_ago: i64,
        narrowed: &[(&str, &[Grant])],
    ) -> Result<(), DemoError> {
        let mut grants = Vec::new();
        for (partner, left) in narrowed {
            grants.push((id_of(partner)?, left.iter().copied().collect::<GrantSet>()));
        }
        let acting = self.acting(by, days_ago)?;
        acting
            .portal
            .open_link(&invitation.token)
            .await
            .map_err(step(format!("{by} opens a link")))?;
        let acting = self.acting(by, days_ago)?;
        let accepted = acting
            .portal
            .accept(&invitation.token, true, grants, self.request())
            .await;
        accepted.map(|_| ()).map_err(step(format!("{by} accepts")))
    }

    /// Sends an invitation to a person of the demo world, who accepts it some days later.
    pub(super) async fn agreed(
        &self,
        by: &'static str,
        days_ago: i64,
        asks: Asks,
        with: &str,
        after: i64,
    ) -> Result<(), DemoError> {
        let to = people::named(with)?;
        let invitation = self.sent(by, days_ago, asks, &to.email(), Lang::En).await?;
        self.accepted(&invitation, with, days_ago - after, &[])
            .await
    }

    /// The addressee declines.
    pub(super) async fn declined(
        &self,
        invitation: &Invitation,
        by: &str,
        days_ago: i64,
        reason: &str,
    ) -> Result<(), DemoError> {
        let acting = self.acting(by, days_ago)?;
        let declined = acting
            .portal
            .decline(&invitation.token, reason_of(reason)?, self.request())
            .await;
        declined.map_err(step(format!("{by} declines")))
    }

    /// The inviter cancels it.
    pub(super) async fn canceled(
        &self,
        invitation: &Invitation,
        days_ago: i64,
    ) -> Result<(), DemoError> {
        let acting = self.acting(invitation.by, days_ago)?;
        let canceled = acting
            .portal
            .cancel_invitation(invitation.id, self.request())
            .await;
        canceled.map_err(step(format!("{} cancels", invitation.by)))
    }

    /// A customer without a tenant makes one on the way, and accepts.
    pub(super) async fn joined(
        &self,
        invitation: &Invitation,
        days_ago: i64,
        name: &str,
        domain: &str,
        country: &str,
        admin: &str,
    ) -> Result<(), DemoError> {
        let sign_up = SignUp {
            name: name.parse().map_err(DemoError::written)?,
            domain: domain.parse().map_err(DemoError::written)?,
            country: country.parse().map_err(DemoError::written)?,
            admin_name: admin.parse().map_err(DemoError::written)?,
            admin_user: "admin".parse().map_err(DemoError::written)?,
            password: people::PASSWORD.to_owned(),
        };
        let stranger = self.stranger(days_ago)?;
        let request = self.request();
        stranger
            .sign_up(&invitation.token, sign_up, request)
            .await
            .map_err(step(format!("{name} signs up")))?;
        // Acting in the story leaves no user signed in.
        sqlx::query!("delete from session")
            .execute(self.pool())
            .await?;
        let acting = self.founder(name, days_ago).await?;
        let accepted = acting
            .portal
            .accept(&invitation.token, true, Vec::new(), self.request())
            .await;
        accepted
            .map(|_| ())
            .map_err(step(format!("{name} accepts")))
    }

    /// The admin of a customer that made its own tenant, and that nobody of the cast is in.
    pub(super) async fn founder(&self, name: &str, days_ago: i64) -> Result<Acting, DemoError> {
        let row = sqlx::query!(
            "select o.id, m.user_id from organization o join membership m on m.organization_id = o.id where o.name = $1",
            name
        )
        .fetch_one(self.pool())
        .await?;
        let mut db = self.pool().acquire().await?;
        let customer =
            crate::organization::query::organization_at(&mut db, row.id.into(), self.now)
                .await
                .map_err(step(name))?;
        self.admin_of(&customer, UserId::from_uuid(row.user_id), days_ago)
    }

    /// A partner creates a customer, for one of its resellers or for itself.
    pub(super) async fn created(
        &self,
        by: &'static str,
        days_ago: i64,
        reseller: Option<&str>,
        name: &str,
        domain: &str,
        country: &str,
        lines: &[(&str, u32)],
    ) -> Result<OrganizationId, DemoError> {
        let acting = self.acting(by, days_ago)?;
        let mut ordered = Vec::new();
        for (part_number, quantity) in lines {
            ordered.push((self.sku(part_number)?.to_string(), quantity.to_string()));
        }
        let draft = CustomerDraft {
            reseller: reseller
                .map(id_of)
                .transpose()?
                .map(|id| id.to_string())
                .unwrap_or_default(),
            name: name.to_owned(),
            domain: domain.to_owned(),
            country: country.to_owned(),
            street: "1 Market Street".to_owned(),
            admin_name: format!("{name} IT"),
            admin_user: "admin".to_owned(),
            contact: format!("office@{domain}.example"),
            lines: ordered,
            ..CustomerDraft::default()
        };
        let id = CustomerDraftId::from_uuid(random::id("draft", domain));
        let saved = acting
            .portal
            .save_customer_draft(id, draft.into(), DraftCheck::All)
            .await;
        saved.map_err(step(format!("{by} enters {name}")))?;
        acting
            .portal
            .submit_customer_draft(id, None)
            .await
            .map_err(step(format!("{by} creates {name}")))
    }

    /// A partner orders for a customer.
    pub(super) async fn ordered(
        &self,
        by: &'static str,
        days_ago: i64,
        customer: OrganizationId,
        of_record: Option<&str>,
        lines: &[(&str, u32)],
    ) -> Result<(), DemoError> {
        let acting = self.acting(by, days_ago)?;
        let mut ordered = Vec::new();
        for (part_number, quantity) in lines {
            ordered.push((self.sku(part_number)?, *quantity));
        }
        let of_record = of_record.map(id_of).transpose()?;
        let placed = acting
            .portal
            .place_order(customer, ordered, of_record, self.request())
            .await;
        placed.map_err(step(format!("{by} orders")))
    }

    /// A customer revokes one right of a partner.
    pub(super) async fn narrowed(
        &self,
        by: &'static str,
        days_ago: i64,
        partner: &str,
        grant: Grant,
    ) -> Result<(), DemoError> {
        let acting = self.acting(by, days_ago)?;
        let relationship = self.relationship(partner, acting.organization).await?;
        let (end, request) = (relationship::Command::EndGrant(grant), self.request());
        let ended = acting
            .portal
            .change_relationship(relationship, end, None, request)
            .await;
        ended.map_err(step(format!("{by} narrows a grant")))
    }

    /// A customer ends a relationship.
    pub(super) async fn left(
        &self,
        by: &'static str,
        days_ago: i64,
        partner: &str,
    ) -> Result<(), DemoError> {
        let acting = self.acting(by, days_ago)?;
        let relationship = self.relationship(partner, acting.organization).await?;
        let (end, request) = (relationship::Command::End, self.request());
        let ended = acting
            .portal
            .change_relationship(relationship, end, None, request)
            .await;
        ended.map_err(step(format!("{by} ends a relationship")))
    }

    /// A partner ends a partnership.
    pub(super) async fn parted(
        &self,
        by: &'static str,
        days_ago: i64,
        provider: &str,
        reseller: &str,
        reason: &str,
    ) -> Result<(), DemoError> {
        let partnership = self.partnership(provider, reseller).await?;
        let acting = self.acting(by, days_ago)?;
        let ended = acting
            .portal
            .change_partnership(
                partnership,
                partnership::Command::End {
                    reason: reason_of(reason)?,
                },
                self.request(),
            )
            .await;
        ended.map_err(step(format!("{by} ends a partnership")))
    }

    /// A reseller revokes the administrator access to its tenant.
    pub(super) async fn revoked(
        &self,
        by: &'static str,
        days_ago: i64,
        provider: &str,
        reseller: &str,
    ) -> Result<(), DemoError> {
        let partnership = self.partnership(provider, reseller).await?;
        let acting = self.acting(by, days_ago)?;
        let revoked = acting
            .portal
            .change_partnership(
                partnership,
                partnership::Command::RevokeTenantAdmin,
                self.request(),
            )
            .await;
        revoked.map_err(step(format!("{by} takes administrator access away")))
    }

    pub(super) async fn relationship(
        &self,
        partner: &str,
        customer: OrganizationId,
    ) -> Result<RelationshipId, DemoError> {
        let id = sqlx::query_scalar!(
            "select id from relationship where partner_id = $1 and customer_id = $2 and status = 'active'",
            id_of(partner)?.into_uuid(),
            customer.into_uuid(),
        )
        .fetch_one(self.pool())
        .await?;
        Ok(RelationshipId::from_uuid(id))
    }

    async fn partnership(
        &self,
        provider: &str,
        reseller: &str,
    ) -> Result<PartnershipId, DemoError> {
        let id = sqlx::query_scalar!(
            "select id from partnership where provider_id = $1 and reseller_id = $2 and status <> 'ended'",
            id_of(provider)?.into_uuid(),
            id_of(reseller)?.into_uuid(),
        )
        .fetch_one(self.pool())
        .await?;
        Ok(PartnershipId::from_uuid(id))
    }
}

fn reason_of(reason: &str) -> Result<Option<Reason>, DemoError> {
    Reason::parse(reason).map(Some).map_err(DemoError::written)
}
