//! Changes of agreements, and signatures.

mod change;
mod publish;
mod sign;
mod tell;

pub(crate) use self::{
    change::ChangeAgreement,
    publish::{PublishAgreement, clean},
    sign::SignAgreement,
    tell::TellPartners,
};
