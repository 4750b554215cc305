use super::{LogoFault, ProposalState};
use crate::{
    Timestamp,
    ids::{AskId, InvitationId},
    market::Country,
    organization::Party,
    refusal::{Fixer, NextStep, refusals},
};

refusals! {
    /// Rules of the directory.
    pub enum Refusal:

    /// There is no text in any language.
    TextMissing = "listing_text_missing" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the listing has no text";
    }

    /// There is no location.
    LocationMissing = "location_missing" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the listing has no location";
    }

    /// There are too many locations.
    TooManyLocations {
        /// The most.
        most: usize,
    } = "too_many_locations" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "a listing has at most {most} locations";
    }

    /// A location stands there twice.
    LocationTwice {
        /// Its country.
        country: Country,
    } = "location_twice" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the location in {} is there twice", country.code();
    }

    /// A location is outside the provider's region.
    LocationElsewhere {
        /// Its country.
        country: Country,
        /// The provider.
        provider: Party,
        /// The provider's country.
        provider_country: Country,
    } = "location_elsewhere" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the location in {} is outside the region of `{}`, which is in {}", country.code(), provider.name,
            provider_country.code();
    }

    /// The file of a logo is too large.
    LogoTooLarge {
        /// The most bytes.
        most: u64,
    } = "logo_too_large" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "a logo has at most {most} bytes";
    }

    /// The file of a logo cannot be one.
    LogoUnfit {
        /// What is wrong.
        what: LogoFault,
    } = "logo_unfit" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the file can't be a logo: {}", what.code();
    }

    /// Nothing is drafted.
    NoDraft = "no_draft" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "there is no draft to submit";
    }

    /// The draft is what the directory shows, or what waits already.
    NothingChanged = "nothing_changed" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the draft changes nothing";
    }

    /// Nothing was proposed.
    NoProposal = "no_proposal" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "there is no such proposal";
    }

    /// Another reviewer works on the change.
    ChangeTaken = "change_taken" {
        fixer: Fixer::Operator,
        next: NextStep::Nothing,
        says: "another reviewer has taken this change";
    }

    /// Nobody has taken the change, or another reviewer has.
    ChangeNotYours = "change_not_yours" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "this change isn't yours to give back";
    }

    /// The proposal has come to its end.
    ProposalClosed {
        /// Its state.
        state: ProposalState,
        /// Since then.
        at: Timestamp,
    } = "proposal_closed" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "the proposal is {} since {at}", state.code();
    }

    /// The reseller waits for this provider's answer already.
    AlreadyAsked {
        /// The earlier message.
        ask: AskId,
        /// The provider.
        provider: Party,
    } = "already_asked" {
        fixer: Fixer::agent_of(provider),
        next: NextStep::AskPartner { partner: provider.id },
        says: "`{}` hasn't answered the earlier message", provider.name;
    }

    /// The provider has declined not long ago.
    DeclinedRecently {
        /// The provider.
        provider: Party,
        /// From then on it can be asked again.
        again: Timestamp,
    } = "declined_recently" {
        fixer: Fixer::Nobody,
        next: NextStep::Wait { until: *again },
        says: "`{}` has declined; it can be asked again at {again}", provider.name;
    }

    /// The reseller has written to the provider too often lately.
    AskedOften {
        /// The provider.
        provider: Party,
        /// So often.
        most: usize,
        /// From then on it can be asked again.
        again: Timestamp,
    } = "asked_often" {
        fixer: Fixer::Nobody,
        next: NextStep::Wait { until: *again },
        says: "`{}` was asked {most} times; it can be asked again at {again}", provider.name;
    }

    /// The reseller waits for too many answers.
    TooManyAsks {
        /// The most.
        most: u32,
    } = "too_many_asks" {
        fixer: Fixer::You,
        next: NextStep::Nothing,
        says: "{most} messages wait for an answer";
    }

    /// The provider has asked this reseller already.
    AlreadyRequested {
        /// The open request.
        invitation: InvitationId,
        /// The reseller.
        reseller: Party,
    } = "already_requested" {
        fixer: Fixer::You,
        next: NextStep::OpenInvitation { invitation: *invitation },
        says: "a partnership request to `{}` is open", reseller.name;
    }

    /// Nobody of the reseller can be sent a request.
    NobodyToAddress {
        /// The reseller.
        reseller: Party,
    } = "nobody_to_address" {
        fixer: Fixer::admin_of(reseller),
        next: NextStep::AskPartner { partner: reseller.id },
        says: "`{}` has no global admin with an address of its own", reseller.name;
    }

    /// The message was answered or taken back.
    AskClosed {
        /// Since then.
        at: Timestamp,
    } = "ask_closed" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "the message is closed since {at}";
    }
}
