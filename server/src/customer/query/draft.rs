//! The current state of a **New customer** wizard.

use sqlx::types::Json;
use tierline_app::{
    catalog::model::{ChosenLine, LineKey, TypedLine},
    customer::model::{CustomerDraft, CustomerDraftPage, DraftPart, SubmittedCustomer},
    error::PortalError,
    partnership::model::{Among, Finding},
    portal::PortalResult,
};
use tierline_core::{
    access::{self, Action},
    customer::{self, CreateFacts, Taken},
    ids::CustomerDraftId,
    market::Country,
    money::Money,
};

use crate::{
    catalog::query::{self as product, Told},
    mark,
    organization::{query as load, query::failed},
    partnership::{
        query::{Choosing, choices},
        store::providers_of,
    },
    pipeline::Read,
};

/// The draft of a new customer; an unknown id is an empty draft of the caller's own organization.
pub(crate) async fn customer_draft(
    read: &mut Read,
    id: CustomerDraftId,
    resellers: Finding,
) -> PortalResult<CustomerDraftPage> {
    let now = read.now();
    let actor = read.actor()?;
    let organization = load::organization(read, actor.organization).await?;
    if !organization.capabilities.is_partner() {
        return Err(PortalError::NotFound);
    }
    access::authorize_role(&organization, &actor, Action::CreateCustomer)?;
    let stored = sqlx::query!(
        r#"select data as "data: Json<CustomerDraft>", submitted as "submitted: Json<SubmittedCustomer>"
           from customer_draft where organization_id = $1 and id = $2"#,
        organization.id.into_uuid(),
        id.into_uuid(),
    )
    .fetch_optional(read.db())
    .await
    .map_err(failed)?;
    let (draft, submitted) = stored.map_or_else(Default::default, |row| {
        (row.data.0, row.submitted.map(|submitted| submitted.0))
    });
    let providers = providers_of(read.db(), organization.id, None, now)
        .await
        .map_err(failed)?;
    let facts = CreateFacts {
        partner: &organization,
        reseller: None,
        providers: &providers,
        taken: Taken::default(),
        products: &[],
        offers: &[],
    };
    let refused = customer::may_begin(facts, &actor, now).err();
    let country = Country::parse(&draft.country).ok();
    let lines: Vec<TypedLine> = draft
        .lines
        .iter()
        .filter_map(|(text, quantity)| {
            Some(TypedLine {
                key: LineKey::parse(text)?,
                quantity: quantity.clone(),
                base: String::new(),
            })
        })
        .collect();
    // Whoever makes a new customer orders for it, and pays for that.
    let of = (country, Told::to(refused.is_none()));
    let chosen = product::lines(read.db(), of, lines, now).await?;
    let choosing = Choosing {
        organization: organization.id,
        among: Among::Resellers,
        customer: None,
    };
    let finding = Finding {
        chosen: draft.reseller.parse().ok().or(resellers.chosen),
        ..resellers
    };
    Ok(CustomerDraftPage {
        refused,
        id,
        resellers: choices(read.db(), choosing, finding, now).await?,
        domain_suffix: format!(".{}", read.state.config.tenant_domain),
        total: sum(&chosen),
        details_mark: mark::of(&draft.part(DraftPart::Details)).map_err(failed)?,
        lines_mark: mark::of(&draft.part(DraftPart::Lines)).map_err(failed)?,
        mark: mark::of(&draft).map_err(failed)?,
        organization,
        actor,
        draft,
        chosen,
        submitted,
    })
}

/// The monthly sum of the lines; none while a line has no price or no quantity.
fn sum(lines: &[ChosenLine]) -> Option<Money> {
    let amounts = lines.iter().map(ChosenLine::amount);
    amounts
        .reduce(|sum, amount| sum?.plus(amount?).ok())
        .flatten()
}
