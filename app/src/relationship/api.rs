//! A customer's own page: the partners that can act for it, and how to end that.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::{
    error::PortalError,
    relationship::model::{DatesPage, EndingPage, GrantsPage},
    wire::Wire,
};
#[cfg(feature = "ssr")]
use crate::{
    error::{FieldErrors, FieldProblem},
    form::{Fields, mark::Mark},
    relationship::{
        model::{self, WHOLE},
        told::Notice,
    },
};
#[cfg(feature = "ssr")]
use chrono::NaiveDate;
#[cfg(feature = "ssr")]
use tierline_core::{
    ids::RelationshipId,
    relationship::{self, Command, DateCommand, Grant, TenantOwnerChange},
    text::MessageText,
};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<AskToRenew>(),
    Fields::of::<ChangeTenantOwner>(),
    Fields::of::<DeclineRenewal>(),
    Fields::of::<EndGrant>(),
    Fields::of::<EndRelationship>(),
    Fields::of::<RenewRights>(),
    Fields::of::<SetEndDates>(),
];

/// The partners that can act for the signed-in customer.
#[server(prefix = "/api", endpoint = "grants", protocol = Wire<GetUrl>)]
pub async fn grants(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<GrantsPage, PortalError> {
    crate::backend::portal()?
        .grants(crate::list::model::ListQuery::parse(&query))
        .await
}

/// What follows when a right in a relationship ends, or all of it.
#[server(prefix = "/api", endpoint = "ending", protocol = Wire<GetUrl>)]
pub async fn ending(
    /// The relationship's id.
    id: String,
    /// The right; empty for all of it.
    #[server(default)]
    grant: String,
) -> Result<EndingPage, PortalError> {
    let grant = match grant.as_str() {
        "" => None,
        grant => Some(grant.parse().map_err(|_| PortalError::Malformed)?),
    };
    crate::backend::portal()?
        .ending(crate::backend::parse::id(&id)?, grant)
        .await
}

/// Ends one right.
#[server(prefix = "/api", endpoint = "end-grant")]
pub async fn end_grant(
    /// The request.
    request_id: String,
    /// The relationship's id.
    relationship: String,
    /// The right.
    grant: String,
    /// What the partner is told beside it.
    #[server(default)]
    text: String,
) -> Result<(), PortalError> {
    let grant = grant.parse().map_err(|_| PortalError::Malformed)?;
    let (command, told) = (Command::EndGrant(grant), Notice::GrantEnded);
    change(&relationship, command, &text, &request_id, told).await
}

/// Ends a relationship.
#[server(prefix = "/api", endpoint = "end-relationship")]
pub async fn end_relationship(
    /// The request.
    request_id: String,
    /// The relationship's id.
    relationship: String,
    /// What the partner is told beside it.
    #[server(default)]
    text: String,
) -> Result<(), PortalError> {
    let told = Notice::RelationshipEnded;
    change(&relationship, Command::End, &text, &request_id, told).await
}

/// The answer that makes a reseller tenant owner.
pub(super) const GIVE: &str = "give";

/// The answer that makes it no longer one.
pub(super) const TAKE: &str = "take";

/// Makes a reseller tenant owner, or no longer.
#[server(prefix = "/api", endpoint = "change-tenant-owner")]
pub async fn change_tenant_owner(
    /// The request.
    request_id: String,
    /// The relationship's id.
    relationship: String,
    /// `give` or `take`.
    then: String,
) -> Result<(), PortalError> {
    let (change, told) = match then.as_str() {
        GIVE => (TenantOwnerChange::Give, Notice::TenantOwnerGiven),
        TAKE => (TenantOwnerChange::TakeAway, Notice::TenantOwnerTaken),
        _ => return Err(PortalError::Malformed),
    };
    let request = crate::backend::parse::request(&request_id)?;
    let id = crate::backend::parse::id(&relationship)?;
    crate::backend::portal()?
        .change_tenant_owner(id, change, request)
        .await?;
    crate::backend::done(crate::route::GRANTS, told);
    Ok(())
}

/// Changes the relationship and goes back to the customer's page, which says what was done.
#[cfg(feature = "ssr")]
async fn change(
    relationship: &str,
    command: Command,
    text: &str,
    request_id: &str,
    told: Notice,
) -> Result<(), PortalError> {
    let text = crate::backend::parse::optional_text("text", text)?;
    let request = crate::backend::parse::request(request_id)?;
    let id = crate::backend::parse::id(relationship)?;
    crate::backend::portal()?
        .change_relationship(id, command, text, request)
        .await?;
    crate::backend::done(crate::route::GRANTS, told);
    Ok(())
}

/// The dates on which the rights of a relationship end.
#[server(prefix = "/api", endpoint = "end-dates", protocol = Wire<GetUrl>)]
pub async fn end_dates(
    /// The relationship's id.
    id: String,
) -> Result<DatesPage, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    crate::backend::portal()?.end_dates(id).await
}

