//! Pages of the own organization.

mod profile;
mod required_factor;

pub use profile::{LegalInfoPage, ProfileHeader, ProgramInfo, ProgramInfoPage};
pub use required_factor::RequiredFactorPage;
