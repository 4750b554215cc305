//! Companies that enroll, one in each state that an enrollment can be in.

use tierline_app::portal::{ReadText, SignUp, all::*};
use tierline_core::{
    agreement::AgreementKind,
    enrollment::{
        CheckKind, Command, DocumentKind, LegalProfile, PrimaryContact, ReasonCode, Statements,
        SupportContact, Verdict,
    },
    ids::{EnrollmentId, UserId},
    market::Language,
    review::{Command as Decide, Ruling},
};

use crate::{
    demo::{
        DemoError, papers, people, registry,
        stage::{Acting, Stage, step},
    },
    enrollment::{Upload, command::LapseEnrollment},
    pipeline::{self, Principal},
};

use super::companies::{
    ADATUM, ALPINE, BLUE_YONDER, CONSOLIDATED, Company, FINCHER, GRAPHIC, LAMNA, MUNSON, PHONE,
    PROSEWARE, WINGTIP,
};

/// The operator's reviewer.
const REVIEWER: &str = "Rae Dunn";

/// What has been going on for more than a month: a check has failed, and nobody has done anything about it.
pub(super) async fn before(stage: &Stage) -> Result<(), DemoError> {
    let idle = stage.submitted(&MUNSON, 44).await?;
    stage.confirmed(43).await?;
    let reason = ReasonCode::AddressDiffers;
    stage.failed(idle, 40, CheckKind::Business, reason).await
}

/// One company has gone the whole way. Another one the operator has left lying: it is past the promise, with everything
/// there that it takes.
pub(super) async fn waiting(stage: &Stage) -> Result<(), DemoError> {
    let joined = stage.submitted(&CONSOLIDATED, 14).await?;
    stage.confirmed(14).await?;
    stage.submitted(&FINCHER, 13).await?;
    stage.confirmed(13).await?;
    for check in CheckKind::ALL {
        stage.passed(joined, 13, check).await?;
    }
    stage.proved_and_signed(&CONSOLIDATED, 12).await?;
    let paper = register(&FINCHER);
    stage
        .added(&FINCHER, 12, DocumentKind::BusinessRegistration, &paper)
        .await
}

/// What goes on now.
pub(super) async fn lately(stage: &Stage) -> Result<(), DemoError> {
    stage.suspended(3).await?;
    let approved = stage.submitted(&ADATUM, 3).await?;
    stage.confirmed(3).await?;
    let rejected = stage.submitted(&GRAPHIC, 3).await?;
    stage.confirmed(3).await?;
    let appealed = stage.submitted(&LAMNA, 3).await?;
    stage.confirmed(3).await?;
    stage.submitted(&PHONE, 3).await?;
    stage.denied(3).await?;
    stage.submitted(&WINGTIP, 2).await?;
    stage.confirmed(2).await?;
    stage.submitted(&PROSEWARE, 2).await?;
    stage.confirmed(2).await?;
    stage.submitted(&ALPINE, 2).await?;
    for check in CheckKind::ALL {
        stage.passed(approved, 2, check).await?;
    }
    for check in [CheckKind::EmailOwnership, CheckKind::EmailDomain] {
        stage.passed(rejected, 2, check).await?;
    }
    let reason = ReasonCode::NameUnknown;
    stage
        .failed(rejected, 2, CheckKind::Business, reason)
        .await?;
    let reason = ReasonCode::EmploymentUnproven;
    stage
        .failed(appealed, 1, CheckKind::Employment, reason)
        .await?;
    let paper = papers::picture();
    stage
        .added(&LAMNA, 1, DocumentKind::EmploymentProof, &paper)
        .await?;
    stage.appealed(&LAMNA, 1).await?;
    let paper = papers::page(&[
        "TAX RECORD (FICTIONAL)",
        "Wingtip Cloud",
        "20 Zhongxiao East Road, Section 4, Taipei",
        "Made for a demonstration; it proves nothing.",
    ]);
    stage
        .added(&WINGTIP, 1, DocumentKind::TaxRecord, &paper)
        .await?;
    let paper = papers::picture();
    stage
        .added(&WINGTIP, 1, DocumentKind::AddressProof, &paper)
        .await?;
    // Left in the middle, to be gone on with.
    let half = stage.signed_up(&BLUE_YONDER, 1).await?;
    stage.entered(&half, Command::PostponeMpn).await?;
    stage.entered(&half, profile(&BLUE_YONDER)?).await
}