/// Has rights end on these days; an empty one is none.
#[server(prefix = "/api", endpoint = "set-end-dates")]
pub async fn set_end_dates(
    /// The request.
    request_id: String,
    /// The relationship's id.
    relationship: String,
    /// The last day of the whole relationship.
    #[server(default)]
    whole: String,
    /// That of the right to order.
    #[server(default)]
    order_on_behalf: String,
    /// That of the right to administer.
    #[server(default)]
    administer: String,
    /// That of the right to support.
    #[server(default)]
    support: String,
    /// The mark of the dates that the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id: RelationshipId = crate::backend::parse::id(&relationship)?;
    let mut errors = FieldErrors::default();
    let mut day = |field: &str, text: &str| read_day(&mut errors, field, text);
    let dates = model::EndDates {
        whole: day(WHOLE, &whole),
        order_on_behalf: day(Grant::OrderOnBehalf.code(), &order_on_behalf),
        administer: day(Grant::Administer.code(), &administer),
        support: day(Grant::Support.code(), &support),
    };
    let dates = errors.finish(Some(dates))?;
    let mark = Some(Mark::new(filled_with));
    crate::backend::portal()?
        .set_end_dates(id, dates, mark, request)
        .await?;
    crate::backend::done(crate::route::GRANTS, Notice::EndDatesSaved);
    Ok(())
}

/// **Renew** what a partner asks for.
#[server(prefix = "/api", endpoint = "renew-rights")]
pub async fn renew_rights(
    /// The request.
    request_id: String,
    /// The relationship's id.
    relationship: String,
    /// The last day; the proposed one if it is empty.
    #[server(default)]
    day: String,
) -> Result<(), PortalError> {
    let mut errors = FieldErrors::default();
    let day = read_day(&mut errors, "day", &day);
    let day = errors.finish(Some(day))?;
    let (answer, told) = (DateCommand::Renew { day }, Notice::RightsRenewed);
    answered(&relationship, answer, &request_id, told).await
}

/// **Decline** to renew.
#[server(prefix = "/api", endpoint = "decline-renewal")]
pub async fn decline_renewal(
    /// The request.
    request_id: String,
    /// The relationship's id.
    relationship: String,
    /// The reason, for the partner.
    #[server(default)]
    reason: String,
) -> Result<(), PortalError> {
    let reason = crate::backend::parse::optional_text("reason", &reason)?;
    let (answer, told) = (DateCommand::Decline { reason }, Notice::RenewalDeclined);
    answered(&relationship, answer, &request_id, told).await
}

#[cfg(feature = "ssr")]
async fn answered(
    relationship: &str,
    answer: DateCommand,
    request_id: &str,
    told: Notice,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(request_id)?;
    let id = crate::backend::parse::id(relationship)?;
    crate::backend::portal()?
        .answer_renewal(id, answer, request)
        .await?;
    crate::backend::done(crate::route::GRANTS, told);
    Ok(())
}

/// The typed day; none if nothing was typed. A wrong one is an error of its field.
#[cfg(feature = "ssr")]
fn read_day(errors: &mut FieldErrors, field: &str, text: &str) -> Option<NaiveDate> {
    match crate::backend::parse::day(text) {
        Ok(day) => day.map(|day| day.date_naive()),
        Err(()) => {
            errors.wrong(field, FieldProblem::NotValid);
            None
        }
    }
}

/// Asks the chosen customers to renew the rights that end.
#[server(prefix = "/api", endpoint = "ask-to-renew")]
pub async fn ask_to_renew(
    /// The request.
    request_id: String,
    /// The ids of the ticked customers.
    #[server(default)]
    customers: Vec<String>,
    /// `true` for all that the list has, and not only those.
    #[server(default)]
    all: String,
    /// The query of the list's address.
    #[server(default)]
    query: String,
    /// The text for the customers.
    #[server(default)]
    text: String,
    /// The last day that is proposed.
    #[server(default)]
    day: String,
) -> Result<(), PortalError> {
    use crate::{list::model::ListQuery, portal::ChosenCustomers};

    let request = crate::backend::parse::request(&request_id)?;
    let mut errors = FieldErrors::default();
    let text = errors.text("text", MessageText::parse(&text));
    let last = read_day(&mut errors, "day", &day);
    if day.trim().is_empty() {
        errors.wrong("day", FieldProblem::Required);
    }
    let (text, day) = errors.finish(text.zip(last))?;
    let chosen = if all == "true" {
        ChosenCustomers::All(ListQuery::parse(&query))
    } else {
        let customers = customers.iter().map(|id| crate::backend::parse::id(id));
        ChosenCustomers::These(customers.collect::<Result<_, _>>()?)
    };
    let asking = relationship::AskToRenew { text, day };
    crate::backend::portal()?
        .ask_to_renew(chosen, asking, request)
        .await?;
    crate::backend::done(crate::route::ENDING_RIGHTS, Notice::RenewalsAsked);
    Ok(())
}
