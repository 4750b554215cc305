//! Changes of listings and of messages that ask to partner.

mod answer;
mod ask;
mod close;
mod listing;
mod logo;
mod review;

pub(crate) use self::{
    answer::AnswerAsk,
    ask::AskToPartner,
    close::CloseAsk,
    listing::{ChangeListing, drafted},
    logo::AddLogo,
    review::ReviewListing,
};
