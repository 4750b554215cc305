//! Server functions of the directory.

#[cfg(feature = "ssr")]
mod post;

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, PostUrl};
#[cfg(feature = "ssr")]
use tierline_core::{
    directory::{Assignment, Command, Decision},
    text::{MessageText, Reason},
};

use crate::{
    directory::model::{
        AskPage, FindPage, ListingPage, ProfilePage, RejectionPage, ReviewPage, VersionsPage,
    },
    error::PortalError,
    wire::Wire,
};
#[cfg(feature = "ssr")]
use crate::{
    directory::told::Notice,
    error::FieldProblem,
    form::{Fields, mark::Mark},
    list::model::ListQuery,
    route,
};

/// The field with the digest of the logo.
pub const LOGO: &str = "logo";
/// The box that takes the logo away.
pub const REMOVE_LOGO: &str = "remove_logo";
/// The field with the file of another logo, which the server draws again before [`SaveListing`] hears of it.
pub const LOGO_FILE: &str = "logo_file";

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<AnswerAsk>(),
    Fields::of::<AskToPartner>(),
    Fields::of::<AssignListing>(),
    Fields::of::<ChangeListing>(),
    Fields::of::<DeclineAsk>(),
    Fields::of::<ListingRejection>(),
    Fields::of::<RejectListing>(),
    Fields::of::<ReviewListing>(),
    Fields::of::<SaveListing>(),
    Fields::of::<WithdrawAsk>(),
];

/// The providers that are shown to everybody.
#[server(prefix = "/api", endpoint = "find-providers", protocol = Wire<GetUrl>)]
pub async fn find_providers(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<FindPage, PortalError> {
    crate::backend::portal()?
        .find_providers(ListQuery::parse(&query))
        .await
}

/// A provider's page in the directory.
#[server(prefix = "/api", endpoint = "provider-profile", protocol = Wire<GetUrl>)]
pub async fn provider_profile(
    /// The listing's id.
    id: String,
) -> Result<ProfilePage, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    crate::backend::portal()?.provider_profile(id).await
}

/// The listing of the own organization.
#[server(prefix = "/api", endpoint = "own-listing", protocol = Wire<GetUrl>)]
pub async fn own_listing() -> Result<ListingPage, PortalError> {
    crate::backend::portal()?.own_listing().await
}

/// **Propose a change**: saves what was typed as a draft, and goes to its preview.
#[server(prefix = "/api", endpoint = "save-listing")]
pub async fn save_listing(
    /// The request.
    request_id: String,
    /// The company's name.
    name: String,
    /// The text in English.
    #[server(default)]
    text_en: String,
    /// The text in Traditional Chinese.
    #[server(default)]
    text_zh_hant: String,
    /// The text in Simplified Chinese.
    #[server(default)]
    text_zh_hans: String,
    /// The services that were ticked.
    #[server(default)]
    services: Vec<String>,
    /// The country of each location, by its line.
    #[server(default)]
    countries: BTreeMap<String, String>,
    /// The target URL of each location, by its line.
    #[server(default)]
    urls: BTreeMap<String, String>,
    /// The contact's address.
    #[server(default)]
    email: String,
    /// The contact's telephone number.
    #[server(default)]
    phone: String,
    /// The digest of the logo; empty for none.
    #[server(default)]
    logo: String,
    /// Something to take the logo away.
    #[server(default)]
    remove_logo: String,
    /// The mark of the draft that the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let typed = post::Typed {
        name,
        logo: if remove_logo.is_empty() {
            logo
        } else {
            String::new()
        },
        texts: [text_en, text_zh_hant, text_zh_hans],
        services,
        countries,
        urls,
        email,
        phone,
    };
    let command = Command::Save {
        profile: typed.parse()?,
    };
    let mark = Some(Mark::new(filled_with));
    crate::backend::portal()?
        .change_listing(command, mark, request)
        .await?;
    crate::backend::done(route::LISTING_PREVIEW, Notice::ListingDrafted);
    Ok(())
}

