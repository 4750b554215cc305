//! Parses the message editor's fields into a message, and follows its buttons.

use tierline_core::{
    ids::{InvitationId, RequestId},
    invitation::{CheckOutcome, Delivery, LINK_PLACEHOLDER, Message},
    text::{EmailAddress, MessageSubject, MessageText},
};
use uuid::Uuid;

use crate::{
    backend::{done, go, parse, portal},
    error::{FieldErrors, FieldProblem, PortalError},
    i18n::{Lang, market},
    portal::NewInvitation,
    route,
};

/// The kind, from the form.
pub(super) fn kind(kind: &str, provider: &str) -> Result<NewInvitation, PortalError> {
    match kind {
        "partnership" => Ok(NewInvitation::Partnership),
        "relationship" => Ok(NewInvitation::Relationship),
        "joint_relationship" => parse::id(provider).map(NewInvitation::Joint),
        _ => Err(PortalError::Malformed),
    }
}

/// The message, or everything that is wrong with it.
pub(super) fn message(
    recipient: &str,
    subject: &str,
    text: &str,
    language: &str,
) -> Result<Message, PortalError> {
    let mut errors = FieldErrors::default();
    let recipient = errors.text("recipient", EmailAddress::parse(recipient));
    let subject = errors.text("subject", MessageSubject::parse(subject));
    let text = errors.text("text", MessageText::parse(text));
    if let Some(text) = &text
        && !text.as_str().contains(LINK_PLACEHOLDER)
    {
        errors.wrong("text", FieldProblem::LinkMissing);
    }
    let parsed = (|| {
        Some(Message {
            recipient: recipient?,
            language: market::language(Lang::from_tag(language).unwrap_or_default()),
            subject: subject?,
            text: text?,
        })
    })();
    Ok(errors.finish(parsed)?)
}

/// Takes the button's next step after a message was kept.
///
/// Known obstacles to an acceptance are shown first; sending stays one press away.
pub(super) async fn after_saving(
    id: InvitationId,
    then: &str,
    request: RequestId,
) -> Result<(), PortalError> {
    if !matches!(then, "send" | "mail" | "copy") {
        done(
            &route::invitation(id),
            crate::invitation::told::Notice::DraftKept,
        );
        return Ok(());
    }
    let checks = portal()?.invitation(id).await?.checks;
    if checks
        .iter()
        .any(|check| check.outcome == CheckOutcome::NotMet)
    {
        done(
            &route::invitation(id),
            crate::invitation::told::Notice::CheckFirst,
        );
        return Ok(());
    }
    match send(id, then, second(request)).await {
        // The text is safe in the draft, whose page says why it cannot go out.
        Err(PortalError::Refused(_)) => done(
            &route::invitation(id),
            crate::invitation::told::Notice::DraftKeptUnsent,
        ),
        other => other?,
    }
    Ok(())
}

/// Sends, or makes the link for the user's own mail.
pub(super) async fn send(
    id: InvitationId,
    then: &str,
    request: RequestId,
) -> Result<(), PortalError> {
    let delivery = if matches!(then, "mail" | "copy") {
        Delivery::OwnMail
    } else {
        Delivery::Portal
    };
    portal()?.send_invitation(id, delivery, request).await?;
    let page = route::invitation(id);
    match delivery {
        Delivery::Portal => done(&page, crate::invitation::told::Notice::InvitationSent),
        Delivery::OwnMail => go(&route::with_query(&page, "then", then)),
    }
    Ok(())
}

/// The id of the second command of one form: different, but the same whenever that form is repeated.
fn second(request: RequestId) -> RequestId {
    RequestId::from_uuid(Uuid::from_u128(request.into_uuid().as_u128() ^ 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_wrong_is_said_at_once() {
        let Err(PortalError::Invalid(errors)) = message("anna", "", "no link", "en") else {
            panic!("was accepted")
        };
        let codes: Vec<_> = errors
            .iter()
            .map(|error| (error.field.as_str(), error.problem.code()))
            .collect();
        assert_eq!(
            codes,
            [
                ("recipient", "malformed_email"),
                ("subject", "empty"),
                ("text", "link_missing")
            ]
        );
    }

    #[test]
    fn the_language_of_the_page_is_kept() {
        let message = message("anna@contoso.example", "Hello", "Open {link}", "zh-Hant").unwrap();
        assert_eq!(
            message.language,
            tierline_core::invitation::Language::TraditionalChinese
        );
    }

    #[test]
    fn a_repeated_form_repeats_both_commands() {
        let request = RequestId::from_uuid(Uuid::from_u128(42));
        assert_ne!(second(request), request);
        assert_eq!(second(request), second(request));
    }
}
