use crate::{
    Timestamp,
    ids::InvitationId,
    organization::Party,
    refusal::{Fixer, NextStep, refusals},
};

refusals! {
    /// Refusals about an invitation's content or state.
    pub enum Refusal:

    /// An invitation of the same kind to the same person is open.
    AlreadyInvited {
        /// The existing one: resend or cancel it.
        invitation: InvitationId,
    } = "already_invited" {
        fixer: Fixer::You,
        next: NextStep::OpenInvitation { invitation: *invitation },
        says: "an invitation to the same person is already open";
    }

    /// The personal link is no longer in the text.
    LinkMissingInMessage = "link_missing_in_message" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the personal link is missing from the text";
    }

    /// The invitation was never sent.
    InvitationNotSent = "invitation_not_sent" {
        fixer: Fixer::You,
        next: NextStep::AskSender,
        says: "the invitation hasn't been sent";
    }

    /// The invitation was already sent; its text is fixed.
    InvitationAlreadySent = "invitation_already_sent" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "the invitation was already sent";
    }

    /// A newer link was sent for the same invitation.
    LinkReplaced {
        /// When the newer one was made.
        at: Timestamp,
    } = "link_replaced" {
        fixer: Fixer::Sender,
        next: NextStep::AskSender,
        says: "a newer link was created at {at}";
    }

    /// The invitation was sent a moment ago.
    SentRecently {
        /// When it can be sent again.
        again: Timestamp,
    } = "sent_recently" {
        fixer: Fixer::Nobody,
        next: NextStep::Wait { until: *again },
        says: "the invitation was just sent; it can be resent at {again}";
    }

    /// The organization has sent as many invitations as it may in a day.
    SendingQuotaReached {
        /// So many may be sent in a day.
        a_day: u32,
        /// When the next one can be sent.
        again: Timestamp,
    } = "sending_quota_reached" {
        fixer: Fixer::Operator,
        next: NextStep::Wait { until: *again },
        says: "{a_day} invitations were sent in one day; the next can be sent at {again}";
    }

    /// The link was used to create a tenant already.
    LinkMadeTenant = "link_made_tenant" {
        fixer: Fixer::You,
        next: NextStep::SignIn,
        says: "the link was already used to create a tenant";
    }

    /// Nobody answered in time.
    InvitationExpired {
        /// When it expired.
        at: Timestamp,
    } = "invitation_expired" {
        fixer: Fixer::Sender,
        next: NextStep::AskSender,
        says: "the invitation expired at {at}";
    }

    /// It was already accepted; a link works once.
    InvitationAccepted {
        /// When it happened.
        at: Timestamp,
    } = "invitation_accepted" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "the invitation was accepted at {at}";
    }

    /// It was declined.
    InvitationDeclined {
        /// When it happened.
        at: Timestamp,
    } = "invitation_declined" {
        fixer: Fixer::Sender,
        next: NextStep::AskSender,
        says: "the invitation was declined at {at}";
    }

    /// The sender took it back.
    InvitationCanceled {
        /// When it happened.
        at: Timestamp,
    } = "invitation_canceled" {
        fixer: Fixer::Sender,
        next: NextStep::AskSender,
        says: "the invitation was canceled at {at}";
    }

    /// It was addressed to another organization.
    AddressedToAnother {
        /// The organization it was addressed to.
        addressee: Party,
        /// The organization that the user is signed in for.
        signed_in: Party,
    } = "addressed_to_another" {
        fixer: Fixer::You,
        next: NextStep::SwitchOrganization,
        says: "the invitation was addressed to `{}`", addressee.name;
    }

    /// The box that confirms the grants was not checked.
    NotConfirmed = "not_confirmed" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the grant wasn't confirmed";
    }

    /// Every right was left out; the customer should decline instead.
    NothingGranted {
        /// The partner that would get no right at all.
        partner: Party,
    } = "nothing_granted" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "no permission is selected for `{}`", partner.name;
    }
}