/// Submits the draft, throws it away, or takes back what was submitted.
#[server(prefix = "/api", endpoint = "change-listing")]
pub async fn change_listing(
    /// The request.
    request_id: String,
    /// `submit`, `discard` or `withdraw`.
    #[server(default)]
    then: String,
    /// The mark of the draft that was read; none where no draft is shown.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let mark = (!filled_with.is_empty()).then(|| Mark::new(filled_with));
    let (command, notice) = match then.as_str() {
        "submit" => (Command::Submit, Notice::ListingSubmitted),
        "discard" => (Command::Discard, Notice::ListingDiscarded),
        "withdraw" => (Command::Withdraw, Notice::ListingWithdrawn),
        _ => return Err(PortalError::Malformed),
    };
    crate::backend::portal()?
        .change_listing(command, mark, request)
        .await?;
    crate::backend::done(route::OWN_LISTING, notice);
    Ok(())
}

/// Versions of a listing before this one, a page of them.
#[server(prefix = "/api", endpoint = "listing-versions", protocol = Wire<GetUrl>)]
pub async fn listing_versions(
    /// The listing's id; the own one if there is none.
    #[server(default)]
    id: String,
    /// The number of the version before which they were shown.
    #[server(default)]
    before: String,
) -> Result<VersionsPage, PortalError> {
    let id = match id.as_str() {
        "" => None,
        id => Some(crate::backend::parse::id(id)?),
    };
    let before = before.parse::<u32>().map_err(|_| PortalError::NotFound)?;
    crate::backend::portal()?.listing_versions(id, before).await
}

/// A proposal, for the operator.
#[server(prefix = "/api", endpoint = "listing-review", protocol = Wire<GetUrl>)]
pub async fn listing_review(
    /// The listing's id.
    id: String,
) -> Result<ReviewPage, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    crate::backend::portal()?.review_page(id).await
}

/// Takes a proposal, or gives it back.
#[server(prefix = "/api", endpoint = "assign-listing")]
pub async fn assign_listing(
    /// The request.
    request_id: String,
    /// The listing's id.
    listing: String,
    /// The number of the proposal that was read.
    #[server(default)]
    number: String,
    /// `take` or `give-back`.
    #[server(default)]
    then: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id = crate::backend::parse::id(&listing)?;
    let number = number.parse::<u32>().map_err(|_| PortalError::Malformed)?;
    let (assignment, notice) = match then.as_str() {
        "take" => (Assignment::Take, Notice::ListingTaken),
        "give-back" => (Assignment::GiveBack, Notice::ListingGivenBack),
        _ => return Err(PortalError::Malformed),
    };
    crate::backend::portal()?
        .assign_listing(id, number, assignment, request)
        .await?;
    crate::backend::done(&route::listing_change(id), notice);
    Ok(())
}

/// A rejection before it is made. The reason stands in no address: it is for the provider alone.
#[server(prefix = "/api", endpoint = "listing-rejection", protocol = Wire<PostUrl>)]
pub async fn listing_rejection(
    /// The listing's id.
    id: String,
    /// The number of the proposal that was read.
    #[server(default)]
    number: String,
    /// The reason, as far as it is written.
    #[server(default)]
    reason: String,
) -> Result<RejectionPage, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    let number = number.parse::<u32>().map_err(|_| PortalError::NotFound)?;
    // A reason that cannot be sent is left out here, and the form says what is wrong with it.
    let reason = Reason::parse(&reason).ok();
    crate::backend::portal()?
        .rejection(id, number, reason)
        .await
}

/// **Approve**.
#[server(prefix = "/api", endpoint = "review-listing")]
pub async fn review_listing(
    /// The request.
    request_id: String,
    /// The listing's id.
    listing: String,
    /// The number of the proposal that was read.
    #[server(default)]
    number: String,
) -> Result<(), PortalError> {
    let (decision, notice) = (Decision::Approve, Notice::ListingApproved);
    reviewed(&request_id, &listing, &number, decision, notice).await
}