/// An extract of no register.
fn register(company: &Company) -> Vec<u8> {
    papers::page(&[
        "EXTRACT OF THE REGISTER OF COMPANIES (FICTIONAL)",
        company.name,
        "Number 000000, entered on 1 April 2020",
        "Made for a demonstration; it proves nothing.",
    ])
}

fn parsed<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> Result<T, DemoError> {
    text.parse().map_err(DemoError::written)
}

fn profile(company: &Company) -> Result<Command, DemoError> {
    let address = company.address.iter().map(|line| parsed(line));
    Ok(Command::EnterProfile(LegalProfile {
        name: parsed(company.name)?,
        address: address.collect::<Result<_, _>>()?,
        website: Some(parsed(&format!("https://{}/", company.domain))?),
    }))
}

impl Stage {
    /// The company makes its tenant, and begins to enroll.
    async fn signed_up(&self, company: &Company, days_ago: i64) -> Result<Acting, DemoError> {
        let sign_up = SignUp {
            name: parsed(company.name)?,
            domain: parsed(company.tenant)?,
            country: parsed(company.country)?,
            admin_name: parsed(company.admin)?,
            admin_user: parsed("admin")?,
            password: people::PASSWORD.to_owned(),
        };
        let stranger = self.stranger(days_ago)?;
        stranger
            .sign_up_to_enroll(sign_up, self.request())
            .await
            .map_err(step(format!("{} signs up", company.name)))?;
        // Acting in the story leaves no user signed in.
        sqlx::query!("delete from session")
            .execute(self.pool())
            .await?;
        self.admin(company, days_ago).await
    }

    async fn admin(&self, company: &Company, days_ago: i64) -> Result<Acting, DemoError> {
        let row = sqlx::query!(
            "select o.id, m.user_id from organization o join membership m on m.organization_id = o.id where o.name = $1",
            company.name
        )
        .fetch_one(self.pool())
        .await?;
        let mut db = self.pool().acquire().await?;
        let organization =
            crate::organization::query::organization_at(&mut db, row.id.into(), self.now)
                .await
                .map_err(step(company.name))?;
        self.admin_of(&organization, UserId::from_uuid(row.user_id), days_ago)
    }

    async fn entered(&self, acting: &Acting, command: Command) -> Result<(), DemoError> {
        let name = format!("{command:?}");
        // Several entries in one sitting are of one moment, and each is a request of its own.
        let request = crate::demo::random::id("entry", &format!("{}{name}", acting.organization));
        acting
            .portal
            .enroll(command, None, request.into())
            .await
            .map_err(step(name))
    }

    /// The company enters everything, and submits.
    async fn submitted(&self, company: &Company, days_ago: i64) -> Result<EnrollmentId, DemoError> {
        let acting = self.signed_up(company, days_ago).await?;
        self.entered(&acting, Command::PostponeMpn).await?;
        self.entered(&acting, profile(company)?).await?;
        let contact = Command::EnterContact(PrimaryContact {
            name: parsed(company.contact)?,
            email: parsed(&format!("partner@{}", company.domain))?,
            phone: None,
            language: company.language,
        });
        self.entered(&acting, contact).await?;
        let support = Command::EnterSupport(SupportContact {
            email: parsed(&format!("support@{}", company.domain))?,
            phone: None,
            website: None,
        });
        self.entered(&acting, support).await?;
        self.entered(&acting, Command::EnrollNow).await?;
        let id = sqlx::query_scalar!(
            "select id from enrollment where organization_id = $1",
            acting.organization.as_uuid()
        );
        Ok(id.fetch_one(self.pool()).await?.into())
    }

    /// The primary contact who was asked last confirms both statements.
    async fn confirmed(&self, days_ago: i64) -> Result<(), DemoError> {
        let both = Statements {
            signed_up: true,
            address_is_the_companys: true,
        };
        self.answered(days_ago, Some(both)).await
    }

    /// The one who was asked last did not sign up.
    async fn denied(&self, days_ago: i64) -> Result<(), DemoError> {
        self.answered(days_ago, None).await
    }

