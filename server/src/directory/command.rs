//! Changes of listings and of messages that ask to partner.

mod answer;
mod ask;
mod assign;
mod close;
mod listing;
mod logo;
mod review;

pub(crate) use self::{
    answer::AnswerAsk,
    ask::AskToPartner,
    assign::AssignListing,
    close::CloseAsk,
    listing::{ChangeListing, drafted},
    logo::AddLogo,
    review::ReviewListing,
};