/// **Reject**, after its mail was seen.
#[server(prefix = "/api", endpoint = "reject-listing")]
pub async fn reject_listing(
    /// The request.
    request_id: String,
    /// The listing's id.
    listing: String,
    /// The number of the proposal that was read.
    #[server(default)]
    number: String,
    /// The reason.
    #[server(default)]
    reason: String,
    /// The reason in the mail that the reviewer has read.
    #[server(default)]
    shown: String,
    /// `show` for the mail with this reason, and nothing else.
    #[server(default)]
    then: String,
) -> Result<(), PortalError> {
    let reason = Reason::parse(&reason).map_err(|error| PortalError::of_text("reason", error))?;
    // No mail is sent that was not seen.
    let was_seen = Reason::parse(&shown).is_ok_and(|shown| shown == reason);
    if then == "show" || !was_seen {
        return Err(PortalError::field("reason", FieldProblem::MailChanged));
    }
    let (decision, notice) = (Decision::Reject { reason }, Notice::ListingRejected);
    reviewed(&request_id, &listing, &number, decision, notice).await
}

/// Decides on a proposal, and goes to its page.
#[cfg(feature = "ssr")]
async fn reviewed(
    request: &str,
    listing: &str,
    number: &str,
    decision: Decision,
    notice: Notice,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(request)?;
    let id = crate::backend::parse::id(listing)?;
    let number = number.parse::<u32>().map_err(|_| PortalError::Malformed)?;
    crate::backend::portal()?
        .review_listing(id, number, decision, request)
        .await?;
    crate::backend::done(&route::listing_change(id), notice);
    Ok(())
}

/// **Ask to partner**.
#[server(prefix = "/api", endpoint = "ask-to-partner")]
pub async fn ask_to_partner(
    /// The request.
    request_id: String,
    /// The listing's id.
    listing: String,
    /// The message.
    #[server(default)]
    message: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let listing = crate::backend::parse::id(&listing)?;
    let message = MessageText::parse(&message);
    let message = message.map_err(|error| PortalError::of_text("message", error))?;
    let ask = crate::backend::portal()?
        .ask_to_partner(listing, message, request)
        .await?;
    crate::backend::done(&route::partner_ask(ask), Notice::PartnerAsked);
    Ok(())
}

/// A message of or to the own organization.
#[server(prefix = "/api", endpoint = "partner-ask", protocol = Wire<GetUrl>)]
pub async fn partner_ask(
    /// The message's id.
    id: String,
) -> Result<AskPage, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    crate::backend::portal()?.ask_page(id).await
}

/// Turns a message into a partnership request.
#[server(prefix = "/api", endpoint = "answer-ask")]
pub async fn answer_ask(
    /// The request.
    request_id: String,
    /// The message's id.
    ask: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id = crate::backend::parse::id(&ask)?;
    let invitation = crate::backend::portal()?.answer_ask(id, request).await?;
    crate::backend::done(&route::invitation(invitation), Notice::AskAnswered);
    Ok(())
}

/// Declines a message.
#[server(prefix = "/api", endpoint = "decline-ask")]
pub async fn decline_ask(
    /// The request.
    request_id: String,
    /// The message's id.
    ask: String,
    /// The reason.
    #[server(default)]
    reason: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id = crate::backend::parse::id(&ask)?;
    let reason = Reason::parse(&reason);
    let reason = reason.map_err(|error| PortalError::of_text("reason", error))?;
    crate::backend::portal()?
        .decline_ask(id, reason, request)
        .await?;
    crate::backend::done(&route::partner_ask(id), Notice::AskDeclined);
    Ok(())
}

/// Takes a message back.
#[server(prefix = "/api", endpoint = "withdraw-ask")]
pub async fn withdraw_ask(
    /// The request.
    request_id: String,
    /// The message's id.
    ask: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id = crate::backend::parse::id(&ask)?;
    crate::backend::portal()?.withdraw_ask(id, request).await?;
    crate::backend::done(&route::partner_ask(id), Notice::AskWithdrawn);
    Ok(())
}