    async fn answered(
        &self,
        days_ago: i64,
        statements: Option<Statements>,
    ) -> Result<(), DemoError> {
        let text = sqlx::query_scalar!(
            "select text_body from mail where kind = 'enrollment_confirmation' order by created_at desc, id desc limit 1"
        )
        .fetch_one(self.pool())
        .await?
        .unwrap_or_default();
        let mut words = text.split(|letter: char| !letter.is_ascii_hexdigit());
        let token = words
            .rfind(|word| word.len() == 64)
            .ok_or_else(|| DemoError::Written("a mail without a link".to_owned()))?;
        let stranger = self.stranger(days_ago)?;
        stranger
            .answer_confirmation(token, statements, self.request())
            .await
            .map_err(step("a primary contact answers"))
    }

    async fn reviewed(
        &self,
        id: EnrollmentId,
        days_ago: i64,
        check: CheckKind,
        verdict: Verdict,
    ) -> Result<(), DemoError> {
        let acting = self.acting(REVIEWER, days_ago)?;
        let ruling = Ruling::Check { check, verdict };
        acting
            .portal
            .change_case(id, Decide::Rule(ruling), None, self.request())
            .await
            .map(drop)
            .map_err(step(format!("{REVIEWER} decides {}", check.code())))
    }

    async fn passed(
        &self,
        id: EnrollmentId,
        days_ago: i64,
        check: CheckKind,
    ) -> Result<(), DemoError> {
        self.reviewed(id, days_ago, check, Verdict::Pass).await
    }

    async fn failed(
        &self,
        id: EnrollmentId,
        days_ago: i64,
        check: CheckKind,
        reason: ReasonCode,
    ) -> Result<(), DemoError> {
        let verdict = Verdict::Fail { reason, note: None };
        self.reviewed(id, days_ago, check, verdict).await
    }

    /// The company proves by its member's account that the MPN ID is its own, and signs.
    async fn proved_and_signed(&self, company: &Company, days_ago: i64) -> Result<(), DemoError> {
        let name = company.name;
        let said = || step(format!("{name} joins"));
        let (domain, _, mpn, _) = registry::NEWCOMER;
        let acting = self.admin(company, days_ago).await?;
        acting
            .portal
            .prove_membership(&registry::account(domain), people::PASSWORD)
            .await
            .map_err(said())?;
        acting
            .portal
            .associate_mpn(parsed(mpn)?, self.request())
            .await
            .map_err(said())?;
        let acting = self.admin(company, days_ago).await?;
        let page = acting
            .portal
            .agreement(AgreementKind::PartnerAgreement, Some(Language::English))
            .await
            .map_err(said())?;
        let text = page
            .text
            .ok_or_else(|| DemoError::Written("no agreement is in force".to_owned()))?;
        let read = ReadText {
            kind: page.kind,
            version: parsed(&text.version)?,
            language: text.language,
            digest: text.digest,
        };
        let signed = acting.portal.sign(read, self.request()).await;
        signed.map_err(said())
    }

    /// The company adds a document.
    async fn added(
        &self,
        company: &Company,
        days_ago: i64,
        kind: DocumentKind,
        file: &[u8],
    ) -> Result<(), DemoError> {
        let name = company.name;
        let acting = self.admin(company, days_ago).await?;
        let said = || step(format!("{name} adds a document"));
        let mut upload = Upload::begin(acting.portal.call(), kind, self.request())
            .await
            .map_err(said())?;
        upload.write(file).await.map_err(said())?;
        upload.end().await.map_err(said())
    }

    /// The company objects to the check of its contact's employment.
    async fn appealed(&self, company: &Company, days_ago: i64) -> Result<(), DemoError> {
        let acting = self.admin(company, days_ago).await?;
        let appeal = Command::Appeal {
            check: CheckKind::Employment,
            statement: Some(parsed("李伟是本公司的董事，登记资料中有他的名字。")?),
        };
        self.entered(&acting, appeal).await
    }

    /// Whoever has been rejected for too long is suspended by now.
    async fn suspended(&self, days_ago: i64) -> Result<(), DemoError> {
        let state = self.state_at(days_ago)?;
        let overdue = crate::enrollment::store::overdue(
            &mut *self.pool().acquire().await?,
            state.clock.now(),
        )
        .await?;
        for id in overdue {
            pipeline::run(&state, Principal::Job, None, &LapseEnrollment { id })
                .await
                .map_err(step("a rejected partner is suspended"))?;
        }
        Ok(())
    }
}
